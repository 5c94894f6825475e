import type { Resource } from '../../../runtime/operation';
import { reply } from './reply';
import { sendToGroup } from './sendToGroup';
import { sendToUsers } from './sendToUsers';
import zh from './zh-CN.json';

export const robot: Resource = {
	name: 'App Robot',
	value: 'robot',
	description: 'Robot of the app: messages to people and groups, replies',
	operations: [reply, sendToGroup, sendToUsers],
	zh,
};
