import { defineFields } from '../../runtime/field';
import { group } from '../../shared/group';
import { people } from '../../shared/person';

/** Who is asked. */
export const receiverFields = defineFields([
	{
		displayName: 'Send To',
		zh: { name: '发送给', description: '个人在与机器人的单聊中收到，群在群会话中收到' },
		name: 'sendTo',
		type: 'options',
		default: 'person',
		options: [
			{ name: 'Group', value: 'group', zh: '群' },
			{ name: 'People', value: 'person', zh: '个人' },
		],
		description: 'People get the question in their chat with the robot',
	},
	{
		...people,
		zh: { ...people.zh, name: '接收人' },
		displayOptions: { show: { sendTo: ['person'] } },
		description: 'Who is asked: one person, or several IDs separated by commas',
	},
	{ ...group, displayOptions: { show: { sendTo: ['group'] } } },
]);
