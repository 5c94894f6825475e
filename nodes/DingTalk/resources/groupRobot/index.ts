import type { Resource } from '../../../runtime/operation';
import { send } from './send';

export const groupRobot: Resource = {
	name: 'Group Robot',
	value: 'groupRobot',
	description: 'Custom robot of a group: sends by webhook, without an app',
	credential: 'dingTalkRobotApi',
	operations: [send],
	zh: { name: '群机器人', description: '群里的自定义机器人，通过 Webhook 发送，无需应用' },
};
