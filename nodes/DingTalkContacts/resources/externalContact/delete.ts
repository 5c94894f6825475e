import { defineOperation } from '../../../runtime/operation';
import { externalContact } from '../../locators/externalContacts';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete an external contact',
	description: 'Delete an external contact. One call, free of the monthly quota.',
	zh: { name: '删除', action: '删除外部联系人', description: '删除外部联系人。一次调用，不计入月度调用量' },
	docs: 'https://open.dingtalk.com/document/development/delete-external-contact',
	permission: 'qyapi_ext_write',
	route: 'POST /topapi/extcontact/delete',
	fields: [externalContact],
	request: ({ externalContact: user_id }) => ({ body: { user_id } }),
	output: (_, { externalContact: userid }) => ({ deleted: true, userid }),
});
