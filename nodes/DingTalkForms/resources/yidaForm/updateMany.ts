import { jsonText } from '../../../protocol/request';
import { isRefusal, refusalOf } from '../../../runtime/partial';
import { defineBatch, type Json, type Refusal } from '../../../runtime/operation';
import { slices } from '../../../runtime/slices';
import {
	asynchronousExecution,
	changedColumns,
	formInstanceIds,
	instanceIn,
	MOST_SUBMISSIONS,
	noExecuteExpression,
	place,
	placeBody,
} from './fields';
import { refuseNoColumns } from './update';

const SAME = 'PUT /v1.0/yida/forms/instances/components';
const EACH = 'PUT /v1.0/yida/forms/instances/datas';

export const updateMany = defineBatch({
	name: 'Update in Batch',
	value: 'updateMany',
	action: 'Update many form submissions',
	description:
		'Change the submissions of all items together. 50 in one call, one call per run to read the components. Items may have the same values or each its own.',
	zh: {
		name: '批量更新',
		action: '批量更新宜搭表单数据',
		description: '所有数据项的表单数据一起更新。每 50 份一次调用，每次运行另有一次读取组件；各数据项的值可以相同或不同',
	},
	docs: 'https://open.dingtalk.com/document/development/batch-update-of-component-values-in-form-instances',
	permission: 'Yida.Form.Write',
	routes: [SAME, EACH],
	fields: [
		...place,
		formInstanceIds,
		changedColumns,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				asynchronousExecution,
				{
					displayName: 'Ignore Empty Values',
					zh: { name: '忽略空值', description: '是否不写入空值' },
					name: 'ignoreEmpty',
					type: 'boolean',
					default: true,
					description: 'Whether empty values are not written',
				},
				noExecuteExpression,
				{
					displayName: 'Use Latest Form Version',
					zh: { name: '使用最新表单版本', description: '表单改版后，是否按最新版本保存' },
					name: 'useLatestFormSchemaVersion',
					type: 'boolean',
					default: true,
					description: 'Whether it is saved by the latest version of the form, where the form has changed since',
				},
			],
		},
	],
	plan: (values) => {
		refuseNoColumns(values.columns);
		return values;
	},
	same: ['app', 'systemToken', 'form', 'operator', 'additionalFields'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const { additionalFields } = first;
		const own = { ...placeBody(first), ...additionalFields };
		// The changes of several items in one submission go out together: the later value of a component counts.
		const joined = new Map<string, Json>();
		for (const { formInstanceIds: ids, columns } of many)
			for (const id of ids.map(instanceIn)) joined.set(id, { ...joined.get(id), ...columns.columns });
		const changes = [...joined].map(([id, columns]) => ({ id, values: jsonText(columns) }));
		const alike = changes.every(({ values }) => values === changes[0]?.values);
		const outcomes = new Map<string, Json | Refusal>();
		for (const part of slices(changes, MOST_SUBMISSIONS)) {
			const ids = part.map(({ id }) => id);
			const call = alike
				? api.call(
						SAME,
						{ body: { ...own, formInstanceIdList: ids, updateFormDataJson: part[0]?.values ?? '{}' } },
						{ safe: true },
					)
				: api.call(
						EACH,
						{ body: { ...own, updateFormDataJsonMap: Object.fromEntries(part.map(({ id, values }) => [id, values])) } },
						{ safe: true },
					);
			const done = await call.then(
				({ result }) => new Set(Array.isArray(result) ? result.map(String) : []),
				(error: unknown) => ids.forEach((id) => outcomes.set(id, refusalOf(error, id))),
			);
			if (!done) continue;
			for (const id of ids)
				outcomes.set(
					id,
					done.has(id)
						? { formInstanceId: id }
						: additionalFields.asynchronousExecution === true
							? { formInstanceId: id, accepted: true }
							: { entry: id, message: 'was not updated by Yida' },
				);
		}
		return many.map(({ formInstanceIds: ids }) =>
			outcomeOf(ids.map((id) => outcomes.get(instanceIn(id)) ?? { entry: id, message: 'was not updated' })),
		);
	},
});

/** One item's submissions: the first refusal makes the item fail and names all that failed. */
function outcomeOf(all: Array<Json | Refusal>): Json[] | Refusal {
	const failed = all.filter(isRefusal);
	const [first] = failed;
	if (!first) return all.filter((one): one is Json => !isRefusal(one));
	return { ...first, entry: failed.map(({ entry }) => entry).join(', ') };
}
