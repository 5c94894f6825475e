import { defineOperation } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { about, aboutBody, labels, owner } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create an external contact',
	description:
		'Add somebody from outside the organization. One call, free of the monthly quota. Running it twice fails: the mobile number exists.',
	zh: {
		name: '创建',
		action: '添加外部联系人',
		description: '添加企业外部的联系人。一次调用，不计入月度调用量。重复运行会报错：手机号已存在',
	},
	docs: 'https://open.dingtalk.com/document/development/add-enterprise-external-contacts',
	permission: 'qyapi_ext_write',
	route: 'POST /topapi/extcontact/create',
	fields: [
		{ displayName: 'Name', zh: '姓名', name: 'name', type: 'string', required: true, default: '' },
		{
			displayName: 'Mobile',
			zh: { name: '手机号', description: '不含区号' },
			name: 'mobile',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. 13800000000',
			description: 'Without the country code',
		},
		{
			displayName: 'Country Code',
			zh: { name: '国家（地区）代码', description: '不含加号' },
			name: 'stateCode',
			type: 'string',
			digits: true,
			required: true,
			default: '86',
			description: 'Without the plus sign',
		},
		{ ...labels, required: true },
		{ ...owner, required: true, fallback: 'defaultOperator' },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...about],
		},
	],
	request: ({ name, mobile, stateCode: state_code, labels: ids, owner: follower_user_id, additionalFields }) => ({
		body: {
			contact: {
				name,
				mobile,
				state_code,
				label_ids: ids.map((id) => wireNumber('Labels', id)),
				follower_user_id,
				...aboutBody(additionalFields),
			},
		},
	}),
});
