import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import catalogue from './data/events.json';
import { type Weaver, weaver } from '../runtime/words';

/** One event type, made from the reference data by scripts/events.ts. */
export interface EventEntry {
	readonly type: string;
	readonly group: string;
	readonly groupZh: string;
	readonly name: string;
	readonly nameZh: string;
	/** DingTalk no longer recommends it. */
	readonly archived?: boolean;
	/** Never comes over Stream. */
	readonly httpOnly?: boolean;
	/** Never comes over HTTP to an app of the organization itself (SyncHTTP to third-party apps aside). */
	readonly streamOnly?: boolean;
	/** Comes to third-party apps only. */
	readonly thirdParty?: boolean;
	/** Not counted in the monthly quota of pushes. */
	readonly free?: boolean;
	/** Field names that differ: over HTTP → over Stream. */
	readonly respelt?: Readonly<Record<string, string>>;
	/** Names of its own fields, under `data` in the item; none where no example is known. */
	readonly fields?: readonly string[];
}

export const events: readonly EventEntry[] = catalogue as EventEntry[];

const byType = new Map(events.map((entry) => [entry.type, entry]));

/** The test calls of a callback URL: they are answered and never start a workflow. */
const isCheck = ({ type }: EventEntry) => /^check_.*url$/.test(type);

/** Where a name is the same but for capitals and underscores. */
const bare = (name: string): string => name.replace(/_/g, '').toLowerCase();

/** Names that a push over HTTP has beside the envelope, and that Stream has among the fields of some types only. */
const OF_THE_ENVELOPE = new Set(['timeStamp', 'corpId']);

/** Lists over Stream and HTTP, single ids in a row of SyncHTTP. */
const LISTS = new Set(['userId', 'deptId']);
const LISTING = /^(user_|org_admin_|org_dept_)/;

function streamName(name: string, { respelt = {}, fields = [] }: Pick<EventEntry, 'respelt' | 'fields'>): string {
	if (Object.hasOwn(respelt, name)) return respelt[name];
	if (fields.includes(name)) return name;
	// Pushes write `UserId`, where Stream has `userId` throughout.
	if (/^[A-Z]/.test(name)) return name.charAt(0).toLowerCase() + name.slice(1);
	// The failed-events list writes `deptid`, rows of SyncHTTP `role_name`.
	const isLower = name === name.toLowerCase();
	return (isLower && fields.find((field) => bare(field) === bare(name))) || name;
}

/**
 * The event's own fields under the names that Stream uses, whichever way they came: pages, pushes, rows of
 * SyncHTTP and the failed-events list each have spellings of their own.
 */
export function spelledAsInStream(type: string, data: Record<string, unknown>): Record<string, unknown> {
	const entry = byType.get(type) ?? {};
	const { fields = [] }: Pick<EventEntry, 'fields'> = entry;
	const spelled = Object.entries(data).map(([name, value]) => {
		const own = streamName(name, entry);
		const isList = LISTS.has(own) && LISTING.test(type) && fields.includes(own);
		return [own, isList && ['string', 'number'].includes(typeof value) ? [value] : value] as const;
	});
	return Object.fromEntries(spelled.filter(([name]) => fields.includes(name) || !OF_THE_ENVELOPE.has(name)));
}

/** What a callback URL for all events is registered for. */
export const httpEventTypes = (): string[] =>
	events
		.filter((entry) => !entry.archived && !entry.streamOnly && !entry.thirdParty && !isCheck(entry))
		.map(({ type }) => type);

/** What there is to know of an event before choosing it. */
export const marksOf = ({ archived, httpOnly, streamOnly, thirdParty, free }: EventEntry, weave: Weaver): string[] => [
	...(archived ? [weave.label('archived', '已归档')] : []),
	...(httpOnly && !thirdParty ? [weave.label('webhook only', '仅 Webhook')] : []),
	...(streamOnly && !thirdParty ? [weave.label('Stream only', '仅 Stream')] : []),
	...(thirdParty ? [weave.label('third-party only', '仅第三方应用')] : []),
	...(free ? [weave.label('free of quota', '不计推送配额')] : []),
];

/** n8n shows two lines of a choice: what the event is stands in the first, its fields, as far as they fit, in the second. */
const LINE = 60;

function fieldsLine(label: string, fields: readonly string[]): string {
	const fit = fields.filter((_, n) => `${label}${fields.slice(0, n + 1).join(', ')}, …`.length <= LINE);
	return label + [...fit, ...(fit.length < fields.length ? ['…'] : [])].join(', ');
}

/** What most workflows begin with, the most used first. */
const FREQUENT = [
	'bpms_instance_change',
	'bpms_task_change',
	'attendance_check_record',
	'check_in',
	'todo_task_create',
	'todo_task_update',
	'calendar_event_change',
	'user_add_org',
	'user_leave_org',
	'user_modify_org',
	'org_dept_create',
	'org_dept_modify',
	'org_dept_remove',
	'chat_add_member',
	'chat_remove_member',
];

/** 0 for what is used most, then the others by product, at last what DingTalk no longer recommends. */
function rankOf({ type, archived }: EventEntry): number {
	const place = FREQUENT.indexOf(type);
	return archived ? FREQUENT.length + 1 : place < 0 ? FREQUENT.length : place;
}

/** Which events an app of the organization itself can get by this connection. */
const obtainableBy =
	(connection: 'stream' | 'webhook') =>
	(entry: EventEntry): boolean =>
		!entry.thirdParty && !(connection === 'stream' ? entry.httpOnly : entry.streamOnly);

/** The event types to pick from: the frequent first; product first and both languages in the name, so that a search finds either. */
export const eventOptions = (
	weave: Weaver = weaver(),
	isShown: (entry: EventEntry) => boolean = () => true,
): INodePropertyOptions[] =>
	events
		.filter((entry) => !isCheck(entry) && isShown(entry))
		.sort((a, b) => rankOf(a) - rankOf(b))
		.map((entry) => {
			const english = `${entry.group}: ${entry.name}`;
			const chinese = `${entry.groupZh}：${entry.nameZh}`;
			const lines = [
				[entry.type, ...marksOf(entry, weave)].join(', '),
				...(entry.fields ? [fieldsLine(weave.label('Fields: ', '字段：'), entry.fields)] : []),
			];
			return { name: weave.searchable(english, chinese), value: entry.type, description: lines.join('<br>') };
		});

/** What n8n's form offers: what the connection can bring, what is chosen already, and on demand all that there is. */
export async function getEventTypes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const parameter = (name: string) => this.getCurrentNodeParameter(name);
	const isObtainable = obtainableBy(parameter('connection') === 'webhook' ? 'webhook' : 'stream');
	const chosen = parameter('events');
	const isChosen = ({ type }: EventEntry) => Array.isArray(chosen) && chosen.includes(type);
	const isShown = (entry: EventEntry) =>
		parameter('options.listAllEvents') === true || isObtainable(entry) || isChosen(entry);
	const any = { name: weaver().searchable('Any Event', '任意事件'), value: '*' };
	return await Promise.resolve([any, ...eventOptions(weaver(), isShown)]);
}
