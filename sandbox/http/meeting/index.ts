import type { Route, World } from '../../world';
import { conferenceRoutes } from './conferences';
import { liveRoutes } from './live';
import { minutesRoutes } from './minutes';
import { recordingRoutes } from './recordings';
import { scheduleRoutes } from './schedules';

/** Video conferences, their recordings, live streams and minutes. */
export const meetingRoutes = (world: World): Route[] => [
	...conferenceRoutes(world),
	...scheduleRoutes(world),
	...recordingRoutes(world),
	...liveRoutes(world),
	...minutesRoutes(world),
];
