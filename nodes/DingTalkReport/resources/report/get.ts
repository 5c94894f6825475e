import { defineOperation } from '../../../runtime/operation';
import { reportId } from '../../fields/reportId';
import { simplifyDetails } from '../../flows/contents';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a report',
	description:
		'Get one report by its ID. One call. This route is known from the official SDK only and may be refused: the documented way is Get Many by time and author.',
	zh: {
		name: '获取',
		action: '获取日志详情',
		description:
			'按 ID 获取一份日志。一次调用。该接口仅见于官方 SDK，可能被拒绝；文档中的方式是按时间和创建人“获取多个”',
	},
	docs: 'https://open.dingtalk.com/document/development/query-logs-sent-by-an-employee',
	route: 'GET /v1.0/report/details',
	fields: [
		reportId,
		{
			displayName: 'Format',
			zh: { name: '内容格式', description: '仅知 TEXT 一种取值，其余未公开' },
			name: 'format',
			type: 'string',
			id: true,
			under: 'options',
			default: 'TEXT',
			description: 'Only TEXT is known; DingTalk does not say which others there are',
		},
	],
	request: ({ reportId: id, format }) => ({ query: { reportId: id, format } }),
	simplify: simplifyDetails,
});
