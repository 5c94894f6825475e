import { isObject, type Json } from '../../protocol/json';
import type { Api } from '../../runtime/operation';
import { placeOf, type Dentry } from '../../shared/dentry';
import { finished } from '../../shared/driveTask';
import { workspaceOf } from './mine';

interface Target {
	targetKnowledgeBase?: string;
	targetFolder?: string;
	operator: string;
}

/** Where something goes, as the storage routes name it: the folder, or the root of the knowledge base. */
export async function targetOf(
	api: Pick<Api, 'call' | 'once'>,
	{ targetKnowledgeBase, targetFolder, operator }: Target,
): Promise<{ targetSpaceId: string; targetFolderId: string }> {
	const file = targetFolder ?? String((await workspaceOf(api, targetKnowledgeBase, operator)).rootNodeId);
	const { spaceId, dentryId } = await placeOf(api, { file, operator });
	return { targetSpaceId: spaceId, targetFolderId: dentryId };
}

/** A node as the storage routes name it: they are the ones that copy, move and rename with the app's token. */
export const nodePlace = async (api: Pick<Api, 'call' | 'once'>, file: string, operator: string): Promise<Dentry> =>
	await placeOf(api, { file, operator });

/** What copying or moving answered: the new dentry, or the task of a folder, looked at until it ends. */
export async function settledDentry(api: Api, answer: Json, unionId: string, wait: boolean): Promise<Json> {
	const { dentry, async: background, taskId } = answer;
	if (background === true && typeof taskId === 'string' && wait) return await finished(api, taskId, unionId);
	return isObject(dentry) && background !== true ? dentry : { taskId };
}
