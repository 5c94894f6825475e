import type { Route, World } from '../../world';
import { membershipRoutes } from './memberships';
import { ordinaryRoutes } from './ordinary';
import { sceneRoutes } from './scene';

/** Group chats: ordinary ones, those from templates, and lists of both. */
export const groupRoutes = (world: World): Route[] => [
	...ordinaryRoutes(world),
	...sceneRoutes(world),
	...membershipRoutes(world),
];
