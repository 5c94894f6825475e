import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { confirm } from './confirm';
import { get } from './get';
import { getAll } from './getAll';
import { getDepartures } from './getDepartures';
import { revoke } from './revoke';
import { start } from './start';
import { update } from './update';

export const offboarding: Resource = {
	name: 'Offboarding',
	value: 'offboarding',
	description: 'People who leave or have left',
	operations: [getDepartures, getAll, get, start, update, revoke, confirm],
	zh: { name: '离职', description: '待离职与已离职员工' },
	hints,
};
