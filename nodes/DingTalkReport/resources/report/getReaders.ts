import { defineOperation } from '../../../runtime/operation';
import { reportId } from '../../fields/reportId';
import { peoplePaging, toPerson } from '../../flows/people';

export const getReaders = defineOperation({
	name: 'Get Readers',
	value: 'getReaders',
	action: 'Get who read, commented on or liked a report',
	description: 'Get who read a report, commented on it or liked it. One call per 100 people.',
	zh: {
		name: '获取已读、评论、点赞人员',
		action: '获取日志已读、评论或点赞人员',
		description: '查询日志的已读、评论或点赞人员。每 100 人一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-a-list-of-log-related-personnel-by-type',
	permission: 'qyapi_report_query',
	route: 'POST /topapi/report/statistics/listbytype',
	safe: true,
	fields: [
		reportId,
		{
			displayName: 'Who',
			zh: '人员类型',
			name: 'who',
			type: 'options',
			default: 0,
			options: [
				{ name: 'Commented', value: 1, zh: '评论' },
				{ name: 'Liked', value: 2, zh: '点赞' },
				{ name: 'Read', value: 0, zh: '已读' },
			],
		},
	],
	request: ({ reportId: report_id, who: type }) => ({ body: { report_id, type } }),
	paging: peoplePaging,
	flatten: toPerson,
});
