import { InputError } from '../runtime/inputError';
import type { Api } from '../runtime/operation';

export const TO_ID = 'GET /v2.0/doc/dentries/{dentryUuid}/queryDentryId';
export const TO_UUID = 'GET /v2.0/doc/dentries/{dentryId}/queryDentryUuid';

/** A file or folder as the storage routes name it. */
export interface Dentry {
	spaceId: string;
	dentryId: string;
}

/** An ID within a space is digits; a UUID, which a link holds, has letters too. */
const isUuid = (id: string) => /[A-Za-z]/.test(id);

/** Refuses an ID that says nothing without its space. @throws InputError */
export function checkPlace({ space, file }: { space?: string; file: string }): void {
	if (!isUuid(file) && space === undefined)
		throw new InputError(
			'Space',
			'is empty: an ID of a file means something only within its space. Choose the space, or give the link of the file',
			'为空：文件 ID 只在其空间内有效。请选择空间，或改用文件链接',
		);
}

/** Where a file is: as given, or looked up from the UUID in its link (one call, once per run). https://open.dingtalk.com/document/development/api-getdentryidbyuuid */
export async function placeOf(
	api: Pick<Api, 'call' | 'once'>,
	{ space = '', file, operator: operatorId }: { space?: string; file: string; operator: string },
): Promise<Dentry> {
	if (!isUuid(file)) return { spaceId: space, dentryId: file };
	return await api.once(`dentry ${file}`, async () => {
		const { spaceId, dentryId } = await api.call(TO_ID, { path: { dentryUuid: file }, query: { operatorId } });
		return { spaceId: String(spaceId), dentryId: String(dentryId) };
	});
}

/** The UUID of a file or folder: as given, or looked up (one call, once per run). https://open.dingtalk.com/document/development/api-getuuidbydentryid */
export async function uuidOf(
	api: Pick<Api, 'call' | 'once'>,
	{ space: spaceId = '', file, operator: operatorId }: { space?: string; file: string; operator: string },
): Promise<string> {
	if (isUuid(file)) return file;
	return await api.once(`uuid ${spaceId} ${file}`, async () =>
		String((await api.call(TO_UUID, { path: { dentryId: file }, query: { spaceId, operatorId } })).dentryUuid),
	);
}

/** Names that DingTalk refuses. https://open.dingtalk.com/document/development/submittal-file */
const FORBIDDEN = /^(?![\s\S]*[\t*"<>|])[\s\S]*[^.]$/;

export const namePattern = {
	test: FORBIDDEN,
	en: 'must not contain tab * " < > | and must not end in a dot',
	zh: '不能包含制表符和 * " < > |，且不能以“.”结尾',
} as const;

/** Refuses a name that no field has checked: that of the binary data, one level of a path. @throws InputError */
export function checkName(field: string, name: string): void {
	if (!namePattern.test.test(name))
		throw new InputError(field, `${namePattern.en}: ${name}`, `${namePattern.zh}：${name}`);
}
