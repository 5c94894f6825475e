import type { FilePart } from '../../protocol/request';
import { randomUUID } from 'crypto';
import { needed } from '../../runtime/answer';
import type { Api, Json } from '../../runtime/operation';
import { COMMIT, UPLOAD_INFO, uploadToDrive } from '../../shared/driveUpload';
import { wireNumber } from '../../shared/wireNumber';

export const SPACE = 'POST /v1.0/workflow/processInstances/spaces/infos/query';
export const ROOT = 'GET /v2.0/doc/dentries/{dentryId}/queryDentryUuid';
const UNION_ID = 'POST /topapi/v2/user/get';
/** All routes of an upload. */
export const uploadRoutes = [SPACE, UNION_ID, ROOT, UPLOAD_INFO, COMMIT] as const;

/** Who uploads, through which app. */
export interface Uploader {
	userId: string;
	agentId?: string;
}

interface Space {
	spaceId: string;
	unionId: string;
	parentDentryUuid: string;
}

/** The root folder of every space has the ID 0. https://open.dingtalk.com/document/development/api-getuuidbydentryid */
const ROOT_FOLDER = '0';

/**
 * The space in which approvals keep their files, opened for this person: it wants the userId, storage wants the unionId. Three
 * calls. https://open.dingtalk.com/document/development/obtains-the-information-about-approval-nail-disk
 */
async function spaceFor(api: Api, { userId, agentId }: Uploader): Promise<Space> {
	const body = { userId, ...(agentId !== undefined && { agentId: wireNumber('Agent ID', agentId) }) };
	const space = await api.call(SPACE, { body }, { safe: true });
	const spaceId = needed(space, 'spaceId' in space ? 'spaceId' : 'result.spaceId');
	const user = await api.call(UNION_ID, { body: { userid: userId } }, { safe: true });
	const unionId = needed(user, 'unionid');
	const root = await api.call(ROOT, { path: { dentryId: ROOT_FOLDER }, query: { spaceId, operatorId: unionId } });
	return { spaceId, unionId, parentDentryUuid: needed(root, 'dentryUuid') };
}

const typeOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? 'file';

/** Uploads a file for a form: each file once in a run, the space is asked for once → the entry of an attachment field. */
export async function uploadForForm(api: Api, uploader: Uploader, file: FilePart): Promise<Json> {
	const { userId, agentId = '' } = uploader;
	return await api.once(`approval file ${userId} ${file.name} ${file.source ?? randomUUID()}`, async () => {
		const space = await api.once(`approval space ${userId} ${agentId}`, async () => await spaceFor(api, uploader));
		const { parentDentryUuid, unionId, spaceId } = space;
		const dentry = await uploadToDrive(
			api,
			{ parentDentryUuid, unionId, name: file.name, option: { conflictStrategy: 'AUTO_RENAME' } },
			file,
		);
		const fileName = String(dentry.name ?? file.name);
		return {
			spaceId: String(dentry.spaceId ?? spaceId),
			fileId: needed(dentry, 'id'),
			fileName,
			fileSize: String(dentry.size ?? file.size),
			fileType: String(dentry.extension ?? typeOf(fileName)),
		};
	});
}
