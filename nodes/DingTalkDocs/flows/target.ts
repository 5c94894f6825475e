import type { Api } from '../../runtime/operation';
import { placeOf, type Dentry } from '../../shared/dentry';
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
