import { isObject, type Json } from '../../protocol/json';
import type { LookUps } from '../../runtime/field';

export const MINE = 'GET /v2.0/wiki/mineWorkspaces';
export const WORKSPACE = 'GET /v2.0/wiki/workspaces/{workspaceId}';

type Reader = Pick<LookUps, 'call' | 'once'>;

/** "My documents" (我的文档) of the operator: one call, once per run. https://open.dingtalk.com/document/development/get-my-documents */
export async function myDocuments(api: Reader, operatorId: string): Promise<Json> {
	return await api.once(`my documents ${operatorId}`, async () => {
		const { workspace } = await api.call(MINE, { query: { operatorId } });
		return isObject(workspace) ? workspace : {};
	});
}

/** A knowledge base by its ID, or "My documents": one call, once per run. https://open.dingtalk.com/document/development/obtain-the-knowledge-base */
export async function workspaceOf(api: Reader, workspaceId: string | undefined, operatorId: string): Promise<Json> {
	if (workspaceId === undefined) return await myDocuments(api, operatorId);
	return await api.once(`knowledge base ${workspaceId} ${operatorId}`, async () => {
		const { workspace } = await api.call(WORKSPACE, { path: { workspaceId }, query: { operatorId } });
		return isObject(workspace) ? workspace : {};
	});
}
