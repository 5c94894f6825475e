import { defineOperation } from '../../../runtime/operation';
import { externalContact } from '../../locators/externalContacts';
import { simplifyContact } from './fields';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get an external contact',
	description: 'Get the details of an external contact. One call, free of the monthly quota.',
	zh: { name: '获取', action: '获取外部联系人详情', description: '获取外部联系人详情。一次调用，不计入月度调用量' },
	docs: 'https://open.dingtalk.com/document/development/obtains-the-external-contact-details-of-an-enterprise',
	permission: 'qyapi_ext_read',
	route: 'POST /topapi/extcontact/get',
	safe: true,
	fields: [externalContact],
	request: ({ externalContact: user_id }) => ({ body: { user_id } }),
	simplify: simplifyContact,
});
