import { defineField, defineFields } from '../runtime/field';
import { InputError } from '../runtime/operation';
import type { Spaces } from './cardSpaces';
import { group } from './group';
import { personModes } from './person';

/** The template that DingTalk's own Stream SDKs send: vendor code, not documentation. */
export const SDK_TEMPLATE = '382e4302-551d-4880-bf29-a30acfab2e71.schema';

/** Its variable that the text is streamed into. */
export const DEFAULT_KEY = 'msgContent';

/** What it shows by its variable `flowStatus`. */
export const FLOW = { thinking: '1', writing: '2', done: '3', failed: '5' } as const;

/** Who gets an AI card, as a form names it. */
export interface Receiver {
	sendTo: 'chat' | 'group' | 'person';
	/** Of the robot message: `single` or `group`. */
	chatType?: string;
	conversationId?: string;
	sender?: string;
	person?: string;
	openConversationId?: string;
}

/** How a form names the receiver, but for what it says of the robot message. */
export const sendTo = defineField({
	displayName: 'Send To',
	zh: { name: '发送给', description: '默认为触发流程的机器人消息所在会话' },
	name: 'sendTo',
	type: 'options',
	default: 'chat',
	options: [
		{ name: 'Chat of the Robot Message', value: 'chat', zh: '机器人消息所在会话' },
		{ name: 'Group', value: 'group', zh: '群' },
		{ name: 'Person', value: 'person', zh: '个人' },
	],
	description: 'By default the chat in which somebody wrote to the robot',
});

/** The receivers that `sendTo` names besides that chat. */
export const namedReceivers = defineFields([
	{
		displayName: 'Person',
		zh: { name: '接收人', description: '在其与机器人的单聊中显示' },
		name: 'person',
		type: 'resourceLocator',
		person: 'userId',
		required: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		displayOptions: { show: { sendTo: ['person'] } },
		description: 'Whose chat with the robot shows the card',
	},
	{ ...group, displayOptions: { show: { sendTo: ['group'] } } },
]);

/** The one place that the card goes to. @throws InputError where the message of the trigger does not say it. */
export function spaceOf({ sendTo, chatType, conversationId, sender, person, openConversationId }: Receiver): Spaces {
	const [to, chat] =
		sendTo === 'person'
			? [person]
			: sendTo === 'group'
				? [undefined, openConversationId]
				: chatType === 'group'
					? [undefined, conversationId]
					: [sender];
	if (!to && !chat)
		throw new InputError(
			'Send To',
			'is the chat of a robot message, but the item has none: start with DingTalk Trigger, or choose a person or a group',
			'为机器人消息所在会话，但数据项中没有消息：请以钉钉触发器开始，或选择个人、群',
		);
	return { people: to ? [to] : [], groups: chat ? [chat] : [] };
}
