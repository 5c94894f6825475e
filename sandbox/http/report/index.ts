import type { Route, World } from '../../world';
import { announcementRoutes } from './announcements';
import { reportsRoutes } from './reports';

/** Reports and announcements. */
export const reportRoutes = (world: World): Route[] => [...reportsRoutes(world), ...announcementRoutes(world)];
