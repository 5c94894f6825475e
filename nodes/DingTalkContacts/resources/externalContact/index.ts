import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getLabels } from './getLabels';
import { update } from './update';

export const externalContact: Resource = {
	name: 'External Contact',
	value: 'externalContact',
	description: 'People outside the organization',
	operations: [getAll, get, create, update, remove, getLabels],
	zh: { name: '外部联系人', description: '企业外部的联系人' },
	hints,
};
