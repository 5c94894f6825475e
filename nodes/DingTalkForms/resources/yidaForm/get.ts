import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { flat } from '../../../shared/flat';
import { knownComponents } from '../../flows/components';
import { byLabel, headOf } from '../../flows/read';
import { formInstanceId, instanceIn, keys, language, place, placeBody } from './fields';

const GET = 'GET /v2.0/yida/forms/instances/{id}';
const FIELDS = 'GET /v1.0/yida/forms/formFields';

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get a form submission',
	description: 'Get one submission by its ID. One call, one more per run to read the components.',
	zh: {
		name: '获取',
		action: '获取宜搭表单实例',
		description: '按 ID 获取一份表单数据。一次调用，每次运行另有一次读取组件',
	},
	docs: 'https://open.dingtalk.com/document/development/api-getformdatabyid-v2',
	permission: 'Yida.Form.Read',
	routes: [GET, FIELDS],
	fields: [
		...place,
		formInstanceId,
		keys,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [language],
		},
	],
	run: async ({ formInstanceId: given, keys: named, additionalFields, ...where }, api) => {
		const id = instanceIn(given);
		const query = { ...placeBody(where), ...additionalFields, ...(named === 'alias' && { useAlias: true }) };
		const answer = await api.call(GET, { path: { id }, query });
		if (named !== 'label') return answer;
		const columns = await knownComponents(where, api);
		return flat(
			{ formInstanceId: id, ...headOf(answer) },
			byLabel(isObject(answer.formData) ? answer.formData : {}, columns, api.timezone),
		);
	},
});
