import { defineField, defineFields } from '../../../runtime/field';
import { refuseMissing } from '../../../runtime/kinds';
import { InputError } from '../../../runtime/operation';
import { group } from '../../../shared/group';
import { personModes } from '../../../shared/person';
import { groupTemplate } from '../../locators/groupTemplate';
import { robotCodeOption } from '../robot/fields';

/** The chat at whose top a card stands. */
export const chatFields = defineFields([
	{
		displayName: 'Chat',
		zh: { name: '会话类型', description: '群，或某人与机器人的单聊' },
		name: 'conversationType',
		type: 'options',
		default: 1,
		options: [
			{ name: 'Group', value: 1, zh: '群' },
			{ name: 'Chat With the Robot', value: 2, zh: '与机器人的单聊' },
		],
		description: 'Where the card stands at the top',
	},
	{ ...group, displayOptions: { show: { conversationType: [1] } } },
	{
		displayName: 'Person',
		zh: { name: '人员', description: '在谁与机器人的单聊中' },
		name: 'user',
		type: 'resourceLocator',
		person: 'userId',
		required: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		displayOptions: { show: { conversationType: [2] } },
		description: 'In whose chat with the robot',
	},
]);

/** What shows DingTalk that the app may do this in a group. */
export const rightFields = defineFields([
	{
		displayName: 'Cool App Code',
		zh: { name: '酷应用编码', description: '安装了酷应用的群必填；场景群无需填写' },
		name: 'coolAppCode',
		type: 'string',
		id: true,
		default: '',
		description: 'For a group that has the cool app of this app; a scene group does not need it',
	},
	{ ...groupTemplate, required: false },
]);

/** Only the chat of a person with the robot needs it. https://open.dingtalk.com/document/development/send-group-helper-message */
export const robotCodeOfChat = defineField({ ...robotCodeOption, required: false });

interface Chat {
	conversationType: 1 | 2;
	openConversationId?: string;
	user?: string;
	robotCode?: string;
}

/**
 * The chat and the right to it, as both routes want them.
 * @throws InputError for a group without template and cool app: the page demands one of them.
 */
export function chatOf(
	{ conversationType, openConversationId, user, robotCode }: Chat,
	{ groupTemplateId, coolAppCode }: { groupTemplateId?: string; coolAppCode?: string },
) {
	if (conversationType === 2) {
		if (robotCode === undefined) refuseMissing(robotCodeOption);
		return { conversationType, userId: user, robotCode };
	}
	if (groupTemplateId === undefined && coolAppCode === undefined)
		throw new InputError(
			'Group Template',
			'is missing: for a scene group give the template it was made from, for a group with a cool app its code, under Additional Fields',
			'未填写：场景群请在“更多字段”中选择群模板，安装了酷应用的群请填写酷应用编码',
		);
	return { conversationType, openConversationId, groupTemplateId, coolAppCode };
}
