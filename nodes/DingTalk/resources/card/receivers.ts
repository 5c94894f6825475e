import { defineFields } from '../../../runtime/field';
import { InputError } from '../../../runtime/operation';
import { groups } from '../../../shared/group';
import { people, personModes } from '../../../shared/person';

/** Who gets a card: people in their chat with the robot, groups, or both. */
export const receiverFields = defineFields([
	{
		displayName: 'Send To',
		zh: { name: '发送给', description: '个人（与机器人的单聊）、群，或两者' },
		name: 'sendTo',
		type: 'options',
		default: 'person',
		options: [
			{ name: 'Group', value: 'group', zh: '群' },
			{ name: 'People', value: 'person', zh: '个人' },
			{ name: 'People and Groups', value: 'both', zh: '个人和群' },
		],
		description: 'People see the card in their chat with the robot',
	},
	{
		...people,
		zh: { ...people.zh, name: '接收人' },
		displayOptions: { show: { sendTo: ['person', 'both'] } },
		description: 'Who gets the card: one person, or several IDs separated by commas',
	},
	{ ...groups, required: true, displayOptions: { show: { sendTo: ['group', 'both'] } } },
]);

/** Mentions and audience of a card in groups. */
export const deliveryFields = defineFields([
	{
		displayName: 'Mention Everyone',
		zh: { name: '@ 所有人', description: '是否在群里 @ 所有人' },
		name: 'atAll',
		type: 'boolean',
		default: true,
		description: 'Whether to call everyone in the group by @',
	},
	{
		displayName: 'People to Mention',
		zh: { name: '@ 成员', description: '要在群里 @ 的成员：一个人，或用逗号分隔的多个 ID' },
		name: 'atUsers',
		type: 'resourceLocator',
		person: 'userId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Group members to call by @: one person, or several IDs separated by commas',
	},
	{
		displayName: 'Visible To',
		zh: {
			name: '可见成员',
			description: '群里只有这些成员能看到卡片：一个人，或用逗号分隔的多个 ID；留空为所有人可见',
		},
		name: 'recipients',
		type: 'resourceLocator',
		person: 'userId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description:
			'The only group members who see the card: one person, or several IDs separated by commas. Empty: everyone.',
	},
]);

/** @throws InputError where nobody is named. */
export function someReceivers(people: readonly string[], groupIds: readonly string[]): void {
	if (people.length + groupIds.length > 0) return;
	throw new InputError(
		'People',
		'is empty, and so is Groups: nobody would see the card',
		'与“群”均为空，卡片没有接收者',
	);
}
