import type { Json } from '../protocol/json';
import { readPages } from '../protocol/paging';
import { compile, type Parts } from '../protocol/request';
import { asEntry, businessOf } from './answer';
import { apiFor } from './api';
import { callMerged, callOnce, hasMerge } from './call';
import { tellCut } from './cut';
import { each, gather } from './each';
import { fetchFile, type FileSettings } from './files';
import {
	isProcedure,
	type AnyOperation,
	type Around,
	type Made,
	type Operation,
	type PartlyDone,
	type Procedure,
} from './operation';
import { refusalOf, settled } from './partial';
import type { Running } from './running';
import { slicesOf } from './split';

/** Values of one item with what the runtime's own fields say. */
export interface Input {
	values: Json;
	/** Infinity for Return All. */
	limit: number;
	/** Most pages of one list; enough for 100,000 entries where it is not said. */
	maxPages?: number;
	simplify: boolean;
	file: FileSettings;
}

/** Refuses what must not be sent, before any call. */
export function checkInput(operation: AnyOperation, values: Json, timezone: string): void {
	if (isProcedure(operation)) void operation.plan?.(Object.assign({ ...values }, { limit: Infinity }), { timezone });
	else if (operation.check) operation.check(values, { timezone });
	else if (!operation.prepare) operation.request(values, { timezone, found: undefined });
}

function tellRemark({ remark }: Operation, answer: Json, values: Json, hints: Running['hints']): void {
	const said = remark?.(answer, values);
	if (said) hints.add(said.en, said.zh);
}

async function readList(
	operation: Operation,
	slices: readonly Json[],
	around: Around<unknown>,
	{ limit, maxPages }: Input,
	{ client, hints }: Running,
): Promise<Json[]> {
	const { paging, route, flatten } = operation;
	if (!paging) return [];
	const entries = await gather(slices, limit, async (slice, most) => {
		const extent = {
			limit: most,
			maxPages,
			...(flatten && { flatten: (entry: unknown) => flatten(asEntry(entry), slice) }),
		};
		const send = async (page: Parts) => {
			const answer = await client.send(compile(route, page), { safe: true });
			tellRemark(operation, answer, slice, hints);
			return answer;
		};
		const { entries: read, cut } = await readPages(operation.request(slice, around), paging, extent, send);
		tellCut(hints, cut);
		return read;
	});
	return entries.slice(0, limit === Infinity ? undefined : limit).map(asEntry);
}

async function runOperation(operation: Operation, input: Input, running: Running): Promise<Made[]> {
	const { client, context } = running;
	const { values } = input;
	const api = apiFor(running, input.file);
	const around: Around<unknown> = { timezone: context.getTimezone(), found: await operation.prepare?.(values, api) };
	const { fields, split = {}, output = businessOf, partial, download, confirm } = operation;
	const slices = slicesOf(fields, split, values);
	if (operation.paging) return await readList(operation, slices, around, input, running);
	const call = async (slice: Json) => await callOnce(operation, operation.request(slice, around), client);
	const merged =
		hasMerge(split) && slices.length > 1 ? await callMerged(operation, split, slices, around, running) : undefined;
	if (partial) {
		const done = merged ? partial(merged, values) : await partsOf(slices, split.lists ?? {}, call, partial);
		return settled(done, api.hint);
	}
	const answers = merged ? [merged] : await each(slices, call);
	for (const answer of answers) tellRemark(operation, answer, values, running.hints);
	if (download)
		return await each(
			answers,
			async (answer) =>
				await fetchFile(running, download(answer, values), input.file, [output(answer, values)].flat()[0] ?? {}),
		);
	const outputs = answers.flatMap<Json>((answer) => output(answer, values));
	if (!confirm) return outputs;
	return settled(joined(await each(outputs, async (one) => await confirm(one, values, api))), api.hint);
}

/**
 * Parts are what each call said of its entries, and they are made one. A call that failed refuses its own: those of the others are done.
 * @throws the first one's error where every call failed
 */
async function partsOf(
	slices: readonly Json[],
	lists: object,
	call: (slice: Json) => Promise<Json>,
	partial: (answer: Json, slice: Json) => PartlyDone,
): Promise<PartlyDone> {
	const entriesOf = (slice: Json) => Object.keys(lists).flatMap((name) => [slice[name]].flat());
	const failures: unknown[] = [];
	const refusing = (slice: Json) => (error: unknown) => {
		failures.push(error);
		return { ok: [], failed: entriesOf(slice).map((entry) => refusalOf(error, String(entry))) };
	};
	const parts = await each(
		slices,
		async (slice) => await call(slice).then((answer) => partial(answer, slice), refusing(slice)),
	);
	if (failures.length === parts.length) await Promise.reject(failures[0]);
	return joined(parts);
}

/** What several calls for one item said, as one. */
const joined = (parts: PartlyDone[]): PartlyDone => ({
	ok: parts.flatMap(({ ok }) => ok),
	failed: parts.flatMap(({ failed }) => failed),
	...(parts.some(({ within }) => within !== undefined) && {
		within: parts.reduce((sum, { ok, failed, within }) => sum + (within ?? ok.length + failed.length), 0),
	}),
});

const isPartial = (made: Made | PartlyDone): made is PartlyDone =>
	'ok' in made && 'failed' in made && Array.isArray(made.failed);

async function runProcedure(procedure: Procedure, { values, limit, file }: Input, running: Running): Promise<Made[]> {
	const given = Object.assign({ ...values }, { limit });
	const api = apiFor(running, file);
	const plan = procedure.plan ? procedure.plan(given, { timezone: api.timezone }) : given;
	const made = await procedure.run(plan, api);
	if (Array.isArray(made)) return made;
	return isPartial(made) ? settled(made, api.hint) : [made];
}

const isMadeJson = (made: Made): made is Json => !('json' in made && 'binary' in made);

/** Runs an operation for one item's values → its output entries. */
export async function runOne(operation: AnyOperation, input: Input, running: Running): Promise<Made[]> {
	const entries = isProcedure(operation)
		? await runProcedure(operation, input, running)
		: await runOperation(operation, input, running);
	const { simplify } = operation;
	if (!simplify || !input.simplify) return entries;
	return entries.map((entry) => (isMadeJson(entry) && !isErrorItem(entry) ? simplify(entry) : entry));
}

/** A refused entry stays as it is. */
const isErrorItem = (entry: Json) => 'error' in entry && Object.keys(entry).length === 1;

export { businessOf } from './answer';
