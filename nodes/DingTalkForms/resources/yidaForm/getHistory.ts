import { isObject, type Json } from '../../../protocol/json';
import { toZoned } from '../../../runtime/moment';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { slices } from '../../../runtime/slices';
import { formInstanceIds, instanceIn, MOST_SUBMISSIONS, place, placeBody } from './fields';

const CHANGES = 'POST /v1.0/yida/forms/operationsLogs/query';
const COMMENTS = 'POST /v1.0/yida/forms/remarks/query';

/** A list by the ID of its submission → one flat list, each entry with that ID. */
const flatMap = (map: unknown): Json[] =>
	Object.entries(isObject(map) ? map : {}).flatMap(([formInstanceId, list]) =>
		objectsIn(list).map((entry) => ({ formInstanceId, ...entry })),
	);

const changeOf = ({ formInstanceId, operator, ...entry }: Json): Json => ({
	formInstanceId,
	kind: 'change',
	operator: isObject(operator) ? operator.displayName : operator,
	...entry,
});

function commentOf({ formInstanceId, creator, gmtCreate, id, content, images, files }: Json, zone: string): Json {
	const at = Number(gmtCreate);
	const createdAt = Number.isFinite(at) ? toZoned(at, zone) : gmtCreate;
	return { formInstanceId, kind: 'comment', remarkId: id, creatorUserId: creator, createdAt, content, images, files };
}

export const getHistory = defineProcedure({
	name: 'Get History',
	value: 'getHistory',
	action: 'Get the change history of submissions',
	description: 'Get who changed what of submissions, and when. One call per 50; one more per 50 with comments.',
	zh: {
		name: '获取变更记录',
		action: '获取宜搭表单变更记录',
		description: '获取表单数据的变更记录。每 50 条数据一次调用；包含评论时再多一次',
	},
	docs: 'https://open.dingtalk.com/document/development/change-records-of-query-forms',
	permission: 'Yida.Form.Read',
	routes: [CHANGES, COMMENTS],
	fields: [
		...place,
		formInstanceIds,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'With Comments',
					zh: { name: '包含评论', description: '是否同时返回评论；每 50 条数据多一次调用' },
					name: 'comments',
					type: 'boolean',
					default: true,
					description: 'Whether to return the comments too; one more call per 50',
				},
			],
		},
	],
	run: async ({ formInstanceIds: given, additionalFields: { comments }, ...where }, api) => {
		const all: Json[] = [];
		for (const formInstanceIdList of slices(given.map(instanceIn), MOST_SUBMISSIONS)) {
			const body = { ...placeBody(where), formInstanceIdList };
			const changes = await api.call(CHANGES, { body }, { safe: true });
			all.push(...flatMap(changes.operationLogMap).map(changeOf));
			if (comments !== true) continue;
			const answer = await api.call(COMMENTS, { body }, { safe: true });
			// The page's example has the map without the member that its table names.
			const map = answer.formRemarkVoMap ?? answer;
			all.push(...flatMap(map).map((entry) => commentOf(entry, api.timezone)));
		}
		return all;
	},
});
