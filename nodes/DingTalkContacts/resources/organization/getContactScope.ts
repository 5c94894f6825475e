import { isObject } from '../../../protocol/json';
import { defineOperation } from '../../../runtime/operation';

export const getContactScope = defineOperation({
	name: 'Get Contact Scope',
	value: 'getContactScope',
	action: 'Get which people and fields the app may see',
	description:
		"Get what the app may see of the address book. One call. The first stop when people are not found: 'authed_dept' [1] is the whole organization.",
	zh: {
		name: '获取通讯录权限范围',
		action: '获取应用的通讯录权限范围',
		description: '获取应用可见的通讯录范围。一次调用。查不到人时先看这里：authed_dept 为 [1] 表示全员',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-corpsecret-authorization-scope',
	permission: 'qyapi_base',
	route: 'GET /auth/scopes',
	fields: [],
	request: () => ({}),
	output: ({ auth_org_scopes, auth_user_field, condition_field }) => ({
		...(isObject(auth_org_scopes) && auth_org_scopes),
		auth_user_field,
		condition_field,
	}),
});
