import type { Resource } from '../../../runtime/operation';
import { send } from './send';

export const groupRobot: Resource = {
	name: 'Group Robot',
	value: 'groupRobot',
	description: 'Custom robot of a group, known by its webhook',
	credential: 'dingTalkRobotApi',
	operations: [send],
	zh: { name: '群机器人', description: '群里的自定义机器人（Webhook）' },
};
