import { at } from '../protocol/paging';
import { isObject, type Json } from '../protocol/json';
import type { FilePart } from '../protocol/request';
import { needed, neededObject } from '../runtime/answer';
import { defineField } from '../runtime/field';
import type { Api } from '../runtime/operation';

export const UPLOAD_INFO = 'POST /v2.0/storage/spaces/files/{parentDentryUuid}/uploadInfos/query';
export const COMMIT = 'POST /v2.0/storage/spaces/files/{parentDentryUuid}/commit';

/** What becomes of something of the same name. https://open.dingtalk.com/document/development/submittal-file */
export const conflictStrategy = defineField({
	displayName: 'If the Name Exists',
	zh: '同名处理',
	name: 'conflictStrategy',
	type: 'options',
	default: 'AUTO_RENAME',
	options: [
		{ name: 'Error', value: 'RETURN_ERROR_IF_EXISTS', zh: '报错' },
		{ name: 'Keep Both (New Name)', value: 'AUTO_RENAME', zh: '保留两者（自动重命名）' },
		{ name: 'Overwrite', value: 'OVERWRITE', zh: '覆盖' },
		{ name: 'Use the Existing One', value: 'RETURN_DENTRY_IF_EXISTS', zh: '使用已有文件' },
	],
});

/** Where a file goes and how. */
export interface DriveUpload {
	/** The folder (or knowledge base node) by its UUID. */
	parentDentryUuid: string;
	/** The operator. */
	unionId: string;
	name: string;
	/** More of the commit's `option`: conflictStrategy, convertToOnlineDoc … */
	option?: Json;
}

const textsOf = (headers: unknown): Record<string, string> =>
	Object.fromEntries(Object.entries(isObject(headers) ? headers : {}).map(([name, value]) => [name, String(value)]));

/**
 * Puts a file into a space: asks where it goes, sends it there (another host, signed headers, no token), and commits it → the
 * dentry. Two calls and the upload. https://open.dingtalk.com/document/development/obtain-file-upload-informations
 */
export async function uploadToDrive(
	api: Api,
	{ parentDentryUuid, unionId, name, option = {} }: DriveUpload,
	file: FilePart,
): Promise<Json> {
	const where = { path: { parentDentryUuid }, query: { unionId } };
	const preCheckParam = { size: file.size, name };
	const info = await api.call(
		UPLOAD_INFO,
		{
			...where,
			body: {
				protocol: 'HEADER_SIGNATURE',
				option: { storageDriver: 'DINGTALK', preCheckParam, preferIntranet: false },
			},
		},
		{ safe: true },
	);
	const uploadKey = needed(info, 'uploadKey');
	const urls = at(info, 'headerSignatureInfo.resourceUrls');
	await api.put(String(Array.isArray(urls) ? urls[0] : ''), file, textsOf(at(info, 'headerSignatureInfo.headers')));
	const made = await api.call(COMMIT, { ...where, body: { uploadKey, name, option: { size: file.size, ...option } } });
	const dentry = neededObject(made, 'dentry');
	// A file without an ID can be neither opened nor sent on: it may not be there.
	needed(dentry, 'uuid|id');
	return dentry;
}
