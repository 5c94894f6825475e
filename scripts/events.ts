import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { EventEntry } from '../nodes/DingTalkTrigger/eventTypes';
import { withoutEnvelope } from '../nodes/protocol/callback/event';
import { listing } from './catalog/write';
import { GROUPS, chineseName, englishName } from './eventNames';

/*
 * Makes nodes/DingTalkTrigger/data/events.json, the event types that the trigger knows by name:
 *   tsx scripts/events.ts <folder of the reference data>
 */
interface Reference {
	event_type: string;
	kind: 'EVENT' | 'CALLBACK';
	title_zh: string;
	archived: boolean;
	delivery: string[];
	/** By kind of app, the ways in which it gets the event. */
	app_types: Record<string, Record<string, boolean>> | null;
	quota_exempt: boolean;
	payload_mode: string;
	payload_example: { data?: unknown } | null;
	examples_by_mode: { http?: unknown } | null;
	/** Inner names have dots, those of a list's members brackets; `from` tells whether an example shows the field or only a table. */
	fields: Array<{ name: string; from: string }>;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const uncapital = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Fields that a push over HTTP writes with a capital and Stream does not: HTTP name → Stream name. */
function respelt({ payload_mode, payload_example, examples_by_mode }: Reference): Record<string, string> {
	const stream = payload_mode === 'stream' ? payload_example?.data : undefined;
	const http = examples_by_mode?.http;
	if (!isObject(stream) || !isObject(http)) return {};
	return Object.fromEntries(
		Object.keys(withoutEnvelope(http))
			.filter((name) => !(name in stream) && uncapital(name) in stream)
			.map((name) => [name, uncapital(name)]),
	);
}

/** What SyncHTTP adds, and what an answer of the API left in an example. */
const SAYS_NOTHING = new Set(['syncAction', 'errcode', 'errmsg']);

/** Names of the event's own fields, as they stand in the item's `data`: those that the example shows. */
function fieldsOf({ payload_mode, payload_example, fields }: Reference, renamed: Record<string, string>): string[] {
	const stream = payload_mode === 'stream' ? payload_example?.data : undefined;
	const shown = isObject(stream)
		? Object.keys(stream)
		: fields.filter(({ name, from }) => from === 'example' && !/[.[]/.test(name)).map(({ name }) => name);
	const own = Object.keys(withoutEnvelope(Object.fromEntries(shown.map((name) => [name.trim(), true]))));
	return [...new Set(own.filter((name) => !SAYS_NOTHING.has(name)).map((name) => renamed[name] ?? name))];
}

/** Whether apps of the organization itself never get the event, and third-party apps do. */
function isThirdParty({ delivery, app_types: apps }: Reference): boolean {
	if (!apps) return delivery.includes('synchttp') && !delivery.includes('stream') && !delivery.includes('http');
	const gets = (app: string) => Object.values(apps[app] ?? {}).some(Boolean);
	return !gets('企业内部应用') && gets('第三方企业应用');
}

/** How the event comes, where not in every way. An event that only SyncHTTP brings never reaches an app of the organization itself. */
function comes(reference: Reference): Pick<EventEntry, 'httpOnly' | 'streamOnly' | 'thirdParty'> {
	const [stream, http, sync] = ['stream', 'http', 'synchttp'].map((way) => reference.delivery.includes(way));
	return {
		...(stream && !http && { streamOnly: true }),
		...(!stream && (http || sync) && { httpOnly: true }),
		...(isThirdParty(reference) && { thirdParty: true }),
	};
}

function entry(reference: Reference): EventEntry {
	const { event_type: type, title_zh, archived, quota_exempt } = reference;
	const group = GROUPS.find(([prefix]) => prefix.test(type));
	if (!group) throw new Error(`No group for ${type}: add one to scripts/eventNames.ts`);
	const [, english, chinese] = group;
	const names = respelt(reference);
	const fields = fieldsOf(reference, names);
	return {
		type,
		group: english,
		groupZh: chinese,
		name: englishName(type),
		nameZh: chineseName(type, title_zh),
		...(archived && { archived }),
		...comes(reference),
		...(quota_exempt && { free: true }),
		...(Object.keys(names).length > 0 && { respelt: names }),
		...(fields.length > 0 && { fields }),
	};
}

function main([folder]: string[]): void {
	if (folder === undefined) throw new Error('Say where the reference data is: tsx scripts/events.ts <folder>');
	const lines = readFileSync(join(folder, 'events.jsonl'), 'utf8').trim().split('\n');
	const events = lines
		.map((line) => JSON.parse(line) as Reference)
		.filter(({ kind }) => kind === 'EVENT')
		.map(entry)
		.sort((a, b) => (a.group === b.group ? (a.type < b.type ? -1 : 1) : a.group < b.group ? -1 : 1));
	writeFileSync(join(__dirname, '../nodes/DingTalkTrigger/data/events.json'), listing(events));
	console.log(`${events.length} event types`);
}

main(process.argv.slice(2));
