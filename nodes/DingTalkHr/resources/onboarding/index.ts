import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { getAll } from './getAll';

export const onboarding: Resource = {
	name: 'Onboarding',
	value: 'onboarding',
	description: 'People who will join',
	operations: [create, getAll],
	zh: { name: '入职', description: '待入职员工' },
	hints,
};
