import type { Subscription } from '../../protocol/stream/gateway';
import { CARD_TOPIC, ROBOT_TOPIC } from '../../protocol/stream/topics';
import type { Filters } from '../filters';

/** What to ask the gateway for. */
export const topicsFor = ({ events, robotMessages, cardCallbacks }: Filters): Subscription[] => [
	// Which events an app gets is set in the developer console; the wire knows only `*`.
	...(events ? [{ type: 'EVENT', topic: '*' } as const] : []),
	...(robotMessages ? [{ type: 'CALLBACK', topic: ROBOT_TOPIC } as const] : []),
	...(cardCallbacks ? [{ type: 'CALLBACK', topic: CARD_TOPIC } as const] : []),
];
