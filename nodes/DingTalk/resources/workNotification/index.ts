import type { Resource } from '../../../runtime/operation';
import { getProgress } from './getProgress';
import { getResult } from './getResult';
import { recall } from './recall';
import { send } from './send';
import { updateStatusBar } from './updateStatusBar';

export const workNotification: Resource = {
	name: 'Work Notification',
	value: 'workNotification',
	description: "Messages in people's work notifications, in the app's name",
	operations: [send, getProgress, getResult, updateStatusBar, recall],
	zh: { name: '工作通知', description: '以应用名义发到员工工作通知中的消息' },
};
