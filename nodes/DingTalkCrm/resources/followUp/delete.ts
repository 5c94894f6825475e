import { defineOperation, type Refusal } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { resultsOf } from '../../flows/results';
import { isRefusal } from '../../../runtime/partial';
import { MOST_RECORDS } from './fields';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete follow-up records',
	description: 'Delete follow-up records for good. One call per 40. DingTalk names no way to bring them back.',
	zh: {
		name: '删除',
		action: '删除跟进记录',
		description: '永久删除跟进记录。每 40 条一次调用。钉钉未提供恢复方式',
	},
	docs: 'https://open.dingtalk.com/document/development/batch-delete-follow-up-record-data',
	permission: 'qyapi_crm_maindata_write',
	route: 'POST /v1.0/crm/followRecords/batchRemove',
	fields: [
		{
			displayName: 'Follow-Up IDs',
			zh: { name: '跟进记录 ID', description: '查询时返回的 instanceId，一个或多个，用逗号分隔，或数组' },
			name: 'followUpIds',
			type: 'string',
			list: true,
			required: true,
			default: '',
			description: 'The instanceId that Get Many returns: one, or several separated by commas, or an array',
		},
		operatorUserId,
	],
	// The page names no limit of this route; that of its neighbours is kept.
	split: { lists: { followUpIds: MOST_RECORDS } },
	request: ({ followUpIds: instanceIds, operator }) => ({ body: { instanceIds, operatorUserId: operator } }),
	partial: (answer, { followUpIds }) => {
		const all = resultsOf(answer, followUpIds.length).map((one, index) => ({ one, entry: followUpIds[index] ?? '' }));
		return {
			ok: all.flatMap(({ one, entry }) => (isRefusal(one) ? [] : [{ instanceId: entry, ...one }])),
			failed: all.flatMap(({ one, entry }): Refusal[] => (isRefusal(one) ? [{ ...one, entry }] : [])),
		};
	},
});
