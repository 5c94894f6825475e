import type { Resource } from '../../../runtime/operation';
import { send } from './send';
import zh from './zh-CN.json';

export const groupRobot: Resource = {
	name: 'Group Robot',
	value: 'groupRobot',
	description: 'Custom robot of a group, known by its webhook',
	credential: 'dingTalkRobotApi',
	operations: [send],
	zh,
};
