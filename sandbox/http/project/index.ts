import type { Route, World } from '../../world';
import { projectRoutes } from './projects';
import { taskRoutes } from './tasks';

/** Teambition. */
export const teambitionRoutes = (world: World): Route[] => [...projectRoutes(world), ...taskRoutes(world)];
