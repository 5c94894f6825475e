import type { Route, World } from '../../world';
import { yidaFormRoutes } from './forms';
import { yidaHistoryRoutes } from './history';
import { yidaProcessRoutes } from './processes';
import { smartFormRoutes } from './smartForms';

/** Yida and smart forms. */
export const formRoutes = (world: World): Route[] => [
	...yidaFormRoutes(world),
	...yidaHistoryRoutes(world),
	...yidaProcessRoutes(world),
	...smartFormRoutes(world),
];
