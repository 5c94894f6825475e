import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getView } from './getView';
import { update } from './update';

export const event: Resource = {
	name: 'Event',
	value: 'event',
	description: 'Meetings and appointments in DingTalk calendars',
	operations: [create, getAll, getView, get, update, remove],
	zh: { name: '日程', description: '钉钉日历中的日程' },
	hints,
};
