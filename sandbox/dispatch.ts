import { setTimeout as sleep } from 'node:timers/promises';

import type { Host, Row } from '../nodes/catalog/types';
import { findOperations } from './catalog';
import type { Match } from './catalog';
import { check } from './check';
import type { Flaw } from './check';
import { ApiError, LegacyError, api, legacy, ok, toAnswer } from './errors';
import { faultAnswer, throttled } from './faults';
import type { Faults } from './faults';
import type { Pace } from './limits';
import type { LogEntry } from './log';
import { sampleAnswer } from './sample';
import type { Incoming, Outcome } from './server';
import type { Speech } from './speech';
import type { Tokens } from './tokens';
import { typed } from './typed';
import { XmlAnswer } from './world';
import type { Call, Route } from './world';

export interface Desk {
	tokens: Tokens;
	faults: Faults;
	routes: Route[];
	/** Absent: no limits. */
	pace?: Pace;
	/** How errors are worded that the pages and the wire word differently. */
	speech: Speech;
	/** Permissions that the app lacks. */
	denied: ReadonlySet<string>;
	/** Routes whose answers are changed, and how. */
	altered: ReadonlyMap<string, (answer: unknown) => unknown>;
	latency: number;
}

type Refusal = ApiError | LegacyError;

const otherHost = (host: Host): Host => (host === 'api' ? 'oapi' : 'api');

/** A request that no operation fits, told apart for the reader of the log. */
const unroutable = ({ host, method, path }: Incoming, { noPath }: Speech): { problem: string; error: Refusal } => {
	const here = findOperations(host, path);
	if (here.length > 0) {
		const problem = `${path} takes ${here.map(({ row }) => row.method).join('/')}, not ${method}`;
		return { problem, error: host === 'api' ? api.notFound() : legacy(method === 'GET' ? 43002 : 43001) };
	}
	const elsewhere = findOperations(otherHost(host), path).length > 0;
	const problem = elsewhere ? `wrong host: ${path} is on ${otherHost(host)}` : `unknown route: ${method} ${path}`;
	return { problem, error: noPath[host](path) };
};

/** @returns what is wrong with the proof of identity; `problem` only where the caller sent none at all */
const authorize = (
	row: Row,
	{ host, path, query, headers }: Incoming,
	{ tokens, speech, denied }: Pick<Desk, 'tokens' | 'speech' | 'denied'>,
): { problem?: string; error: Refusal } | undefined => {
	if (row.auth === 'none') return undefined;
	if (row.auth === 'signature') {
		return query.signature
			? undefined
			: { problem: 'missing auth: query signature', error: legacy(400002, 'signature') };
	}
	if (row.auth === 'suite') return undefined;
	const token = host === 'api' ? headers['x-acs-dingtalk-access-token'] : query.access_token;
	if (!token) {
		return host === 'api'
			? { problem: 'missing auth: header x-acs-dingtalk-access-token', error: speech.noToken.api() }
			: { problem: 'missing auth: query access_token', error: speech.noToken.oapi(path) };
	}
	if (row.auth === 'userToken') return undefined;
	const verdict = tokens.verdict(token);
	if (verdict !== 'valid') return { error: host === 'api' ? api.authentication() : speech.badToken(path, verdict) };
	// Several permissions of a page are alternatives.
	const { permissions = [] } = row;
	const lacking = permissions.length > 0 && permissions.every((one) => denied.has(one));
	return lacking ? { error: speech.noPermission[host](permissions) } : undefined;
};

const flawError = ({ host, path }: Incoming, { kind, at, detail }: Flaw, { noKey }: Speech): Refusal => {
	if (path === '/gettoken' && kind === 'missing') return noKey();
	if (host === 'oapi') return kind === 'missing' ? legacy(400002, detail) : legacy(40035, detail);
	return kind === 'missing' ? api.missing(at.replace(/^(body|query|path)\./, '')) : api.invalid(detail);
};

/** Several pages may describe one call; the request must fit one of them. */
const judge = (matches: Match[], incoming: Incoming): Flaw[] => {
	const found = matches.map(({ row, path }) => check(row, { ...incoming, path }));
	return found.find((flaws) => flaws.length === 0) ?? found[0];
};

