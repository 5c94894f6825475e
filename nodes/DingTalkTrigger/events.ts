import type { INodePropertyOptions } from 'n8n-workflow';

import catalogue from './data/events.json';
import { weaver } from '../runtime/words';

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
	/** Not counted in the monthly quota of pushes. */
	readonly free?: boolean;
	/** Field names that differ: over HTTP → over Stream. */
	readonly respelt?: Readonly<Record<string, string>>;
}

export const events: readonly EventEntry[] = catalogue as EventEntry[];

const byType = new Map(events.map((entry) => [entry.type, entry]));

/** The test calls of a callback URL: they are answered and never start a workflow. */
const isCheck = ({ type }: EventEntry) => /^check_.*url$/.test(type);

/** The event's own fields under the names that Stream uses, whichever way they came. */
export function spelledAsInStream(type: string, data: Record<string, unknown>): Record<string, unknown> {
	const respelt = byType.get(type)?.respelt;
	if (!respelt) return data;
	return Object.fromEntries(Object.entries(data).map(([name, value]) => [respelt[name] ?? name, value]));
}

/** What a callback URL for all events is registered for. */
export const httpEventTypes = (): string[] =>
	events.filter((entry) => !entry.archived && !entry.streamOnly && !isCheck(entry)).map(({ type }) => type);

/** The event types to pick from: product first, both languages in the name, so that a search finds either. */
export const eventOptions = (): INodePropertyOptions[] => {
	const weave = weaver();
	return events.filter((entry) => !isCheck(entry)).map((entry) => {
		const english = `${entry.group}: ${entry.name}`;
		const chinese = `${entry.groupZh}：${entry.nameZh}`;
		const marks = [
			entry.type,
			...(entry.archived ? [weave.label('archived', '已归档')] : []),
			...(entry.httpOnly ? [weave.label('webhook only', '仅 Webhook')] : []),
			...(entry.streamOnly ? [weave.label('Stream only', '仅 Stream')] : []),
			...(entry.free ? [weave.label('not counted in the push quota', '不计推送配额')] : []),
		];
		return { name: weave.searchable(english, chinese), value: entry.type, description: marks.join(', ') };
	});
};
