import { DingTalkError } from '../protocol/errors';
import type { Json } from '../protocol/json';
import type { Route } from '../protocol/request';
import { apiFor } from './api';
import { callOnce } from './call';
import type { Input } from './execute';
import type { Field } from './field';
import {
	isProcedure,
	type AnyOperation,
	type Around,
	type Batch,
	type Made,
	type Operation,
	type Procedure,
} from './operation';
import { isRefusal, refusalError } from './partial';
import type { Running } from './running';
import { slices } from './slices';

type BatchOperation = Operation & { batch: Batch<readonly Field[], Route, unknown> };
type BatchProcedure = Procedure & { batch: NonNullable<Procedure['batch']> };

/** An operation that does several items together. */
export const isBatch = (operation: AnyOperation): operation is BatchOperation | BatchProcedure =>
	operation.batch !== undefined;

/** What became of one item. */
export type Outcome = { made: Made[] } | { error: unknown };

/** An item of a batch: its place among the items of the run. */
export interface Member {
	item: number;
	input: Input;
}

/** Members whose `same` fields have the same values, at most so many together. The order of the items holds within a group. */
export function groupsOf(members: readonly Member[], same: readonly string[], most = Infinity): Member[][] {
	const alike = new Map<string, Member[]>();
	for (const member of members) {
		const key = JSON.stringify(same.map((name) => member.input.values[name] ?? null));
		const group = alike.get(key) ?? [];
		group.push(member);
		alike.set(key, group);
	}
	return [...alike.values()].flatMap((group) => slices(group, most));
}

/** DingTalk looked at the content and refused it: one entry may be the reason. */
const isAboutContent = (error: unknown) =>
	error instanceof DingTalkError && error.kind === 'refused' && error.facts.ours !== true;

/**
 * Sends many entries in as few calls as `most` allows; each entry's result or error, in order. A call that DingTalk refuses is
 * made again for each half of its entries, so that one bad entry does not lose the others: at most twice as many calls as entries,
 * and only for what was refused.
 */
export async function inBatches<T, R>(
	entries: readonly T[],
	most: number,
	send: (part: T[]) => Promise<R[]>,
): Promise<Array<{ result: R } | { error: unknown }>> {
	const all: Array<{ result: R } | { error: unknown }> = [];
	for (const part of slices(entries, most)) all.push(...(await halving(part, send)));
	return all;
}

async function halving<T, R>(
	part: T[],
	send: (part: T[]) => Promise<R[]>,
): Promise<Array<{ result: R } | { error: unknown }>> {
	try {
		return (await send(part)).map((result) => ({ result }));
	} catch (error) {
		if (part.length === 1 || !isAboutContent(error)) return part.map(() => ({ error }));
		const half = Math.ceil(part.length / 2);
		return [...(await halving(part.slice(0, half), send)), ...(await halving(part.slice(half), send))];
	}
}

type Given = Json | Json[] | object | undefined;

function outcomeOf(output: Given, { simplify }: Input, operation: AnyOperation): Outcome {
	if (output === undefined)
		return {
			error: new DingTalkError({
				code: 'missing',
				kind: 'refused',
				ours: true,
				message: 'DingTalk answered fewer entries than were sent',
			}),
		};
	if (isRefusal(output)) return { error: refusalError(output) };
	const entries = [output].flat() as Json[];
	return { made: operation.simplify && simplify ? entries.map(operation.simplify) : entries };
}

async function oneCall(operation: BatchOperation, members: readonly Member[], running: Running): Promise<Given[]> {
	const many = members.map(({ input }) => input.values);
	const found = await operation.prepare?.(many[0] ?? {}, apiFor(running));
	const around: Around<unknown> = { timezone: running.context.getTimezone(), found };
	return operation.batch.outputs(
		await callOnce(operation, operation.batch.request(many, around), running.client),
		many,
	);
}

async function together(
	{ batch, plan }: BatchProcedure,
	members: readonly Member[],
	running: Running,
): Promise<Given[]> {
	const api = apiFor(running);
	const plans = members.map(({ input: { values, limit } }) => {
		const given = Object.assign({ ...values }, { limit });
		return plan ? plan(given, { timezone: api.timezone }) : given;
	});
	return await batch.run(plans, api);
}

/** Does all members of one kind, one group after the other: parallel writes to one table fail. */
export async function runTogether(
	operation: BatchOperation | BatchProcedure,
	members: readonly Member[],
	running: Running,
): Promise<Map<number, Outcome>> {
	const outcomes = new Map<number, Outcome>();
	for (const group of groupsOf(members, operation.batch.same)) {
		const results = isProcedure(operation)
			? await together(operation, group, running).then(
					(given) => group.map((_, index) => ({ result: given[index] })),
					(error: unknown) => group.map(() => ({ error })),
				)
			: await inBatches(group, operation.batch.most, async (part) => await oneCall(operation, part, running));
		group.forEach(({ item, input }, index) => {
			const settled = results[index] ?? { result: undefined };
			outcomes.set(item, 'error' in settled ? settled : outcomeOf(settled.result, input, operation));
		});
	}
	return outcomes;
}
