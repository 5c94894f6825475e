import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { millis } from '../../protocol/callback/event';
import { likeness } from '../../protocol/callback/failed';
import { isObject } from '../../protocol/json';

/** What starts a workflow: the same whether it came over Stream or HTTP. */
export interface TriggerItem extends IDataObject {
	eventType: string;
	eventId: string;
	corpId: string;
	/** ISO 8601. */
	occurredAt: string;
	/** The event's own fields, as DingTalk names them over Stream. */
	data: IDataObject;
}

export type IncomingKind = 'event' | 'robot' | 'card';

export interface Incoming {
	readonly kind: IncomingKind;
	/** What makes it one and the same, however often and by whatever way it comes. */
	readonly key: string;
	readonly item: TriggerItem;
	/** Characters of the text in which it came over Stream. */
	readonly size?: number;
	/** Files that came with it. */
	readonly binary?: IBinaryKeyData;
	/** Read from the failed-events list before a restart, and perhaps handed to n8n since. */
	readonly resumed?: boolean;
}

/** What n8n starts an execution with. */
export const asExecutionItem = ({ item, binary }: Pick<Incoming, 'item' | 'binary'>): INodeExecutionData => ({
	json: item,
	...(binary && { binary }),
});

/** What an event is known by in the failed-events list, where it has no id. */
export const likenessOf = ({ item }: Incoming): string =>
	`like:${likeness(item.eventType, Date.parse(item.occurredAt), item.data)}`;

/** Every name under which it may come: its key, and for an event its likeness. */
export const namesOf = (incoming: Incoming): [string, ...string[]] => [
	incoming.key,
	...(incoming.kind === 'event' ? [likenessOf(incoming)] : []),
];

/** Names of what is no event of the catalogue. */
export const ROBOT_MESSAGE = 'robot_message';
export const CARD_CALLBACK = 'card_callback';

/** An object as it is, anything else as the field `value`: JSON that goes into an item. */
export const asData = (value: unknown): IDataObject => (isObject(value) ? value : { value }) as IDataObject;

export const textOf = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A time as DingTalk writes it → ISO 8601; `otherwise` where it is none. */
export const isoTime = (value: unknown, otherwise: number): string => new Date(millis(value, otherwise)).toISOString();
