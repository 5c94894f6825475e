import { defineOperation } from '../../../runtime/operation';
import { place } from './fields';
import { MOST_RECORDS } from './write';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete records of an AI table',
	description: 'Delete records by their ID. One call per 100. They do not go to a recycle bin.',
	zh: { name: '删除', action: '删除 AI 表格记录', description: '按 ID 删除记录。每 100 条一次调用；不进入回收站' },
	docs: 'https://open.dingtalk.com/document/development/api-noatable-deleterecords',
	permission: 'Notable.Base.Write.All',
	route: 'POST /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/records/delete',
	fields: [
		...place,
		{
			displayName: 'Record IDs',
			zh: { name: '记录 ID', description: '一个或多个，用逗号分隔，或数组' },
			name: 'recordIds',
			type: 'string',
			list: true,
			required: true,
			default: '',
			description: 'One, or several separated by commas, or an array',
		},
	],
	split: {
		lists: { recordIds: MOST_RECORDS },
		merge: (answers) => ({ success: answers.every(({ success }) => success !== false) }),
	},
	request: ({ base, sheet, operator, recordIds }) => ({
		path: { baseId: base, sheetIdOrName: sheet },
		query: { operatorId: operator },
		body: { recordIds },
	}),
	output: ({ success, failed }, { recordIds }) => ({
		success: success !== false,
		recordIds,
		...(failed !== undefined && { failed }),
	}),
});
