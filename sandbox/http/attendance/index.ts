import type { Route, World } from '../../world';
import { approvedRoutes } from './approved';
import { checkInRoutes } from './checkIns';
import { groupRoutes } from './groups';
import { leaveRoutes } from './leave';
import { punchRoutes } from './punches';
import { scheduleRoutes } from './schedules';

export { punchAt, seedPunches } from './punches';

/** Punches, groups, shifts, schedules, leave and check-ins. */
export const attendanceRoutes = (world: World): Route[] => [
	...punchRoutes(world),
	...groupRoutes(world),
	...scheduleRoutes(world),
	...leaveRoutes(world),
	...approvedRoutes(world),
	...checkInRoutes(world),
];
