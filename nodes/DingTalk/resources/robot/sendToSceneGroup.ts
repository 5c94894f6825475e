import { defineOperation, InputError } from '../../../runtime/operation';
import { isObject, writeJson } from '../../../protocol/json';
import { sceneGroup } from '../../../shared/group';
import { mobileOf } from '../../../runtime/people';
import { personModes } from '../../../shared/person';

/** A map of texts as the route wants it: JSON text. @throws InputError for what is no object. */
function mapText(given: unknown, field: string): string | undefined {
	if (given === undefined) return undefined;
	if (!isObject(given)) throw new InputError(field, 'must be a JSON object', '必须是 JSON 对象');
	return Object.keys(given).length === 0 ? undefined : writeJson(given);
}

const commas = (list: readonly string[] = []) => (list.length > 0 ? list.join(',') : undefined);

/** Most people to mention. https://open.dingtalk.com/document/development/group-template-robot-message */
const MOST_MENTIONED = 50;

export const sendToSceneGroup = defineOperation({
	name: 'Send to Scene Group',
	value: 'sendToSceneGroup',
	action: 'Send a message with mentions to a scene group',
	description:
		"Send a message of the scene group's robot, with mentions. One call. The robot is the one of the group template, not the app's robot.",
	zh: {
		name: '发送群助手消息',
		action: '发送群助手消息到场景群',
		description: '用场景群模板的机器人发消息，可 @ 成员。一次调用；机器人是群模板中的机器人，不是应用机器人',
	},
	docs: 'https://open.dingtalk.com/document/development/group-template-robot-message',
	permission: 'qyapi_chat_manage',
	route: 'POST /topapi/im/chat/scencegroup/message/send_v2',
	fields: [
		sceneGroup,
		{
			displayName: 'Template Robot Code',
			zh: { name: '群模板机器人编码', description: '开发者后台“开放能力 → 场景群 → 机器人”中的 ID' },
			name: 'templateRobotCode',
			type: 'string',
			id: true,
			required: true,
			default: '',
			description: "The robot's ID in the developer console: Scene Group → Robot",
		},
		{
			displayName: 'Message Template ID',
			zh: { name: '消息模板 ID', description: '群模板机器人的消息模板，或钉钉提供的通用模板' },
			name: 'messageTemplateId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. offical_template_test_action_card',
			description: "A message template of the robot, or one of DingTalk's general templates for scene groups",
		},
		{
			displayName: 'Template Parameters (JSON)',
			zh: { name: '模板参数（JSON）', description: '消息模板中文本变量的值' },
			name: 'parameters',
			type: 'json',
			default: '{}',
			description: 'Values of the text variables of the template, by their names',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Media Parameters (JSON)',
					zh: { name: '多媒体参数（JSON）', description: '消息模板中多媒体变量的 media_id' },
					name: 'mediaParameters',
					type: 'json',
					default: '{}',
					description: 'Media IDs of the media variables of the template, by their names',
				},
				{
					displayName: 'Mention Everyone',
					zh: { name: '@ 所有人', description: '是否 @ 群里所有人' },
					name: 'atAll',
					type: 'boolean',
					default: true,
					description: 'Whether to call everyone in the group by @',
				},
				{
					displayName: 'Mobiles to Mention',
					zh: { name: '@ 成员手机号', description: '要 @ 的群成员手机号，逗号分隔' },
					name: 'atMobiles',
					type: 'string',
					list: true,
					maxItems: MOST_MENTIONED,
					default: '',
					placeholder: 'e.g. 13800000000',
					description: 'Mobile numbers of group members to call by @, separated by commas',
				},
				{
					displayName: 'People to Mention',
					zh: { name: '@ 成员', description: '要 @ 的群成员：一个人，或用逗号分隔的多个 ID' },
					name: 'atUsers',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					maxItems: MOST_MENTIONED,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Group members to call by @: one person, or several IDs separated by commas',
				},
				{
					displayName: 'Visible To',
					zh: {
						name: '可见成员',
						description: '群里只有这些成员能看到消息：一个人，或用逗号分隔的多个 ID；留空为所有人可见',
					},
					name: 'receivers',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description:
						'The only group members who see it: one person, or several IDs separated by commas. Empty: everyone.',
				},
				{
					displayName: 'Visible to External Contacts',
					zh: { name: '可见的外部成员', description: '能看到消息的外部成员的 unionId，逗号分隔' },
					name: 'externalReceivers',
					type: 'string',
					list: true,
					default: '',
					description: 'Union IDs of external members who see it, separated by commas',
				},
				{
					displayName: 'Visible to Mobiles',
					zh: { name: '可见成员手机号', description: '能看到消息的成员手机号，逗号分隔' },
					name: 'receiverMobiles',
					type: 'string',
					list: true,
					default: '',
					placeholder: 'e.g. 13800000000',
					description: 'Mobile numbers of members who see it, separated by commas',
				},
			],
		},
	],
	request: ({ openConversationId, templateRobotCode, messageTemplateId, parameters, additionalFields: more }) => ({
		body: {
			target_open_conversation_id: openConversationId,
			robot_code: templateRobotCode,
			msg_template_id: messageTemplateId,
			msg_param_map: mapText(parameters, 'Template Parameters (JSON)'),
			msg_media_id_param_map: mapText(more.mediaParameters, 'Media Parameters (JSON)'),
			at_users: commas(more.atUsers),
			at_mobiles: commas(more.atMobiles?.map(mobileOf)),
			is_at_all: more.atAll,
			receiver_user_ids: more.receivers,
			receiver_union_ids: commas(more.externalReceivers),
			receiver_mobiles: commas(more.receiverMobiles?.map(mobileOf)),
		},
	}),
	output: ({ open_msg_id: id }) => ({ success: true, open_msg_id: id }),
});
