import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { FilePart } from '../protocol/request';
import { createClient, type Client } from './client';
import { runOne, type Input } from './execute';
import { secretsOf, toNodeError } from './nodeError';
import type { AnyOperation, Json, Resource } from './operation';
import { People } from './people';
import { fieldsOf } from './resource';
import { readValues, type Reading } from './values';

/** Everything that lives as long as one execution of the node. */
interface Run {
	context: IExecuteFunctions;
	client: Client;
	people: People;
	memory: Map<string, Promise<unknown>>;
	/** How many items at once. */
	batching: number;
}

type Chosen = { resource: Resource; operation: AnyOperation };
const DEFAULT_BATCHING = 10;

function chosen(context: IExecuteFunctions, resources: readonly Resource[], item: number): Chosen {
	const resource = resources.find(({ value }) => value === context.getNodeParameter('resource', item));
	const operation = resource?.operations.find(({ value }) => value === context.getNodeParameter('operation', item));
	if (resource && operation) return { resource, operation };
	throw new Error(`There is no operation "${String(context.getNodeParameter('operation', item))}" of "${String(context.getNodeParameter('resource', item))}"`);
}

/** The item's file: streamed where n8n stores it outside the workflow data. */
async function fileOf(context: IExecuteFunctions, item: number, property: string): Promise<FilePart> {
	const data = context.helpers.assertBinaryData(item, property);
	const { id } = data;
	const named = { name: data.fileName ?? `file.${data.fileExtension ?? 'bin'}`, mimeType: data.mimeType };
	if (id === undefined) {
		const buffer = await context.helpers.getBinaryDataBuffer(item, property);
		return { ...named, size: buffer.length, open: async () => await Promise.resolve(buffer) };
	}
	const { fileSize } = await context.helpers.getBinaryMetadata(id);
	return { ...named, size: fileSize, open: async () => await context.helpers.getBinaryStream(id) };
}

function readingOf({ context, client, people }: Run, item: number): Reading {
	return {
		parameter: (name, fallback) => context.getNodeParameter(name, item, fallback as object),
		node: context.getNode(),
		timezone: context.getTimezone(),
		credential: client.credential,
		people,
		binary: async (property) => await fileOf(context, item, property),
	};
}

async function inputOf(run: Run, operation: AnyOperation, item: number): Promise<Input> {
	const values = await readValues(fieldsOf(operation), readingOf(run, item));
	const { returnAll, limit, simplify }: { returnAll?: unknown; limit?: unknown; simplify?: unknown } = values;
	return { values, limit: returnAll === true ? Infinity : Number(limit ?? 50), simplify: simplify === true };
}

const toItem = (json: Json, item: number): INodeExecutionData => ({ json: json as IDataObject, pairedItem: { item } });

/** The item that stands for a failure where the workflow goes on: DingTalk's code, words and request id stay readable. */
function errorItem(error: ReturnType<typeof toNodeError>, item: number): INodeExecutionData {
	const { code, requestId, dingTalkMessage } = error.context;
	const json: IDataObject = {
		error: error.message,
		...(error.description && { description: error.description }),
		...(typeof code === 'string' && { code }),
		...(typeof dingTalkMessage === 'string' && { dingTalkMessage }),
		...(typeof requestId === 'string' && { requestId }),
	};
	return { json, error, pairedItem: { item } };
}

async function runItem(run: Run, { operation }: Chosen, item: number): Promise<INodeExecutionData[]> {
	const { context, client } = run;
	const secrets = secretsOf(client.credential);
	return await inputOf(run, operation, item)
		.then(async (input) => await runOne(operation, input, client, run.memory))
		.then(
			(entries) => entries.map((json) => toItem(json, item)),
			(cause: unknown) => {
				const about = { action: operation.action, permission: operation.permission, docs: operation.docs, itemIndex: item };
				const error = toNodeError(context.getNode(), cause, about, secrets);
				if (context.continueOnFail()) return [errorItem(error, item)];
				throw error;
			},
		);
}

/** Works on `count` items, `atOnce` at a time, in order; the first failure ends it once what is under way has ended. */
async function eachItem<T>(count: number, atOnce: number, work: (item: number) => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	const failures: Array<{ item: number; error: unknown }> = [];
	let next = 0;
	const worker = async () => {
		while (next < count && failures.length === 0) {
			const item = next++;
			await work(item).then(
				(result) => (results[item] = result),
				(error: unknown) => failures.push({ item, error }),
			);
		}
	};
	await Promise.all(Array.from({ length: Math.min(count, atOnce) }, worker));
	const [first] = failures.sort((a, b) => a.item - b.item);
	if (first) throw first.error;
	return results;
}

async function startRun(context: IExecuteFunctions, { resource }: Chosen): Promise<Run> {
	const options = context.getNodeParameter('options', 0, {}) as { batching?: number; callsPerSecond?: number };
	const signal = context.getExecutionCancelSignal();
	const client = await createClient(context, resource.credential ?? 'dingTalkApi', {
		callsPerSecond: options.callsPerSecond,
		cancelled: () => signal?.aborted === true,
	});
	return { context, client, people: new People(client), memory: new Map(), batching: Math.max(1, Number(options.batching ?? DEFAULT_BATCHING)) };
}

/**
 * The one item loop: reads each item's fields, calls DingTalk, keeps order and pairing. Resource and operation are the first
 * item's (n8n does not let them differ); every other field may be an expression of its own item.
 */
export async function run(context: IExecuteFunctions, resources: readonly Resource[]): Promise<INodeExecutionData[][]> {
	const count = context.getInputData().length;
	if (count === 0) return [[]];
	const choice = chosen(context, resources, 0);
	const running = await startRun(context, choice);
	const outputs = await eachItem(count, running.batching, async (item) => await runItem(running, choice, item));
	return [outputs.flat()];
}

