import type { Resource } from '../../runtime/operation';
import { groupRobot } from './groupRobot';
import { media } from './media';
import { robot } from './robot';
import { todo } from './todo';
import { user } from './user';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [groupRobot, media, robot, todo, user];
