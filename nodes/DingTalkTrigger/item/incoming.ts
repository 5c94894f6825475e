import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { parseObject } from '../../protocol/callback/request';
import { millis } from '../../protocol/callback/pushedEvent';
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
	/** Why DingTalk sends no more of it, in its words. */
	error?: string;
}

/** `call`: what wants a result, the workflow's output. */
export type IncomingKind = 'event' | 'robot' | 'card' | 'call';

export interface Incoming {
	readonly kind: IncomingKind;
	/** What makes it one and the same, however often and by whatever way it comes. */
	readonly key: string;
	readonly item: TriggerItem;
	/** Moments under which the failed-events list may have it, epoch milliseconds. Empty: it names no time of its own. */
	readonly times?: readonly number[];
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

const likeAt = ({ item }: Incoming, time: number): string => `like:${likeness(item.eventType, time, item.data)}`;

/** The time of an event that names none. */
const TIMELESS = 0;

/** What an event is known by in the failed-events list, where it has no id. */
export function likenessesOf(incoming: Incoming): string[] {
	if (incoming.kind !== 'event') return [];
	const times = incoming.times ?? [Date.parse(incoming.item.occurredAt)];
	return (times.length > 0 ? times : [TIMELESS]).map((time) => likeAt(incoming, time));
}

/** What an entry of the failed-events list may have come as before: at its time, or as a push that named none. */
export const mayHaveComeAs = (incoming: Incoming): string[] => [...likenessesOf(incoming), likeAt(incoming, TIMELESS)];

/** Every name under which it may come: its key, and for an event its likenesses. */
export const namesOf = (incoming: Incoming): [string, ...string[]] => [incoming.key, ...likenessesOf(incoming)];

/** Names of what is no event of the catalogue. */
export const ROBOT_MESSAGE = 'robot_message';
export const CARD_CALLBACK = 'card_callback';
export const DELEGATED_MESSAGE = 'delegated_robot_message';
export const CARD_DATA_REQUEST = 'card_data_request';
export const PLUGIN_CALL = 'plugin_call';

/** An object as it is, anything else as the field `value`: JSON that goes into an item. */
export const asData = (value: unknown): IDataObject => (isObject(value) ? value : { value }) as IDataObject;

/** An object that may have been written as JSON text, as some senders do; any other text becomes the member `content`. */
export function objectOf(value: unknown): IDataObject {
	if (typeof value !== 'string') return isObject(value) ? asData(value) : {};
	return asData(parseObject(value) ?? (value === '' ? {} : { content: value }));
}

export const textOf = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A time as DingTalk writes it → ISO 8601; `otherwise` where it is none. */
export const isoTime = (value: unknown, otherwise: number): string => new Date(millis(value, otherwise)).toISOString();
