import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { getBalances } from './getBalances';
import { getRecords } from './getRecords';
import { getStatus } from './getStatus';
import { getTypes } from './getTypes';
import { updateBalances } from './updateBalances';

export const leave: Resource = {
	name: 'Leave',
	value: 'leave',
	description: 'Kinds of leave, balances, who is away',
	operations: [getBalances, updateBalances, getStatus, getTypes, getRecords],
	zh: { name: '假期', description: '假期类型、余额与请假状态' },
	hints,
};
