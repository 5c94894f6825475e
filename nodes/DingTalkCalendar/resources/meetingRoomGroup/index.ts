import type { Resource } from '../../../runtime/operation';
import hints from '../meetingRoom/hints.json';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const meetingRoomGroup: Resource = {
	name: 'Meeting Room Group',
	value: 'meetingRoomGroup',
	description: 'How meeting rooms are grouped: by building, by floor',
	operations: [getAll, create, update, remove],
	zh: { name: '会议室分组', description: '会议室的分组，例如楼宇、楼层' },
	hints,
};
