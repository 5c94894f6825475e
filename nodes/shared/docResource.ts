import type { FilePart } from '../protocol/request';
import { needed } from '../runtime/answer';
import type { Api } from '../runtime/operation';

export const DOC_UPLOAD = 'POST /v1.0/doc/docs/resources/{docId}/uploadInfos/query';

/**
 * Puts a file where a document, spreadsheet or AI table keeps what lies in it. One call and the upload.
 * https://open.dingtalk.com/document/development/api-getresourceuploadinfo
 * @param operatorId union ID of the person on whose behalf
 */
export async function uploadDocResource(
	api: Pick<Api, 'call' | 'put'>,
	docId: string,
	operatorId: string,
	file: FilePart,
): Promise<{ resourceId: string; resourceUrl: string }> {
	const info = await api.call(DOC_UPLOAD, {
		path: { docId },
		query: { operatorId },
		body: { size: file.size, mediaType: file.mimeType, resourceName: file.name },
	});
	const there = { resourceId: needed(info, 'resourceId'), resourceUrl: needed(info, 'resourceUrl') };
	await api.put(needed(info, 'uploadUrl'), file, { 'Content-Type': file.mimeType });
	return there;
}
