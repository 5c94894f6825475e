import type { Resource } from '../../../runtime/operation';
import hints from './hints.json';
import { recall } from './recall';
import { send } from './send';

export const ding: Resource = {
	name: 'DING',
	value: 'ding',
	description: 'Urgent reminders in the app, by SMS or by phone',
	operations: [send, recall],
	zh: { name: 'DING 消息', description: '应用内、短信或电话的强提醒' },
	hints,
};
