import type { Subscription } from '../protocol/stream/gateway';
import type { Incoming } from './incoming';
import { CARD_TOPIC, ROBOT_TOPIC } from './item';

/** What a trigger is to receive, as chosen in the node. Empty lists and texts mean "any". */
export interface Wanted {
	readonly events: boolean;
	readonly robotMessages: boolean;
	readonly cardCallbacks: boolean;
	/** Event types, or undefined for all of them. */
	readonly eventTypes?: ReadonlySet<string>;
	readonly processCodes: readonly string[];
	readonly departmentIds: readonly string[];
	readonly conversationIds: readonly string[];
	readonly senders: readonly string[];
	readonly onlyMentions: boolean;
	readonly text?: RegExp;
	readonly actionIds: readonly string[];
	readonly outTrackIds: readonly string[];
}

/** The subscriptions to ask the gateway for. */
export const subscriptionsFor = ({ events, robotMessages, cardCallbacks }: Wanted): Subscription[] => [
	// Which events an app gets is set in the developer console; the wire knows only `*`.
	...(events ? [{ type: 'EVENT', topic: '*' } as const] : []),
	...(robotMessages ? [{ type: 'CALLBACK', topic: ROBOT_TOPIC } as const] : []),
	...(cardCallbacks ? [{ type: 'CALLBACK', topic: CARD_TOPIC } as const] : []),
];

/** Every text and number in a field, which may hold one or a list. */
const valuesOf = (field: unknown): string[] =>
	(Array.isArray(field) ? field : [field]).filter((value) => ['string', 'number'].includes(typeof value)).map(String);

const meets = (allowed: readonly string[], ...fields: unknown[]): boolean => {
	if (allowed.length === 0) return true;
	const values = fields.flatMap(valuesOf);
	return allowed.some((value) => values.includes(value));
};

function wantsEvent(wanted: Wanted, { item }: Incoming): boolean {
	const { data, eventType } = item;
	if (wanted.eventTypes && !wanted.eventTypes.has(eventType)) return false;
	// A filter counts only for events that have such a field at all.
	const isApproval = 'processCode' in data;
	const departments = [data.deptId, data.deptIds, data.DeptId, data.deptIdList].filter((value) => value !== undefined);
	return (
		(!isApproval || meets(wanted.processCodes, data.processCode)) &&
		(departments.length === 0 || meets(wanted.departmentIds, ...departments))
	);
}

function wantsMessage(wanted: Wanted, { item }: Incoming): boolean {
	const { senderStaffId, senderUnionId, conversationId } = item.data;
	if (wanted.onlyMentions && item.mentionsRobot !== true && item.data.conversationType === '2') return false;
	if (wanted.text && !wanted.text.test(String(item.text))) return false;
	return meets(wanted.conversationIds, conversationId) && meets(wanted.senders, senderStaffId, senderUnionId);
}

const wantsCard = (wanted: Wanted, { item }: Incoming): boolean =>
	meets(wanted.actionIds, item.actionIds) &&
	meets(wanted.outTrackIds, item.outTrackId) &&
	meets(wanted.senders, item.userId);

/** Whether the trigger is to start its workflow for this. */
export function isWanted(wanted: Wanted, incoming: Incoming): boolean {
	if (incoming.kind === 'event') return wanted.events && wantsEvent(wanted, incoming);
	if (incoming.kind === 'robot') return wanted.robotMessages && wantsMessage(wanted, incoming);
	return wanted.cardCallbacks && wantsCard(wanted, incoming);
}
