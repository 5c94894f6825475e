import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { getAll } from './getAll';
import { pushIndicator } from './pushIndicator';

export const goal: Resource = {
	name: 'Goal',
	value: 'goal',
	description: 'Goals and indicators of Agoal (OKR)',
	zh: { name: '目标', description: 'Agoal 的目标（OKR）与指标' },
	hints,
	operations: [getAll, pushIndicator],
};
