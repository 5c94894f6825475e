import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { cancelSchedule } from './cancelSchedule';
import { close } from './close';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getByCode } from './getByCode';
import { getMembers } from './getMembers';
import { getSchedule } from './getSchedule';
import { getScheduleHistory } from './getScheduleHistory';
import { invite } from './invite';
import { lock } from './lock';
import { muteAll } from './muteAll';
import { muteMember } from './muteMember';
import { removeMembers } from './removeMembers';
import { schedule } from './schedule';
import { setCohosts } from './setCohosts';
import { updateSchedule } from './updateSchedule';

export const conference: Resource = {
	name: 'Video Conference',
	value: 'conference',
	description: 'Video conferences, running and scheduled',
	operations: [
		create,
		schedule,
		get,
		getAll,
		getMembers,
		invite,
		close,
		getByCode,
		getSchedule,
		getScheduleHistory,
		updateSchedule,
		cancelSchedule,
		muteAll,
		muteMember,
		removeMembers,
		setCohosts,
		lock,
	],
	zh: { name: '视频会议', description: '进行中的和预约的视频会议' },
	hints,
};
