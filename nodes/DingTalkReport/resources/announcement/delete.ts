import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { announcement } from '../../locators/announcement';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete an announcement',
	description: 'Delete an announcement. One call. The operator must be an announcement administrator.',
	zh: { name: '删除', action: '删除公告', description: '删除公告。一次调用。操作人必须是公告管理员' },
	docs: 'https://open.dingtalk.com/document/development/delete-announcements-based-on-the-announcement-id',
	permission: 'qyapi_blackboard_manage',
	route: 'POST /topapi/blackboard/delete',
	fields: [announcement, operatorUserId],
	request: ({ announcement: blackboard_id, operator: operation_userid }) => ({
		body: { blackboard_id, operation_userid },
	}),
	output: (_, { announcement: id }) => ({ deleted: true, id }),
});
