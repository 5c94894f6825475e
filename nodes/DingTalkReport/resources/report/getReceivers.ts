import { defineOperation } from '../../../runtime/operation';
import { reportId } from '../../fields/reportId';
import { peoplePaging, toPerson } from '../../flows/people';

export const getReceivers = defineOperation({
	name: 'Get Receivers',
	value: 'getReceivers',
	action: 'Get who received a report',
	description:
		'Get everybody who received a report, group members too. One call per 100 people. Without those of Get Readers they are who has not read it.',
	zh: {
		name: '获取接收人',
		action: '获取日志接收人',
		description: '获取日志的接收人，包含接收群的成员。每 100 人一次调用。除去“已读人员”即为未读人员',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-log-sharing-personnel',
	permission: 'qyapi_report_query',
	route: 'POST /topapi/report/receiver/list',
	safe: true,
	fields: [reportId],
	request: ({ reportId: report_id }) => ({ body: { report_id } }),
	paging: peoplePaging,
	flatten: toPerson,
});
