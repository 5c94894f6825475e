import { isTicket } from '../listening/ticket';
import { parseObject } from '../protocol/callback/request';
import { isObject } from '../protocol/json';
import { CARD_DATA_REQUEST, DELEGATED_MESSAGE, type Incoming, type TriggerItem, textOf } from './item/incoming';

/** What a trigger is to receive, as chosen in the node. Empty lists and texts mean "any". */
export interface Filters {
	readonly events: boolean;
	readonly robotMessages: boolean;
	readonly cardCallbacks: boolean;
	readonly delegatedMessages?: boolean;
	readonly cardData?: boolean;
	readonly pluginCalls?: boolean;
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
	readonly cardTemplateIds?: readonly string[];
}

/** Every text and number in a field, which may hold one or a list. */
const valuesOf = (field: unknown): string[] =>
	(Array.isArray(field) ? field : [field]).filter((value) => ['string', 'number'].includes(typeof value)).map(String);

const meets = (allowed: readonly string[], ...fields: unknown[]): boolean => {
	if (allowed.length === 0) return true;
	const values = fields.flatMap(valuesOf);
	return allowed.some((value) => values.includes(value));
};

/** Fields of contact, announcement, app and school events that name departments. */
const DEPARTMENT_FIELDS = [
	'deptId',
	'deptIds',
	'deptIdList',
	'department',
	'departmentIds',
	'shareDeptIds',
	'originatorDeptId',
];

/** Containers of such fields: whom an announcement goes to, what an app may see. */
const CONTAINERS = ['receivers', 'authOrgScopes', 'authScope'];

/** A list may have been written as JSON text, `[1,2]`. */
const listed = (field: unknown): unknown =>
	typeof field === 'string' ? field.split(/[[\],\s]+/).filter(Boolean) : field;

function departmentsIn(data: Record<string, unknown>): unknown[] {
	const own = [...DEPARTMENT_FIELDS, 'authedDept'].map((name) => data[name]).filter((field) => field !== undefined);
	const inside = CONTAINERS.map((name) => data[name]).filter(isObject);
	return [...own.map(listed), ...inside.flatMap(departmentsIn)];
}

function wantsEvent(filters: Filters, { item }: Incoming): boolean {
	const { data, eventType } = item;
	if (filters.eventTypes && !filters.eventTypes.has(eventType)) return false;
	// A filter counts only for events that have such a field at all.
	const isApproval = 'processCode' in data;
	const departments = departmentsIn(data);
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

/**
 * Where a click may name its card's template. DingTalk does not say it: the button's parameters, or the
 * card's `extension`, can. https://open.dingtalk.com/document/development/event-callback-card
 */
function templatesIn({ data, params }: TriggerItem): unknown[] {
	const extension = typeof data.extension === 'string' ? parseObject(data.extension) : data.extension;
	return [data, extension, params].filter(isObject).map(({ cardTemplateId }) => cardTemplateId);
}

/** A card of Send and Wait carries the right to answer: whatever way its click came, it starts no workflow. */
const wantsCard = (filters: Filters, { item }: Incoming): boolean =>
	!isTicket(item.outTrackId) &&
	meets(filters.actionIds, item.actionIds) &&
	meets(filters.outTrackIds, item.outTrackId) &&
	meets(filters.cardTemplateIds ?? [], ...templatesIn(item)) &&
	meets(filters.senders, item.userId);

function wantsCall({ cardData, pluginCalls, outTrackIds }: Filters, { item }: Incoming): boolean {
	if (item.eventType !== CARD_DATA_REQUEST) return pluginCalls === true;
	return cardData === true && meets(outTrackIds, item.outTrackId);
}

/** Whether the trigger is to start its workflow for this. */
export function passes(filters: Filters, incoming: Incoming): boolean {
	const { kind, item } = incoming;
	if (kind === 'event') return filters.events && wantsEvent(filters, incoming);
	if (kind === 'call') return wantsCall(filters, incoming);
	if (kind === 'card') return filters.cardCallbacks && wantsCard(filters, incoming);
	const chosen = item.eventType === DELEGATED_MESSAGE ? filters.delegatedMessages : filters.robotMessages;
	return chosen === true && wantsMessage(filters, incoming);
}
