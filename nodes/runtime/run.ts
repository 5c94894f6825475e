import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asError } from '../protocol/asError';
import { isBatch, runTogether, type Member, type Outcome } from './batch';
import { eachOf } from './each';
import { checkInput, runOne, type Input } from './execute';
import { explained } from './explain';
import { runItems, type Output } from './items';
import { lookUpsOf } from './lookUps';
import type { AnyOperation, Resource } from './operation';
import { fieldsOf } from './resource';
import { readingOf, startRunning, type Running } from './running';
import { Turns } from './turns';
import { readValues } from './values';

function chosen(
	context: IExecuteFunctions,
	resources: readonly Resource[],
): { resource: Resource; operation: AnyOperation } {
	const [wantedResource, wantedOperation] = [
		context.getNodeParameter('resource', 0),
		context.getNodeParameter('operation', 0),
	];
	const resource = resources.find(({ value }) => value === wantedResource);
	const operation = resource?.operations.find(({ value }) => value === wantedOperation);
	if (resource && operation) return { resource, operation };
	throw new Error(`There is no operation "${String(wantedOperation)}" of "${String(wantedResource)}"`);
}

/** Bytes of a megabyte, as file sizes are shown. */
const MB = 1024 * 1024;

async function inputOf(running: Running, operation: AnyOperation, item: number): Promise<Input> {
	const reading = readingOf(running, item);
	const values = await readValues(fieldsOf(operation), reading, (named) =>
		checkInput(operation, named, reading.timezone),
	);
	const { returnAll, limit, maxPages, simplify, outputBinaryField, maxFileSize } = values;
	return {
		values,
		limit: returnAll === true ? Infinity : Number(limit ?? 50),
		...(maxPages !== undefined && { maxPages: Number(maxPages) }),
		simplify: simplify === true,
		file: { property: String(outputBinaryField ?? 'data'), limitBytes: Number(maxFileSize ?? 100) * MB },
	};
}

/** Reads all items, then does them together. */
async function runBatches(
	running: Running,
	operation: Parameters<typeof runTogether>[0],
): Promise<Map<number, Outcome>> {
	const { context, room } = running;
	const outcomes = new Map<number, Outcome>();
	const inputs = await eachOf(
		context.getInputData().length,
		room,
		async (item) =>
			await inputOf(running, operation, item).catch((error: unknown) => {
				if (!context.continueOnFail()) throw Object.assign(new BadItem(item), { cause: error });
				outcomes.set(item, { error });
				return undefined;
			}),
	).catch((error: unknown) => {
		if (!(error instanceof BadItem)) throw error;
		outcomes.set(error.item, { error: error.cause });
		return [];
	});
	const members: Member[] = inputs.flatMap((input, item) => (input ? [{ item, input }] : []));
	for (const [item, outcome] of await runTogether(operation, members, running)) outcomes.set(item, outcome);
	return outcomes;
}

/** An item whose input is refused where the workflow stops at an error: then nothing is sent at all. */
class BadItem extends Error {
	constructor(readonly item: number) {
		super(`Item ${item}`);
	}
}

/**
 * Runs a node made of resources: reads each item's fields and calls DingTalk. Resource and operation are the first item's
 * (n8n does not let them differ); every other field may be an expression of its own item.
 */
export async function run(context: IExecuteFunctions, resources: readonly Resource[]): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[]];
	const { resource, operation } = chosen(context, resources);
	const running = await startRunning(context, resource.credential ?? 'dingTalkApi');
	const about = {
		action: operation.action,
		permission: operation.permission,
		docs: operation.docs,
		hints: resource.hints,
		fields: fieldsOf(operation),
	};
	const outcomes = isBatch(operation) ? await runBatches(running, operation) : undefined;
	const api = lookUpsOf(running.client, running.memory);
	const turns = new Turns(context.continueOnFail());
	const doOne = async (item: number): Promise<Output[]> => {
		if (!outcomes) {
			const { inTurn } = operation;
			const work = async (input: Input) => await runOne(operation, input, running);
			const reading = inputOf(running, operation, item);
			return await (inTurn ? turns.take(reading, ({ values }) => inTurn(values), work) : reading.then(work));
		}
		const outcome = outcomes.get(item);
		// An item without an outcome was not sent, since another one had stopped the run.
		if (outcome === undefined) return [];
		return 'made' in outcome ? outcome.made : await Promise.reject(asError(outcome.error));
	};
	const output = await runItems(
		running,
		about,
		async (item) =>
			await doOne(item).catch(async (error: unknown) => {
				const read = async () => (await inputOf(running, operation, item)).values;
				return await Promise.reject(asError(await explained(error, resource.explain, read, api)));
			}),
	);
	running.hints.show(context);
	return output;
}
