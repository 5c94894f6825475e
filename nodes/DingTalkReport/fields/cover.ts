import type { FilePart } from '../../protocol/request';
import { defineField } from '../../runtime/field';
import type { Api } from '../../runtime/operation';
import { acceptable, upload } from '../../shared/upload';

export const cover = defineField({
	displayName: 'Cover Binary Field',
	zh: { name: '封面图二进制字段', description: '输入项中存放封面图片的二进制字段名；先上传，多一次调用' },
	name: 'cover',
	type: 'string',
	binary: true,
	default: 'data',
	description: 'Name of the input binary field that holds the cover picture; it is uploaded first, one more call',
});

const picture = (file: FilePart) => acceptable(file, 'image', cover.displayName);

/** @throws InputError for a file that is no picture. */
export function checkCover(file: FilePart | undefined): void {
	if (file) picture(file);
}

/** The media ID of the cover, which begins with `@`. https://open.dingtalk.com/document/development/create-an-enterprise-announcement */
export async function coverOf(file: FilePart | undefined, api: Api): Promise<string | undefined> {
	if (!file) return undefined;
	const id = await upload(api, picture(file), 'image');
	return id.startsWith('@') ? id : `@${id}`;
}
