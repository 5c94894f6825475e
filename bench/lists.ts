import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { BASE } from '../sandbox/data/aiTable';
import { ENDED } from '../sandbox/data/meeting';
import { WORKBOOK } from '../sandbox/data/spreadsheet';
import { YIDA_APP, YIDA_OPENS } from '../sandbox/data/yida';
import { root } from '../scripts/host/build';
import { type Form, loadOptions, mappedFields, searchList } from '../test/e2e/support/form';
import type { Bench, Line } from './line';
import { type ShownList, fieldIn, listOf, shownLists } from './listForms';
import { type Stage, withN8n, withSandbox } from './stage';
import { percentile } from './stats';

const PEOPLE = 5000;
const ROUNDS = 3;
/** Of the list that takes longest. */
const MOST_MS = 1000;

const byId = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });

/** What a list needs that no other list offers: a person has it from elsewhere. */
const known: INodeParameters = {
	app: { __rl: true, mode: 'id', value: YIDA_APP },
	systemToken: YIDA_OPENS,
	formCode: 'PROC-SANDBOX-EQUIPMENT',
	mailbox: 'notice@example.com',
	// Their lists need a word to search for, or have the running ones only.
	base: byId(BASE),
	workbook: byId(WORKBOOK),
	conference: byId(ENDED),
};

/** What is typed where most of the company matches; elsewhere the beginning of the list's first name. */
const typed: Record<string, string> = { searchUsers: '工人', searchDepartments: '工' };

interface Entry {
	name: string;
	value: unknown;
}

/** What n8n answers when the editor opens the list. */
async function ask(
	{ n8n: { api }, credentials }: Stage,
	list: ShownList,
	needs: INodeParameters,
	filter = '',
): Promise<Entry[]> {
	const { node, kind, method, parameter } = list;
	const form: Form = {
		node: node.name,
		parameters: { ...list.form, ...needs },
		credential: credentials.dingTalkApi,
	};
	if (kind === 'search') return (await searchList(api, form, parameter, method, filter)).results;
	if (kind === 'options') return await loadOptions(api, form, parameter, method);
	return (await mappedFields(api, form, parameter, method)).map(({ displayName, id }) => ({
		name: displayName,
		value: id,
	}));
}

/** Fills in what a list depends on, as somebody does who takes the first of each list before it. */
async function filled(stage: Stage, list: ShownList): Promise<INodeParameters> {
	const values: INodeParameters = {};
	for (const name of list.needs) {
		const before = listOf(list, name);
		if (name in known) values[name] = known[name];
		else if (before?.kind === 'search') {
			const [first] = await ask(stage, before, { ...values, ...(await filled(stage, before)) });
			values[name] = { __rl: true, mode: 'list', value: String(first?.value ?? '') };
		} else values[name] = fieldIn(list, name)?.default as string;
	}
	return values;
}

interface Taken {
	what: string;
	milliseconds: number;
	calls: number;
	entries: Entry[];
}

/** One opening; afterwards the limit of DingTalk has its second to forget it, as between two lists that a person opens. */
async function take(stage: Stage, list: ShownList, needs: INodeParameters, filter = ''): Promise<Taken> {
	stage.sandbox.clearLog();
	const began = performance.now();
	const entries = await ask(stage, list, needs, filter);
	const milliseconds = performance.now() - began;
	const calls = stage.sandbox.log.length;
	if (calls > 3) await sleep(1000);
	return { what: `${list.node.name} ${list.method}`, milliseconds, calls, entries };
}

/** The same list opened, and searched in, several times. */
async function takeAll(stage: Stage, list: ShownList): Promise<Record<'opened' | 'searched', Taken[]>> {
	const needs = await filled(stage, list);
	const opened: Taken[] = [];
	const searched: Taken[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const taken = await take(stage, list, needs);
		opened.push(taken);
		if (list.kind !== 'search') continue;
		const filter = typed[list.method] ?? (taken.entries[0]?.name.slice(0, 2) || 'a');
		searched.push(await take(stage, list, needs, filter));
	}
	return { opened, searched };
}

function linesOf(what: string, all: readonly Taken[]): Line[] {
	const times = all.map(({ milliseconds }) => milliseconds);
	const slowest = all.reduce((worst, one) => (one.milliseconds > worst.milliseconds ? one : worst));
	const most = all.reduce((worst, one) => (one.calls > worst.calls ? one : worst));
	return [
		{ what: `${what}: p50`, value: percentile(times, 0.5), unit: 'ms' },
		{ what: `${what}: p95`, value: percentile(times, 0.95), unit: 'ms' },
		{ what: `${what}: slowest (${slowest.what})`, value: slowest.milliseconds, unit: 'ms', atMost: MOST_MS },
		{ what: `${what}: most calls (${most.what})`, value: most.calls },
	];
}

/** All lists of all nodes, one after the other. */
async function measured(stage: Stage, all: readonly ShownList[], say: (line: string) => void): Promise<Line[]> {
	const opened: Taken[] = [];
	const searched: Taken[] = [];
	let refused = 0;
	let empty = 0;
	for (const list of all) {
		const about = `${list.node.name} ${list.method}`;
		const taken = await takeAll(stage, list).catch((error: unknown) => {
			refused++;
			say(`${about}: ${error instanceof Error ? error.message : String(error)}`);
			return { opened: [], searched: [] };
		});
		opened.push(...taken.opened);
		searched.push(...taken.searched);
		if (taken.opened[0]?.entries.length !== 0) continue;
		empty++;
		say(`${about}: empty`);
	}
	return [
		{ what: 'lists', value: all.length },
		{ what: 'lists that are refused', value: refused, atMost: 0 },
		{ what: 'lists without an entry', value: empty },
		...linesOf('opened', opened),
		...linesOf('searched', searched),
	];
}

export const lists: Bench = {
	name: 'lists',
	about: `every list that the editor offers, in a company of ${PEOPLE.toLocaleString('en-US')} people, through n8n; DingTalk's limits enforced`,
	run: async (say) =>
		await withN8n(async (n8n) => {
			const nodes = JSON.parse(
				readFileSync(join(root, 'dist', 'types', 'nodes.json'), 'utf8'),
			) as INodeTypeDescription[];
			const all = nodes.flatMap(shownLists);
			const lines: Line[] = [];
			for (const latency of [0, 50]) {
				const options = { people: PEOPLE, latency, limits: true };
				const own = await withSandbox(n8n, options, async (stage) => await measured(stage, all, say));
				lines.push(...own.map((line) => ({ ...line, what: `answers after ${latency} ms: ${line.what}` })));
			}
			return lines;
		}),
};
