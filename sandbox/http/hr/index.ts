import type { Route, World } from '../../world';
import { leavingRoutes } from './leaving';
import { hrPeopleRoutes } from './people';
import { rosterRoutes } from './roster';

/** HR (智能人事): the roster, joining, moving and leaving. */
export const hrRoutes = (world: World): Route[] => [
	...rosterRoutes(world),
	...hrPeopleRoutes(world),
	...leavingRoutes(world),
];
