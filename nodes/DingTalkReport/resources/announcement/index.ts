import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getReaders } from './getReaders';
import { update } from './update';

export const announcement: Resource = {
	name: 'Announcement',
	value: 'announcement',
	description: 'What the organization tells its people',
	operations: [create, getAll, get, update, remove, getReaders],
	zh: { name: '公告', description: '企业公告' },
	hints,
};
