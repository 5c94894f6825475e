import type { Resource } from '../../../runtime/operation';
import { getProgress } from './getProgress';
import { getResult } from './getResult';
import { recall } from './recall';
import { send } from './send';
import { updateStatusBar } from './updateStatusBar';
import zh from './zh-CN.json';

export const workNotification: Resource = {
	name: 'Work Notification',
	value: 'workNotification',
	description: "Messages of the app in people's work notifications",
	operations: [send, getProgress, getResult, updateStatusBar, recall],
	zh,
};
