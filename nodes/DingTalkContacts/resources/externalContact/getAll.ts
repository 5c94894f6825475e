import { defineOperation } from '../../../runtime/operation';
import { hundreds } from '../../locators/externalContacts';
import { simplifyContact } from './fields';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many external contacts',
	description: 'Get the external contacts. One call per 100, free of the monthly quota.',
	zh: {
		name: '获取多个',
		action: '获取外部联系人列表',
		description: '获取外部联系人列表。每 100 人一次调用，不计入月度调用量',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-external-contact-list',
	permission: 'qyapi_ext_read',
	route: 'POST /topapi/extcontact/list',
	safe: true,
	fields: [],
	request: () => ({ body: {} }),
	paging: hundreds,
	simplify: simplifyContact,
});
