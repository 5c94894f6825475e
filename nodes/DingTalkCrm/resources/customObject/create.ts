import { jsonText } from '../../../protocol/request';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { participants } from '../customer/fields';
import { formCode } from '../../locators/formCode';
import { customFields } from './fields';

const CREATE = 'POST /topapi/crm/objectdata/customobject/create';
const UPDATE = 'POST /topapi/crm/objectdata/customobject/update';

export const create = defineProcedure({
	name: 'Create or Update',
	value: 'create',
	action: 'Create or update a record of a CRM custom object',
	description:
		'Write a record of a form that the organization made. One call, one more per run to read the form. Without a Record ID each run makes a new record.',
	zh: {
		name: '新增或更新',
		action: '写入自定义对象数据',
		description: '新增或更新企业自建表单的数据。一次调用，每次运行另有一次读取表单。不填数据 ID 时每次运行都会新增',
	},
	docs: 'https://open.dingtalk.com/document/development/dingtalk-paas-master-create-custom-crm-object-data',
	permission: 'qyapi_crm_customdata_write',
	routes: [CREATE, UPDATE],
	fields: [
		formCode,
		{
			displayName: 'Record ID',
			zh: { name: '数据 ID', description: '查询时返回的 instanceId；填写后更新该数据，留空则新增' },
			name: 'recordId',
			type: 'string',
			id: true,
			default: '',
			description: 'The instanceId of the record to change; left empty, a new one is made',
		},
		customFields,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...participants,
					zh: { name: '协同人', description: '还有谁可以处理该数据' },
					description: 'Who else works on the record',
				},
			],
		},
		operatorUserId,
	],
	plan: (values) => {
		const { columns, known } = values.customFields;
		if (Object.keys(columns).length === 0)
			throw new InputError('Columns', 'are empty: fill in at least one field', '为空：请至少填写一个字段');
		const missing = known.filter(({ id, more }) => more?.needed === true && (columns[id] ?? '') === '');
		if (values.recordId === undefined && missing.length > 0) {
			const names = missing.map(({ name }) => name).join(', ');
			throw new InputError('Columns', `need a value for: ${names}`, `必须填写：${names}`);
		}
		return values;
	},
	run: async ({ formCode: form, recordId, customFields: { columns }, additionalFields, operator }, api) => {
		const people = additionalFields.participants;
		const instance = {
			form_code: form,
			data: jsonText(columns),
			permission: people === undefined ? undefined : { participant_userids: people },
		};
		const { instance_id: instanceId = recordId } =
			recordId === undefined
				? await api.call(CREATE, { body: { instance: { ...instance, creator_userid: operator } } })
				: await api.call(
						UPDATE,
						{ body: { instance: { ...instance, instance_id: recordId, modifier_userid: operator } } },
						{ safe: true },
					);
		return { success: true, instanceId, created: recordId === undefined };
	},
});
