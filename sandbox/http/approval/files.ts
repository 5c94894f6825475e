import { APPROVAL_SPACE } from '../../data/approval';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { findApproval, refuse } from './flow';

/** Where forms keep their files: https://open.dingtalk.com/document/development/obtains-the-information-about-approval-nail-disk */
export const fileRoutes = (world: World): Route[] => {
	const { company, data, storage } = world;
	return [
		operation<{ userId: string; agentId?: number }>(
			world,
			'POST /v1.0/workflow/processInstances/spaces/infos/query',
			({ body: { agentId } }) => {
				if (agentId === undefined) throw refuse('invalidAgentId', '获取审批钉盘空间信息，应用agentId不能为空');
				if (agentId !== company.agentId) throw refuse('noPermission', '无权访问，企业没有开通相应的微应用');
				return { result: { spaceId: Number(APPROVAL_SPACE) }, success: true };
			},
		),
		operation<{ processInstanceId: string; fileId: string; withCommentAttatchment?: boolean }>(
			world,
			'POST /v1.0/workflow/processInstances/spaces/files/urls/download',
			({ body: { processInstanceId, fileId, withCommentAttatchment } }) => {
				const { form, records } = findApproval(world, processInstanceId, 'processInstNotExist');
				const named = form.some(
					({ componentType, value }) => componentType === 'DDAttachment' && value.includes(JSON.stringify(fileId)),
				);
				const said =
					withCommentAttatchment &&
					records.some(({ attachments = [] }) => attachments.some((file) => file.fileId === fileId));
				const dentry = data.drive.dentries.find(({ spaceId, id }) => spaceId === APPROVAL_SPACE && id === fileId);
				if (!dentry || !(named || said)) throw refuse('noPermission', '无访问权限');
				return {
					result: {
						spaceId: Number(APPROVAL_SPACE),
						fileId,
						downloadUri: storage.signLink({ name: dentry.name, read: () => dentry.versions.at(-1) }),
					},
					success: true,
				};
			},
		),
	];
};
