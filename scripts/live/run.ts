/** Reads everything that can be read without knowing an ID, and makes a report of it that holds no value. */
import { version as nodeVersion } from 'node:process';
import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import type { ErrorKind } from '../../nodes/protocol/errors';
import { hostsOf, publicHosts } from '../../nodes/protocol/hosts';
import { version } from '../../package.json';
import { execute } from '../../test/support/engine';
import type { Placed } from '../products';
import { compare, shapeOf } from './compare';
import { isEndless } from './endless';
import { failure } from './failure';
import { fill, type Known } from './fill';
import { Guard, type Exchange } from './guard';
import { paced } from './pace';
import { reads, rowsOf } from './reads';
import type { OperationResult, Report, RouteResult } from './report';
import { watchSimplify } from './simplified';

export interface Check {
	credential: ICredentialDataDecryptedObject;
	/** Milliseconds between two calls. */
	gapMs: number;
	/** Told of each read when it is done: its number, how many there are, what came of it. */
	say: (done: number, all: number, result: OperationResult) => void;
	/** Only operations whose id this says yes to. */
	only?: (id: string) => boolean;
	/** Epoch milliseconds. */
	now?: number;
}

/** After these no other call can do better: no token, no connection, no calls left in this month. */
const HOPELESS: ReadonlySet<ErrorKind> = new Set(['auth', 'unreachable', 'quota']);

/** Calls that one read may take at most: some ask once for each entry. */
const MOST_CALLS = 12;

/** Come first: the others are made for somebody who is found by them. */
const FIRST = [
	'dingTalkContacts organization getAdmins',
	'dingTalkContacts user getAll',
	'dingTalkContacts user get',
	'dingTalkAiTable base search',
];

/** Of two reads of a resource the list goes first: what gets one needs its IDs. */
const rank = ({ id, operation }: Placed): number => {
	const first = FIRST.indexOf(id);
	return first >= 0 ? first : operation.value === 'getAll' ? FIRST.length : FIRST.length + 1;
};
const ordered = [...reads].sort((a, b) => rank(a) - rank(b));

const isGood = ({ status, body }: Exchange) =>
	status === 200 && typeof body === 'object' && body !== null && !('errcode' in body && Number(body.errcode) !== 0);

function resultOf(route: string, all: readonly Exchange[]): RouteResult {
	const own = all.filter((one) => one.route === route);
	const good = own.filter(isGood);
	const answers = good.map(({ body }) => body);
	const pages = rowsOf(route);
	const findings = good.length > 0 ? compare(pages, answers) : [];
	const contradictions = (findings ?? []).flatMap(({ kind, ...finding }) =>
		kind === 'missing' ? [] : [{ kind, ...finding }],
	);
	const entries = pages.find(({ paging }) => paging)?.paging?.entries ?? '';
	return {
		route,
		calls: own.length,
		docs: pages[0]?.docs,
		documented: findings !== undefined,
		contradictions: [
			...contradictions,
			...(isEndless(pages, good) ? [{ kind: 'endless' as const, at: entries, got: 'the same page again' }] : []),
		],
		missing: (findings ?? []).filter(({ kind }) => kind === 'missing').map(({ at }) => at),
		...(answers.length > 0 && { shape: shapeOf(answers) }),
	};
}

/** The node as it is shipped, with the guard in front of n8n's helpers. */
export function guardedNode(node: INodeType, guard: Guard): INodeType {
	const run = async function (this: IExecuteFunctions) {
		guard.watch(this.helpers);
		return (await node.execute?.call(this)) ?? [[]];
	};
	return Object.assign(Object.create(node) as INodeType, { execute: run });
}

/** Who the calls are made for, once somebody is known: an administrator sees most. */
function learnPerson(credential: ICredentialDataDecryptedObject, outputs: readonly IDataObject[]): void {
	if (credential.defaultOperator !== '') return;
	const found = outputs.map(({ userid }) => userid).find((userid) => typeof userid === 'string' && userid !== '');
	if (typeof found === 'string') credential.defaultOperator = found;
}

/** Reads all, one after the other. Never throws for what DingTalk answers: that stands in the report. */
export async function check({ credential, gapMs, say, only = () => true, now = Date.now() }: Check): Promise<Report> {
	const guard = new Guard({ credential, most: MOST_CALLS, turn: paced(gapMs) });
	const credentials = { dingTalkApi: { ...credential } };
	const known: Known = new Map();

	const read = async (placed: Placed): Promise<Partial<OperationResult>> => {
		const { id, operation, product } = placed;
		const parameters = await fill({ placed, credentials, guard, known, now });
		const nodeType = guardedNode(product.node, guard);
		const items = await execute({ product: product.name, nodeType, parameters, credentials });
		const outputs = items.map(({ json }) => json);
		known.set(id, outputs);
		learnPerson(credentials.dingTalkApi, outputs);
		const simplify = operation.simplify && outputs.length > 0 && watchSimplify(operation.simplify, outputs);
		return { outcome: 'works', entries: outputs.length === 0 ? 'none' : 'some', ...(simplify && { simplify }) };
	};

	const results: OperationResult[] = [];
	// Those that find somebody to read for are always read.
	const chosen = ordered.filter(({ id }) => only(id) || FIRST.slice(0, 2).includes(id));
	let ended: ErrorKind | undefined;
	for (const placed of chosen) {
		if (ended) break;
		guard.begin();
		const found = await read(placed).catch((error: unknown) => failure(error, guard, placed.operation.permission));
		const { length: calls } = guard.exchanges;
		const route = guard.exchanges.at(-1)?.route;
		const result: OperationResult = { id: placed.id, outcome: 'ourFault', ...found, calls, ...(route && { route }) };
		results.push(result);
		say(results.length, chosen.length, result);
		if (result.errorKind && HOPELESS.has(result.errorKind)) ended = result.errorKind;
		// DingTalk gave no token.
		if (guard.calls === 0 && guard.tokens > 0) ended = 'auth';
	}
	const hosts = hostsOf(credential);
	return {
		version,
		node: nodeVersion,
		publicHosts: hosts.api === publicHosts.api && hosts.oapi === publicHosts.oapi,
		calls: guard.calls,
		quotaFree: guard.free,
		tokens: guard.tokens,
		...(ended && { ended }),
		operations: results,
		routes: [...new Set(guard.all.map(({ route }) => route))].sort().map((route) => resultOf(route, guard.all)),
	};
}
