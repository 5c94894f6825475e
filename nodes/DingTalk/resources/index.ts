import type { Resource } from '../../runtime/operation';
import { ai } from './ai';
import { aiCard } from './aiCard';
import { card } from './card';
import { ding } from './ding';
import { eventSubscription } from './eventSubscription';
import { group } from './group';
import { groupRobot } from './groupRobot';
import { mail } from './mail';
import { media } from './media';
import { robot } from './robot';
import { sceneGroup } from './sceneGroup';
import { workNotification } from './workNotification';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [
	workNotification,
	robot,
	groupRobot,
	card,
	aiCard,
	ding,
	group,
	sceneGroup,
	ai,
	mail,
	media,
	eventSubscription,
];
