import type { FilePart } from '../../protocol/request';
import { defineFields } from '../../runtime/field';
import type { Api } from '../../runtime/operation';
import { acceptable, upload } from '../../shared/upload';

/** The picture of a group: a file, which is uploaded first (one more call), or the media ID of one. */
export const pictureFields = defineFields([
	{
		displayName: 'Picture Binary Field',
		zh: { name: '头像二进制字段', description: '输入项中存放群头像图片的二进制字段名；先上传，多一次调用' },
		name: 'pictureProperty',
		type: 'string',
		binary: true,
		default: 'data',
		description:
			'Name of the binary field of the input item that holds the picture; it is uploaded first, one more call',
	},
	{
		displayName: 'Picture Media ID',
		zh: { name: '头像 media_id', description: '“上传媒体文件”返回的 media_id；已选二进制字段时忽略' },
		name: 'pictureId',
		type: 'string',
		id: true,
		default: '',
		placeholder: 'e.g. @lADPDfJ6Q7LLejDNAljNAlg',
		description: 'Media ID, as Media: Upload returns it; a binary field goes before it',
	},
]);

interface Picture {
	pictureProperty?: FilePart;
	pictureId?: string;
}

const file = (part: FilePart) => acceptable(part, 'image', 'Picture Binary Field');

/** @throws InputError for a file that is no picture. */
export function checkPicture({ pictureProperty }: Picture): void {
	if (pictureProperty) file(pictureProperty);
}

/** The media ID of the picture, where there is one. */
export const pictureOf = async (
	{ pictureProperty, pictureId }: Picture,
	api: Pick<Api, 'call' | 'once' | 'hint'>,
): Promise<string | undefined> => (pictureProperty ? await upload(api, file(pictureProperty), 'image') : pictureId);
