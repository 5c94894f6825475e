import type { Route, World } from '../../world';
import { calendarsRoutes } from './calendars';
import { eventRoutes } from './events';
import { invitationRoutes } from './invitations';
import { roomRoutes } from './rooms';
import { scheduleRoutes } from './schedule';

/** Calendar and meeting rooms. */
export const calendarRoutes = (world: World): Route[] => [
	...calendarsRoutes(world),
	...eventRoutes(world),
	...invitationRoutes(world),
	...scheduleRoutes(world),
	...roomRoutes(world),
];
