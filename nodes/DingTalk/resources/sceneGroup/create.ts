import { defineOperation } from '../../../runtime/operation';
import { members, owner } from '../../fields/members';
import { checkPicture, pictureFields, pictureOf } from '../../fields/picture';
import { groupTemplate } from '../../locators/groupTemplate';
import { MOST_TITLE } from './fields';
import { managementOptions, settingFields } from './settings';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a scene group from a template',
	description:
		'Create a group from a group template of the app. One call, one more for a picture file. At most 1,000 members. Keep both IDs of the output: nearly all operations want open_conversation_id.',
	zh: {
		name: '创建场景群',
		action: '用群模板创建场景群',
		description:
			'用应用的群模板创建群。一次调用，上传头像另算一次；最多 1000 名成员。请保存输出的两个 ID，大多数操作使用 open_conversation_id',
	},
	docs: 'https://open.dingtalk.com/document/development/create-a-scene-group',
	permission: 'qyapi_chat_manage',
	route: 'POST /v1.0/im/sceneGroup/create',
	idempotencyKey: 'body.uuid',
	fields: [
		{
			displayName: 'Title',
			zh: { name: '群名称', description: '显示给成员的名称' },
			name: 'title',
			type: 'string',
			required: true,
			maxLength: MOST_TITLE,
			default: '',
			placeholder: 'e.g. Incident 2026-12-01',
			description: 'What the members see',
		},
		groupTemplate,
		members,
		owner,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...members,
					displayName: 'Admins',
					zh: { name: '群管理员', description: '一个人，或用逗号分隔的多个 ID' },
					name: 'admins',
				},
				{
					displayName: 'Business ID',
					zh: { name: '业务 ID', description: '建群去重的 ID：相同 ID 不会重复建群；留空则每次新建' },
					name: 'uuid',
					type: 'string',
					id: true,
					default: '',
					description: 'The same ID never makes a second group. Empty: every item makes its own.',
				},
				...pictureFields,
				...settingFields,
			],
		},
	],
	check: ({ additionalFields }) => {
		checkPicture(additionalFields);
	},
	prepare: async ({ additionalFields }, api) => ({ icon: await pictureOf(additionalFields, api) }),
	request: ({ title, groupTemplateId, members: people, owner: who, additionalFields: more }, { found }) => ({
		body: {
			title,
			template_id: groupTemplateId,
			owner_user_id: who,
			user_ids: people.length > 0 ? people : undefined,
			subadmin_ids: more.admins,
			uuid: more.uuid,
			icon: found.icon,
			management_options: managementOptions(more),
		},
	}),
});
