import { defineProcedure } from '../../../runtime/operation';
import { flat } from '../../../shared/flat';
import { knownComponents } from '../../flows/components';
import { byLabel } from '../../flows/read';
import { keys, language } from '../yidaForm/fields';
import { instanceIn, operatorUserId, place, placeQuery } from './fields';
import { summary } from './summary';

const GET = 'GET /v2.0/yida/processes/instancesInfos/{id}';
const RECORDS = 'GET /v1.0/yida/processes/operationRecords';
const FIELDS = 'GET /v1.0/yida/forms/formFields';

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get a process instance',
	description:
		'Get a process with its values, its state and who must act. One call, one more per run to read the components, one more with the records.',
	zh: {
		name: '获取',
		action: '获取宜搭流程实例',
		description: '获取流程的数据、状态与当前处理人。一次调用，每次运行另有一次读取组件，含审批记录时再加一次',
	},
	docs: 'https://open.dingtalk.com/document/development/api-getinstancebyid-v2',
	permission: 'Yida.Process.Read',
	routes: [GET, RECORDS, FIELDS],
	fields: [
		...place,
		keys,
		{
			displayName: 'With Approval Records',
			zh: { name: '包含审批记录', description: '是否同时获取审批记录，多一次调用' },
			name: 'withRecords',
			type: 'boolean',
			default: false,
			description: 'Whether to add who did what so far, which takes one more call',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Form Code',
					zh: { name: '表单编码', description: '输出以组件别名为键时必填' },
					name: 'formUuid',
					type: 'string',
					id: true,
					default: '',
					placeholder: 'e.g. FORM-EF6Y4G8WO2FN0SUB43TDQ3CGC3FMFQ1G9400RCJ3',
					description: 'Needed where the output has aliases as keys',
				},
				language,
			],
		},
		operatorUserId,
	],
	run: async ({ processInstanceId, keys: named, withRecords, additionalFields, ...where }, api) => {
		const id = instanceIn(processInstanceId);
		const query = placeQuery(where);
		const useAlias = named === 'alias' ? true : undefined;
		const answer = await api.call(GET, { path: { id }, query: { ...query, ...additionalFields, useAlias } });
		const records = withRecords
			? { records: (await api.call(RECORDS, { query: { ...query, processInstanceId: id } })).result }
			: {};
		if (named !== 'label') return { ...answer, ...records };
		const columns = await knownComponents({ ...where, form: String(answer.formUuid) }, api);
		return {
			...flat(summary({ processInstanceId: id, ...answer }), byLabel(answer.data, columns, api.timezone)),
			...records,
		};
	},
});
