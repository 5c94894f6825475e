import type { Json } from '../protocol/json';
import { DingTalkError } from '../protocol/errors';
import { apiFor } from './api';
import { callOnce } from './call';
import type { Input } from './execute';
import type { Around, Batch, Made, Operation } from './operation';
import type { Field } from './field';
import type { Route } from '../protocol/request';
import { isRefusal, refusalError } from './partial';
import type { Running } from './running';

export type BatchOperation = Operation & { batch: Batch<readonly Field[], Route, unknown> };

/** What became of one item. */
export type Outcome = { made: Made[] } | { error: unknown };

/** An item of a batch: its place among the items of the run. */
export interface Member {
	item: number;
	input: Input;
}

/** Members whose `same` fields have the same values, at most so many together. The order of the items holds within a group. */
export function groupsOf(
	members: readonly Member[],
	{ same, most }: Pick<Batch<readonly Field[], Route, unknown>, 'same' | 'most'>,
): Member[][] {
	const alike = new Map<string, Member[]>();
	for (const member of members) {
		const key = JSON.stringify(same.map((name) => member.input.values[name] ?? null));
		const group = alike.get(key) ?? [];
		group.push(member);
		alike.set(key, group);
	}
	return [...alike.values()].flatMap((group) =>
		Array.from({ length: Math.ceil(group.length / most) }, (_, index) => group.slice(index * most, (index + 1) * most)),
	);
}

/** DingTalk looked at the content and refused it: one entry may be the reason. */
const isAboutContent = (error: unknown) =>
	error instanceof DingTalkError && error.kind === 'refused' && error.facts.ours !== true;

/**
 * One call for several items. Where DingTalk refuses the whole call, it is made again for each half, so that one bad item does
 * not lose the others: at most twice as many calls as items, and only for what was refused.
 */
export async function callBatch(
	operation: BatchOperation,
	members: readonly Member[],
	running: Running,
): Promise<Map<number, Outcome>> {
	const { batch } = operation;
	const [first] = members;
	const outcomes = new Map<number, Outcome>();
	if (!first) return outcomes;
	try {
		const many = members.map(({ input }) => input.values);
		const found = await operation.prepare?.(first.input.values, apiFor(running));
		const around: Around<unknown> = { timezone: running.context.getTimezone(), found };
		const answer = await callOnce(operation, batch.request(many, around), running.client);
		const outputs = batch.outputs(answer, many);
		members.forEach(({ item, input }, index) => outcomes.set(item, outcomeOf(outputs[index], input, operation)));
	} catch (error) {
		if (members.length === 1 || !isAboutContent(error)) {
			for (const { item } of members) outcomes.set(item, { error });
			return outcomes;
		}
		const half = Math.ceil(members.length / 2);
		for (const part of [members.slice(0, half), members.slice(half)])
			for (const [item, outcome] of await callBatch(operation, part, running)) outcomes.set(item, outcome);
	}
	return outcomes;
}

function outcomeOf(output: Json | Json[] | object | undefined, { simplify }: Input, operation: Operation): Outcome {
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
	const entries = ([output].flat() as Json[]).map((entry) =>
		operation.simplify && simplify ? operation.simplify(entry) : entry,
	);
	return { made: entries };
}
