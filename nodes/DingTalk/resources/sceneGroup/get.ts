import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { sceneGroup } from '../../../shared/group';
import { coolAppCode } from './fields';

const QUERY = 'POST /v1.0/im/sceneGroups/query';
const SETTINGS = 'POST /topapi/im/chat/scenegroup/get';

/** The legacy route answers settings as the texts "0" and "1". */
const counted = (settings: unknown) =>
	Object.fromEntries(Object.entries(isObject(settings) ? settings : {}).map(([name, value]) => [name, Number(value)]));

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get a scene group',
	description:
		'Get title, owner, template and state of a scene group. One call; two with settings and admins. Only groups whose template belongs to this app. Status 2 means dissolved.',
	zh: {
		name: '查询场景群',
		action: '查询场景群信息',
		description:
			'获取场景群的名称、群主、模板和状态。一次调用，包含设置与管理员时两次；仅限本应用群模板创建的群，status 为 2 表示已解散',
	},
	docs: 'https://open.dingtalk.com/document/development/query-group-information',
	permission: 'qyapi_chat_manage',
	routes: [QUERY, SETTINGS],
	fields: [
		sceneGroup,
		coolAppCode,
		{
			displayName: 'Include Settings',
			zh: { name: '包含群设置', description: '是否同时返回群设置、管理员和成员数（多一次调用）' },
			name: 'includeSettings',
			type: 'boolean',
			under: 'options',
			default: true,
			description: 'Whether settings, admins and the number of members come too, for one more call',
		},
	],
	run: async ({ openConversationId, coolAppCode: code, includeSettings }, api) => {
		const group = await api.call(QUERY, { body: { openConversationId, coolAppCode: code } }, { safe: true });
		if (!includeSettings) return { ...group, openConversationId };
		const more = await api.call(SETTINGS, { body: { open_conversation_id: openConversationId } }, { safe: true });
		const { management_options: settings, sub_admin_staff_ids: adminUserIds, member_amount: memberAmount } = more;
		return { ...group, openConversationId, memberAmount, adminUserIds, managementOptions: counted(settings) };
	},
	simplify: (group) =>
		pick(group, [
			'openConversationId',
			'title',
			'ownerUserId',
			'templateId',
			'status',
			'groupUrl',
			'memberAmount',
			'adminUserIds',
			'managementOptions',
		]),
});
