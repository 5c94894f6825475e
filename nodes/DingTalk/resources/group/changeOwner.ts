import { defineOperation } from '../../../runtime/operation';
import { chatId } from '../../../shared/group';
import { newOwner } from '../../fields/members';
import { ownerType, UPDATE } from './fields';

export const changeOwner = defineOperation({
	name: 'Change Owner',
	value: 'changeOwner',
	action: 'Change the owner of a group',
	description: 'Make another member the owner of a group. One call.',
	zh: { name: '转让群主', action: '转让群主', description: '把群主转让给其他成员。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/api-updategroup',
	permission: 'qyapi_chat_manage',
	route: UPDATE,
	safe: true,
	fields: [
		chatId,
		newOwner,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [ownerType],
		},
	],
	request: ({ chatid, owner, additionalFields }) => ({ body: { chatid, owner, ...additionalFields } }),
	output: (_, { chatid, owner }) => ({ success: true, chatid, owner }),
});
