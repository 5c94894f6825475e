import type { Resource } from '../../runtime/operation';
import { approval } from './approval';
import { attendance } from './attendance';
import { card } from './card';
import { eventSubscription } from './eventSubscription';
import { groupRobot } from './groupRobot';
import { media } from './media';
import { robot } from './robot';
import { todo } from './todo';
import { user } from './user';
import { workNotification } from './workNotification';
import { workRecord } from './workRecord';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [
	approval,
	attendance,
	card,
	eventSubscription,
	groupRobot,
	media,
	robot,
	todo,
	user,
	workNotification,
	workRecord,
];
