import type { Subscription } from '../../protocol/stream/gateway';
import { CARD_DATA_TOPIC, CARD_TOPIC, DELEGATE_TOPIC, PLUGIN_TOPIC, ROBOT_TOPIC } from '../../protocol/stream/topics';
import type { Filters } from '../filters';

/** What to ask the gateway for. `answersWaits`: clicks on the cards of Send and Wait, too. */
export const topicsFor = (
	{ events, robotMessages, cardCallbacks, delegatedMessages, cardData, pluginCalls }: Filters,
	answersWaits = false,
): Subscription[] => [
	// Which events an app gets is set in the developer console; the wire knows only `*`.
	...(events ? [{ type: 'EVENT', topic: '*' } as const] : []),
	...(robotMessages ? [{ type: 'CALLBACK', topic: ROBOT_TOPIC } as const] : []),
	...(cardCallbacks || answersWaits ? [{ type: 'CALLBACK', topic: CARD_TOPIC } as const] : []),
	...(delegatedMessages ? [{ type: 'CALLBACK', topic: DELEGATE_TOPIC } as const] : []),
	...(cardData ? [{ type: 'CALLBACK', topic: CARD_DATA_TOPIC } as const] : []),
	...(pluginCalls ? [{ type: 'CALLBACK', topic: PLUGIN_TOPIC } as const] : []),
];
