import { defineProcedure } from '../../../runtime/operation';
import { externals, members, owner } from '../../fields/members';
import { checkPicture, pictureFields, pictureOf } from '../../fields/picture';
import { MOST_NAME, ownerType } from './fields';
import { managementOptions, settingFields } from './settings';

const CREATE = 'POST /v1.0/im/group/create';

export const create = defineProcedure({
	name: 'Create',
	value: 'create',
	action: 'Create a group',
	description:
		'Create an ordinary internal group. One call, one more for a picture file. Keep both IDs of the output: Update, Get and members want the chatid, robots and admins the openConversationId. A second run creates a second group.',
	zh: {
		name: '创建群',
		action: '创建群',
		description:
			'创建普通内部群。一次调用，上传头像另算一次。请保存输出的两个 ID：更新、查询和成员操作使用 chatid，机器人和管理员操作使用 openConversationId；重复运行会再建一个群',
	},
	docs: 'https://open.dingtalk.com/document/development/create-common-group-new-version-v2',
	permission: 'qyapi_chat_manage',
	routes: [CREATE, 'POST /media/upload'],
	fields: [
		{
			displayName: 'Name',
			zh: { name: '群名称', description: '显示给成员的名称' },
			name: 'name',
			type: 'string',
			required: true,
			maxLength: MOST_NAME,
			default: '',
			placeholder: 'e.g. Incident 2026-12-01',
			description: 'What the members see',
		},
		{ ...members, required: true },
		owner,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				externals,
				{
					displayName: 'Kind',
					zh: { name: '群类型', description: '默认内部群；创建普通群需联系钉钉技术支持开通' },
					name: 'conversationTag',
					type: 'options',
					default: 2,
					options: [
						{ name: 'Internal Group', value: 2, zh: '内部群' },
						{ name: 'Ordinary Group', value: 0, zh: '普通群' },
					],
					description: "DingTalk's support must allow ordinary groups first",
				},
				ownerType,
				...pictureFields,
				...settingFields,
			],
		},
	],
	plan: ({ name, members: useridlist, owner: who, additionalFields: more }) => {
		checkPicture(more);
		const { externals: extidlist, conversationTag, ownerType: kind } = more;
		return {
			picture: more,
			body: {
				name,
				owner: who,
				ownerType: kind,
				useridlist,
				extidlist,
				conversationTag,
				managementOptions: managementOptions(more),
			},
		};
	},
	run: async ({ picture, body }, api) =>
		await api.call(CREATE, { body: { ...body, icon: await pictureOf(picture, api) } }),
});
