import type { Resource } from '../../runtime/operation';
import { card } from './card';
import { eventSubscription } from './eventSubscription';
import { groupRobot } from './groupRobot';
import { media } from './media';
import { robot } from './robot';
import { workNotification } from './workNotification';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [workNotification, robot, groupRobot, card, media, eventSubscription];
