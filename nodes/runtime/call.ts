import { randomUUID } from 'crypto';
import { isObject, type Json } from '../protocol/json';
import { DingTalkError } from '../protocol/errors';
import { at, setAt } from '../protocol/paging';
import { compile, type Parts } from '../protocol/request';
import { refuseFalse } from './answer';
import type { Client } from './client';
import { redact, secretsOf } from './nodeError';
import type { Around, Operation } from './operation';
import type { Running } from './running';
import type { Split } from './split';

type Merged = Split<Json> & Required<Pick<Split<Json>, 'merge'>>;
export const hasMerge = (split: Split<Json>): split is Merged => split.merge !== undefined;

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

/** One call with its idempotency key; repeated where that does no harm. */
export async function callOnce(operation: Operation, made: Parts, client: Client): Promise<Json> {
	const request = compile(operation.route, withKey(made, operation.idempotencyKey));
	return refuseFalse(
		await client.send(request, {
			safe: operation.safe === true || operation.idempotencyKey !== undefined || request.method === 'GET',
		}),
	);
}

/** Why a call failed: DingTalk's words, code and request id. */
export function reasonOf(reason: unknown, { credential, passwords }: Client): Json {
	const error = redact(reason instanceof Error ? reason.message : String(reason), secretsOf(credential, passwords));
	return reason instanceof DingTalkError
		? { error, code: reason.code, ...(reason.facts.requestId && { requestId: reason.facts.requestId }) }
		: { error };
}

/** Members of `reasonOf`; the others of a failed slice are whom and what it was about. */
const REASON = new Set(['error', 'code', 'requestId']);

/** A run with calls that failed is not all green: whom and what they were about, with the reason of the first. */
function tellFailed(hints: Running['hints'], failed: readonly Json[], calls: number): void {
	const about = failed.flatMap((one) =>
		Object.entries(one).flatMap(([name, value]) => (REASON.has(name) ? [] : value)),
	);
	const shown = about.slice(0, MOST_NAMED).map(String).join(', ') + (about.length > MOST_NAMED ? ', …' : '');
	const why = String(failed[0]?.error);
	hints.add(
		`${failed.length} of ${calls} calls failed${shown && `, for ${shown}`}: ${why}`,
		`${calls} 次调用中有 ${failed.length} 次失败${shown && `，涉及 ${shown}`}：${why}`,
	);
}

/** IDs that a hint still shows. */
const MOST_NAMED = 20;

/** One call per slice, side by side; one output with what failed, which a hint tells too. Throws when every call failed. */
export async function callMerged(
	operation: Operation,
	split: Merged,
	slices: readonly Json[],
	around: Around<unknown>,
	{ client, hints }: Pick<Running, 'client' | 'hints'>,
): Promise<Json> {
	const outcomes = await Promise.allSettled(
		slices.map(async (slice) => await callOnce(operation, operation.request(slice, around), client)),
	);
	const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
	const failed = outcomes.flatMap((outcome, index) =>
		outcome.status === 'rejected' ? [{ slice: slices[index], reason: outcome.reason as unknown }] : [],
	);
	if (answers.length === 0) throw failed[0]?.reason;
	const described = failed.map(({ slice, reason }) => ({
		...Object.fromEntries(
			Object.keys(split.lists ?? {}).map((name) => [name, isObject(slice) ? slice[name] : undefined]),
		),
		...reasonOf(reason, client),
	}));
	if (described.length > 0) tellFailed(hints, described, slices.length);
	return { ...split.merge(answers), ...(described.length > 0 && { failed: described }) };
}