const bodyProblem = (
	{ host, body, broken, form, files, headers }: Incoming,
	row: Row,
): { problem: string; error: Refusal } | undefined => {
	if (broken) return { problem: 'body: not JSON', error: host === 'api' ? api.notJson() : legacy(47001) };
	const type = headers['content-type'] ?? 'none';
	const readable = typeof body !== 'string' && (host === 'oapi' || !form || files.length > 0);
	return readable || row.content === 'binary'
		? undefined
		: { problem: `content-type ${type}`, error: host === 'api' ? api.notJson() : legacy(43004) };
};

const perform = async (route: Route | undefined, match: Match, incoming: Incoming): Promise<unknown> => {
	const { host, query, headers, form, files } = incoming;
	const body = typed(match.row.body ?? { type: 'any' }, incoming.body ?? {}, form) as Call['body'];
	const call: Call = { path: match.path, query, headers, body, files };
	if (!route)
		return host === 'oapi'
			? { ...ok({}), ...(sampleAnswer(match.row, call) as object), errcode: 0, errmsg: 'ok' }
			: sampleAnswer(match.row, call);
	const answer = await route.answer(call);
	return host === 'oapi' ? ok((answer ?? {}) as object) : answer;
};

const succeeded = (answer: unknown): Outcome =>
	answer instanceof XmlAnswer ? { status: 200, answer: answer.text, xml: true } : { status: 200, answer };

/** A documented error is an answer; anything else is a bug of the sandbox. */
const failed = (error: unknown): Outcome => {
	if (error instanceof ApiError || error instanceof LegacyError) return toAnswer(error);
	throw error;
};

/** Answers requests as DingTalk would: faults first, then route, identity, pace, form, and at last the deed. */
export const createDispatcher = ({ faults, routes, pace, latency, ...desk }: Desk) => {
	const known = new Map(routes.map((one) => [`${one.method} ${one.path}`, one]));

	const refuse = (entry: LogEntry, { problem, error }: { problem?: string; error: Refusal }): Outcome => {
		if (problem) entry.problem = problem;
		return toAnswer(error);
	};

	const serve = async (incoming: Incoming, entry: LogEntry): Promise<Outcome> => {
		const { host, method, path } = incoming;
		const matches = findOperations(host, path).filter(({ row }) => row.method === method);
		const routeOf = ({ row }: Match) => known.get(`${method} ${row.path}`);
		const match = matches.find(routeOf) ?? matches[0];
		if (!match) return refuse(entry, unroutable(incoming, desk.speech));
		entry.operation = match.row.id;
		const denied = authorize(match.row, incoming, desk);
		if (denied) return refuse(entry, denied);
		if (pace && match.row.auth !== 'none' && !pace.admitsCall(`${host} ${method} ${match.row.path}`))
			return throttled(host);
		const unreadable = bodyProblem(incoming, match.row);
		if (unreadable) return refuse(entry, unreadable);
		const route = routeOf(match);
		const flaws = judge(matches, incoming).filter(({ kind }) => !route?.ownValues || kind !== 'value');
		if (flaws.length > 0) {
			return refuse(entry, {
				problem: flaws.map(({ detail }) => detail).join('; '),
				error: flawError(incoming, flaws[0], desk.speech),
			});
		}
		const change = desk.altered.get(`${method} ${match.row.path}`) ?? ((answer: unknown) => answer);
		const done = perform(route, match, incoming).then(change);
		return await done.then(succeeded, failed);
	};

	return async (incoming: Incoming, entry: LogEntry): Promise<Outcome> => {
		if (latency > 0) await sleep(latency);
		const fault = faults.take(incoming.path);
		if (!fault) return await serve(incoming, entry);
		entry.fault = fault.kind;
		if (fault.kind === 'delay') {
			await sleep(fault.ms ?? 1000);
			return await serve(incoming, entry);
		}
		if (fault.kind === 'reset') {
			if (fault.after) await serve(incoming, entry);
			return 'reset';
		}
		return faultAnswer(fault, incoming.host) ?? toAnswer(api.system());
	};
};
