import { isObject } from '../../../protocol/json';
import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { relationType } from '../../locators/relationType';
import { newCustomer, owners, participants, permissionOf, poolAction, skipDuplicateCheck } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a customer',
	description:
		"Create a company or a person as a customer. One call, one more per run to read the form. The organisation's duplicate check guards against repeats.",
	zh: {
		name: '新增',
		action: '新增客户',
		description: '新增企业客户或个人客户。一次调用，每次运行另有一次读取表单；企业设置的查重可防止重复',
	},
	docs: 'https://open.dingtalk.com/document/development/add-crm-personal-customers',
	permission: 'qyapi_crm_maindata_write',
	route: 'POST /v1.0/crm/personalCustomers',
	fields: [
		relationType,
		newCustomer,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Creator Name',
					zh: { name: '创建人昵称', description: '显示的创建人名称' },
					name: 'creatorNick',
					type: 'string',
					default: '',
					description: 'The name that is shown as creator',
				},
				{
					displayName: 'Extended Data (JSON)',
					zh: '扩展数据（JSON）',
					name: 'extendData',
					type: 'json',
					default: '{}',
				},
				owners,
				participants,
				poolAction,
				skipDuplicateCheck,
			],
		},
		operatorUserId,
	],
	request: ({ relationType: type, customerFields, operator, additionalFields }) => {
		const { owners: own, participants: more, extendData, ...rest } = additionalFields;
		return {
			body: {
				relationType: type,
				creatorUserId: operator,
				data: customerFields.columns,
				extendData: isObject(extendData) ? extendData : undefined,
				permission: permissionOf({ owners: own, participants: more }),
				...rest,
			},
		};
	},
});
