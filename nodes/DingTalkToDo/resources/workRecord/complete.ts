import { defineOperation } from '../../../runtime/operation';
import { person } from './fields';

export const complete = defineOperation({
	name: 'Complete',
	value: 'complete',
	action: 'Complete a work record',
	description:
		'Legacy: mark a work record as done. DingTalk has archived this API; new workflows use To-Do → Update Status.',
	zh: {
		name: '完成',
		action: '完成旧版待办事项',
		description: '旧版：把待办事项标记为已完成。钉钉已归档此接口，新工作流请用“待办 → 更新状态”',
	},
	docs: 'https://open.dingtalk.com/document/development/update-to-do-status',
	route: 'POST /topapi/workrecord/update',
	safe: true,
	fields: [
		person,
		{
			displayName: 'Record ID',
			zh: { name: '待办事项 ID', description: '创建或查询时返回的 record_id，或创建时填写的业务 ID' },
			name: 'recordId',
			type: 'string',
			required: true,
			default: '',
			description: 'As Create and Get Many return it (record_id), or the business ID that Create was given',
		},
	],
	request: ({ person: userid, recordId }) => ({ body: { userid, record_id: recordId } }),
	output: (_, { recordId }) => ({ recordId, success: true }),
});
