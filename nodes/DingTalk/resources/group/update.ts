import { isObject } from '../../../protocol/json';
import { defineProcedure, InputError } from '../../../runtime/operation';
import { chatId } from '../../../shared/group';
import { newOwner } from '../../fields/members';
import { checkPicture, pictureFields, pictureOf } from '../../fields/picture';
import { MOST_NAME, ownerType, UPDATE } from './fields';
import { GET } from './get';
import { currentSettings, managementOptions, settingFields } from './settings';

export const update = defineProcedure({
	name: 'Update',
	value: 'update',
	action: 'Update a group',
	description:
		'Change name, picture, owner or settings of a group. One call; one more for a picture file, and one more for settings: DingTalk resets the settings that are not sent, so the present ones are read first.',
	zh: {
		name: '更新群',
		action: '更新群',
		description:
			'修改群的名称、头像、群主或设置。一次调用；上传头像另算一次；修改设置时先读取现有设置（未传的设置会被钉钉重置），另算一次',
	},
	docs: 'https://open.dingtalk.com/document/development/api-updategroup',
	permission: 'qyapi_chat_manage',
	routes: [UPDATE, GET, 'POST /media/upload'],
	fields: [
		chatId,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Name',
					zh: { name: '群名称', description: '新的群名称' },
					name: 'name',
					type: 'string',
					maxLength: MOST_NAME,
					default: '',
					description: 'The new name',
				},
				{ ...newOwner, required: false },
				ownerType,
				...pictureFields,
				...settingFields,
			],
		},
	],
	plan: ({ chatid, updateFields: given }) => {
		checkPicture(given);
		const settings = managementOptions(given);
		const { name, owner, ownerType: kind } = given;
		if (!settings && [name, owner, given.pictureProperty, given.pictureId].every((value) => value === undefined))
			throw new InputError('Update Fields', 'is empty: there is nothing to change', '为空，没有可更新的内容');
		return { picture: given, settings, body: { chatid, name, owner, ownerType: kind } };
	},
	run: async ({ picture, settings, body }, api) => {
		const { chat_info: group } = settings ? await api.call(GET, { query: { chatid: body.chatid } }) : {};
		const managementOptions = settings && { ...(isObject(group) ? currentSettings(group) : {}), ...settings };
		const icon = await pictureOf(picture, api);
		await api.call(UPDATE, { body: { ...body, icon, managementOptions } }, { safe: true });
		return { success: true, chatid: body.chatid };
	},
});
