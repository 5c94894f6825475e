import type { Resource } from '../../../runtime/operation';
import { ban } from './ban';
import { book } from './book';
import { cancelBooking } from './cancelBooking';
import { create } from './create';
import { remove } from './delete';
import { findFree } from './findFree';
import { get } from './get';
import { getAll } from './getAll';
import { getAvailability } from './getAvailability';
import hints from './hints.json';
import { unban } from './unban';
import { update } from './update';

export const meetingRoom: Resource = {
	name: 'Meeting Room',
	value: 'meetingRoom',
	description: 'Rooms, whether they are free, and their bookings for events',
	operations: [findFree, getAvailability, book, cancelBooking, getAll, get, create, update, remove, ban, unban],
	zh: { name: '会议室', description: '会议室、空闲情况及日程预定' },
	hints,
};
