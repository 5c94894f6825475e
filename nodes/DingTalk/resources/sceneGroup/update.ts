import { defineOperation, InputError } from '../../../runtime/operation';
import { sceneGroup } from '../../../shared/group';
import { newOwner } from '../../fields/members';
import { checkPicture, pictureFields, pictureOf } from '../../fields/picture';
import { MOST_TITLE } from './fields';
import { managementOptions, pluginField, settingFields } from './settings';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a scene group',
	description:
		'Change title, picture, owner or settings of a scene group. One call, one more for a picture file. Settings that are not added stay as they are.',
	zh: {
		name: '更新场景群',
		action: '更新场景群',
		description: '修改场景群的名称、头像、群主或设置。一次调用，上传头像另算一次；只发送添加的设置项',
	},
	docs: 'https://open.dingtalk.com/document/development/api-updatescenegroup',
	permission: 'qyapi_chat_manage',
	route: 'POST /v1.0/im/sceneGroup/update',
	safe: true,
	fields: [
		sceneGroup,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'External Owner',
					zh: { name: '外部群主', description: '新群主为外部联系人时，填写其 unionId' },
					name: 'externalOwner',
					type: 'string',
					id: true,
					default: '',
					description: 'Union ID of the new owner where it is somebody from outside',
				},
				{ ...newOwner, required: false },
				...pictureFields,
				{
					displayName: 'Title',
					zh: { name: '群名称', description: '新的群名称' },
					name: 'title',
					type: 'string',
					maxLength: MOST_TITLE,
					default: '',
					description: 'The new title',
				},
				...settingFields,
				pluginField,
			],
		},
	],
	check: ({ updateFields }) => {
		checkPicture(updateFields);
		if (Object.keys(updateFields).length === 0)
			throw new InputError('Update Fields', 'is empty: there is nothing to change', '为空，没有可更新的内容');
	},
	prepare: async ({ updateFields }, api) => ({ icon: await pictureOf(updateFields, api) }),
	request: ({ openConversationId, updateFields: given }, { found }) => ({
		body: {
			open_conversation_id: openConversationId,
			title: given.title,
			icon: found.icon,
			owner_user_id: given.owner,
			owner_union_id: given.externalOwner,
			management_options: managementOptions(given),
		},
	}),
	output: (_, { openConversationId }) => ({ success: true, openConversationId }),
});
