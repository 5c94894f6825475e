import { jsonText } from '../../../protocol/request';
import { refusalOf } from '../../../runtime/partial';
import { defineBatch, type Json, type Refusal } from '../../../runtime/operation';
import { slices } from '../../../runtime/slices';
import { asynchronousExecution, MOST_SUBMISSIONS, newColumns, noExecuteExpression, place, placeBody } from './fields';

const SAVE = 'POST /v1.0/yida/forms/instances/batchSave';

/** Each item's submission, where the answer tells which is which. */
function paired(ids: unknown, count: number, later: boolean): Array<Json | Refusal> {
	const list: unknown[] = Array.isArray(ids) ? ids : [];
	if (list.length === count) return list.map((id) => ({ formInstanceId: id }));
	if (later) return Array.from({ length: count }, () => ({ accepted: true }));
	const message = `Yida created ${list.length} of ${count} submissions and does not say which: ${list.join(', ')}`;
	return Array.from({ length: count }, () => ({ entry: '', message }));
}

export const createMany = defineBatch({
	name: 'Create in Batch',
	value: 'createMany',
	action: 'Create many form submissions',
	description:
		'Hand in one submission per item. 50 in one call, one call per run to read the components. A call that fails may have created some: look before you repeat it.',
	zh: {
		name: '批量新增',
		action: '批量新增宜搭表单实例',
		description:
			'每个数据项新增一份表单数据。每 50 份一次调用，每次运行另有一次读取组件。失败的调用可能已新增部分数据，重试前请先查询',
	},
	docs: 'https://open.dingtalk.com/document/development/create-multiple-form-instances',
	permission: 'Yida.Form.Write',
	routes: [SAVE],
	fields: [
		...place,
		newColumns,
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
					displayName: 'Continue After a Bad One',
					zh: { name: '跳过异常继续', description: '某条数据异常时是否继续保存其余数据；仅在触发规则时有效' },
					name: 'keepRunningAfterException',
					type: 'boolean',
					default: true,
					description: 'Whether the others are still saved after one that fails; counts only where rules run',
				},
				noExecuteExpression,
			],
		},
	],
	same: ['app', 'systemToken', 'form', 'operator', 'additionalFields'],
	together: async (many, api) => {
		const outcomes: Array<Json | Refusal> = [];
		for (const part of slices(many, MOST_SUBMISSIONS)) {
			const [first] = part;
			if (!first) break;
			const { additionalFields } = first;
			const body = {
				...placeBody(first),
				formDataJsonList: part.map(({ columns: { columns } }) => jsonText(columns)),
				...additionalFields,
			};
			// A refused call is not made again in halves: Yida may have saved what stood before the bad one.
			const made = await api.call(SAVE, { body }).then(
				({ result }) => paired(result, part.length, additionalFields.asynchronousExecution === true),
				(error: unknown) => part.map(() => refusalOf(error, '')),
			);
			outcomes.push(...made);
		}
		return outcomes;
	},
});
