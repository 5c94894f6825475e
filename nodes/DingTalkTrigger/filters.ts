import { type Incoming, textOf } from './item/incoming';

/** What a trigger is to receive, as chosen in the node. Empty lists and texts mean "any". */
export interface Filters {
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

/** Every text and number in a field, which may hold one or a list. */
const valuesOf = (field: unknown): string[] =>
	(Array.isArray(field) ? field : [field]).filter((value) => ['string', 'number'].includes(typeof value)).map(String);

const meets = (allowed: readonly string[], ...fields: unknown[]): boolean => {
	if (allowed.length === 0) return true;
	const values = fields.flatMap(valuesOf);
	return allowed.some((value) => values.includes(value));
};

function wantsEvent(filters: Filters, { item }: Incoming): boolean {
	const { data, eventType } = item;
	if (filters.eventTypes && !filters.eventTypes.has(eventType)) return false;
	// A filter counts only for events that have such a field at all.
	const isApproval = 'processCode' in data;
	const departments = [data.deptId, data.deptIds, data.DeptId, data.deptIdList].filter((value) => value !== undefined);
	return (
		(!isApproval || meets(filters.processCodes, data.processCode)) &&
		(departments.length === 0 || meets(filters.departmentIds, ...departments))
	);
}

function wantsMessage(filters: Filters, { item }: Incoming): boolean {
	const { senderStaffId, senderUnionId, senderId, conversationId } = item.data;
	if (filters.onlyMentions && item.mentionsRobot !== true && item.data.conversationType === '2') return false;
	if (filters.text && !filters.text.test(textOf(item.text))) return false;
	return (
		meets(filters.conversationIds, conversationId) && meets(filters.senders, senderStaffId, senderUnionId, senderId)
	);
}

const wantsCard = (filters: Filters, { item }: Incoming): boolean =>
	meets(filters.actionIds, item.actionIds) &&
	meets(filters.outTrackIds, item.outTrackId) &&
	meets(filters.senders, item.userId);

/** Whether the trigger is to start its workflow for this. */
export function passes(filters: Filters, incoming: Incoming): boolean {
	if (incoming.kind === 'event') return filters.events && wantsEvent(filters, incoming);
	if (incoming.kind === 'robot') return filters.robotMessages && wantsMessage(filters, incoming);
	return filters.cardCallbacks && wantsCard(filters, incoming);
}
