import { defineOperation } from '../../../runtime/operation';
import { reportId } from '../../fields/reportId';

export const getComments = defineOperation({
	name: 'Get Comments',
	value: 'getComments',
	action: 'Get comments on a report',
	description: "Get who commented on a report, and what. One call per 20 comments. 'create_time' is China time.",
	zh: {
		name: '获取评论',
		action: '获取日志评论',
		description: '获取日志的评论人和评论内容。每 20 条一次调用。create_time 为北京时间',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-log-comment-details',
	permission: 'qyapi_report_query',
	route: 'POST /topapi/report/comment/list',
	safe: true,
	fields: [reportId],
	request: ({ reportId: report_id }) => ({ body: { report_id } }),
	paging: {
		style: 'cursor',
		cursor: 'offset',
		first: 0,
		size: { at: 'size', max: 20 },
		entries: 'result.comments',
		next: 'result.next_cursor',
		more: 'result.has_more',
	},
});
