import { defineOperation } from '../../../runtime/operation';
import { person } from './fields';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many work records',
	description:
		"Legacy: get a person's work records. One call per 50. DingTalk has archived this API; new workflows use To-Do → Get Many.",
	zh: {
		name: '获取多个',
		action: '查询旧版待办事项',
		description: '旧版：查询员工的待办事项。每 50 条一次调用。钉钉已归档此接口，新工作流请用“待办 → 获取多个”',
	},
	docs: 'https://open.dingtalk.com/document/development/get-the-user-s-to-do-items',
	route: 'POST /topapi/workrecord/getbyuserid',
	fields: [
		person,
		{
			displayName: 'Status',
			zh: '状态',
			name: 'status',
			type: 'options',
			default: 0,
			options: [
				{ name: 'Done', value: 1, zh: '已完成' },
				{ name: 'Open', value: 0, zh: '未完成' },
			],
		},
	],
	request: ({ person: userid, status }) => ({ body: { userid, status } }),
	paging: {
		style: 'offset',
		cursor: 'offset',
		size: { at: 'limit', max: 50 },
		entries: 'records.list',
		more: 'records.has_more',
	},
});
