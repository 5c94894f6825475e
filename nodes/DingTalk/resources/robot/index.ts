import type { Resource } from '../../../runtime/operation';
import { reply } from './reply';
import { sendToGroup } from './sendToGroup';
import { sendToUsers } from './sendToUsers';

export const robot: Resource = {
	name: 'App Robot',
	value: 'robot',
	description: 'Robot of the app: messages to people and groups, replies',
	operations: [reply, sendToGroup, sendToUsers],
	zh: { name: '应用机器人', description: '企业应用的机器人，向个人和群发消息、回复消息' },
};
