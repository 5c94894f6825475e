import { randomUUID } from 'crypto';
import { DingTalkError } from '../protocol/errors';
import { at, readPages, setAt } from '../protocol/paging';
import { compile, type Parts, type Route } from '../protocol/request';
import { callerOf } from './caller';
import type { Client } from './client';
import { each, gather } from './each';
import type { Field, Values } from './field';
import { redact, secretsOf } from './nodeError';
import { isProcedure, type AnyOperation, type Api, type Json, type Operation, type Procedure } from './operation';
import type { Running } from './running';
import { slicesOf, type Split } from './split';

type Erased = Values<readonly Field[]>;
type Merged = Split<Erased> & Required<Pick<Split<Erased>, 'merge'>>;
const hasMerge = (split: Split<Erased>): split is Merged => split.merge !== undefined;

/** Values of one item with what the runtime's own fields say. */
export interface Input {
	values: Erased;
	/** Infinity for Return All. */
	limit: number;
	simplify: boolean;
}

const ENVELOPE = new Set(['errcode', 'errmsg', 'request_id', 'success', 'requestId', 'sub_code', 'sub_msg']);
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const asItem = (value: unknown): Json => (isJson(value) ? value : { value });

/** The business part of an answer: `result` where it is an object, without the legacy envelope. */
export function businessOf(answer: Json): Json {
	if (isJson(answer.result)) return answer.result;
	const legacy = 'errcode' in answer;
	const rest = Object.fromEntries(Object.entries(answer).filter(([name]) => !legacy || !ENVELOPE.has(name)));
	return Object.keys(rest).length > 0 ? rest : { success: true };
}

/** Gives the request its idempotency key, so that a repeated call does not act twice. */
function withKey(parts: Parts, where: string | undefined): Parts {
	if (!where) return parts;
	const [place, ...path] = where.split('.');
	const name = path.join('.');
	if (place === 'headers') return { ...parts, headers: { ...parts.headers, [name]: randomUUID() } };
	const part = (place === 'query' ? parts.query : parts.body) ?? {};
	return at(part, name) === undefined
		? { ...parts, [place === 'query' ? 'query' : 'body']: setAt(part, name, randomUUID()) }
		: parts;
}

async function callOnce(operation: Operation, values: Input['values'], client: Client): Promise<Json> {
	const parts = withKey(operation.request(values), operation.idempotencyKey);
	const request = compile(operation.route, parts);
	return await client.send(request, {
		safe: operation.safe === true || operation.idempotencyKey !== undefined || request.method === 'GET',
	});
}

/** Why a slice failed: DingTalk's words, code and request id. */
function reasonOf(reason: unknown, { credential }: Client): Json {
	const error = redact(reason instanceof Error ? reason.message : String(reason), secretsOf(credential));
	return reason instanceof DingTalkError
		? { error, code: reason.code, ...(reason.facts.requestId && { requestId: reason.facts.requestId }) }
		: { error };
}

/** One call per slice, side by side; one output with what failed. Throws when every call failed. */
async function callMerged(
	operation: Operation,
	split: Merged,
	parts: ReadonlyArray<Input['values']>,
	client: Client,
): Promise<Json> {
	const outcomes = await Promise.allSettled(parts.map(async (part) => await callOnce(operation, part, client)));
	const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
	const failed = outcomes.flatMap((outcome, index) =>
		outcome.status === 'rejected' ? [{ part: parts[index], reason: outcome.reason as unknown }] : [],
	);
	if (answers.length === 0) throw failed[0]?.reason;
	const described = failed.map(({ part, reason }) => ({
		...Object.fromEntries(Object.keys(split.lists ?? {}).map((name) => [name, part?.[name]])),
		...reasonOf(reason, client),
	}));
	return { ...split.merge(answers), ...(described.length > 0 && { failed: described }) };
}

/** The values with what the first calls found out. */
async function prepared(operation: Operation, values: Input['values'], api: Api): Promise<Input['values']> {
	// Asked for the whole input: what it refuses is refused before an upload or the first slice goes out.
	operation.request(values);
	return operation.prepare ? { ...values, ...(await operation.prepare(values, api)) } : values;
}

async function runOperation(operation: Operation, input: Input, running: Running): Promise<Json[]> {
	const { client } = running;
	const values = await prepared(operation, input.values, apiFor(running));
	const { fields, paging, split = {}, output = businessOf } = operation;
	const parts = slicesOf(fields, split, values);
	if (paging) {
		const send = async (page: Parts) => await client.send(compile(operation.route, page), { safe: true });
		return (
			await gather(
				parts,
				input.limit,
				async (part, limit) => await readPages(operation.request(part), paging, limit, send),
			)
		).map(asItem);
	}
	const answers =
		hasMerge(split) && parts.length > 1
			? [await callMerged(operation, split, parts, client)]
			: await each(parts, async (part) => await callOnce(operation, part, client));
	return answers.flatMap<Json>((answer) => output(answer, values));
}

/** The calls that a procedure may make. */
function apiFor({ client, memory, context }: Running): Api {
	const call = async (route: Route, parts: object, options?: { safe?: boolean }) => {
		const request = compile(route, parts);
		return await client.send(request, { safe: options?.safe ?? request.method === 'GET' });
	};
	return {
		call: async (route, parts, options) => businessOf(await call(route, parts, options)),
		post: async (url, body) => businessOf(await client.post(url, body)),
		list: async (route, parts, paging, limit) =>
			(await readPages(parts as Parts, paging, limit, async (page) => await call(route, page, { safe: true }))).map(
				asItem,
			),
		once: async <T>(key: string, make: () => Promise<T>) => {
			const known = memory.get(key) ?? make();
			memory.set(key, known);
			return (await known) as T;
		},
		caller: callerOf(context),
	};
}

async function runProcedure(procedure: Procedure, { values, limit }: Input, running: Running): Promise<Json[]> {
	const made = await procedure.run(Object.assign({ ...values }, { limit }), apiFor(running));
	return Array.isArray(made) ? made : [made];
}

/** Runs an operation for one item's values → its output entries. */
export async function runOne(operation: AnyOperation, input: Input, running: Running): Promise<Json[]> {
	const entries = isProcedure(operation)
		? await runProcedure(operation, input, running)
		: await runOperation(operation, input, running);
	return operation.simplify && input.simplify ? entries.map(operation.simplify) : entries;
}
