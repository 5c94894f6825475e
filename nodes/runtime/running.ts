import type { IExecuteFunctions, ISupplyDataFunctions } from 'n8n-workflow';
import { cleanFileName } from '../protocol/fileNames';
import type { Json } from '../protocol/json';
import type { FilePart } from '../protocol/request';
import { createClient, type Client } from './client';
import { optionsField } from './common';
import { roomFor, type Room } from './each';
import { Flow } from './flow';
import { GivenUrls } from './givenUrls';
import { HintList } from './hintList';
import { isBlank } from './kinds/kind';
import { checkedNumber } from './kinds/number';
import { lookUpsOf } from './lookUps';
import { toNodeError } from './nodeError';
import { People } from './people';
import type { Session } from './transport';
import type { Reading } from './field';

/** Everything that lives as long as one execution of a node. */
export interface Running {
	context: IExecuteFunctions;
	client: Client;
	people: People;
	/** Answers that several items may share. */
	memory: Map<string, Promise<unknown>>;
	/** Addresses that answers of this execution named. */
	urls: GivenUrls;
	/** What the user is told after the run. */
	hints: HintList;
	/** How many items at once. */
	room: Room;
}

/** The Options that hold for the whole execution, from the first item. @throws NodeOperationError naming the option */
async function readOptions(context: IExecuteFunctions): Promise<{ batching?: number; callsPerSecond?: number }> {
	const given = context.getNodeParameter('options', 0, {}) as Json;
	try {
		const [batching, callsPerSecond] = optionsField.options.map((field) =>
			isBlank(given[field.name]) ? undefined : checkedNumber(field, given[field.name]),
		);
		return { batching, callsPerSecond };
	} catch (error) {
		return await Promise.reject(toNodeError(context.getNode(), error));
	}
}

/** Reads the credential and the Options of the first item. */
export async function startRunning(context: IExecuteFunctions, type: Session['type']): Promise<Running> {
	const { batching = 0, callsPerSecond } = await readOptions(context);
	const flow = new Flow();
	const client = await createClient(context, type, {
		callsPerSecond,
		signal: context.getExecutionCancelSignal(),
		underWay: flow.underWay,
	});
	return {
		context,
		client,
		people: new People(client),
		memory: new Map(),
		urls: new GivenUrls(),
		hints: new HintList(),
		room: batching > 0 ? roomFor(batching) : flow,
	};
}

/** A context whose node has items before it. */
type Reader = IExecuteFunctions | ISupplyDataFunctions;

/** The item's file: streamed where n8n stores it outside the workflow data. */
export async function fileOf(context: Reader, item: number, property: string): Promise<FilePart> {
	const data = context.helpers.assertBinaryData(item, property);
	const { id } = data;
	const named = {
		// A folder before it, or a line break within it, is no part of a name.
		name: cleanFileName(data.fileName ?? '') ?? `file.${data.fileExtension ?? 'bin'}`,
		mimeType: data.mimeType,
		source: id ?? data.data,
	};
	if (id === undefined) {
		const buffer = await context.helpers.getBinaryDataBuffer(item, property);
		return { ...named, size: buffer.length, open: async () => await Promise.resolve(buffer) };
	}
	const { fileSize } = await context.helpers.getBinaryMetadata(id);
	return { ...named, size: fileSize, open: async () => await context.helpers.getBinaryStream(id) };
}

/** What reading an item's fields needs. */
export const readingOf = (
	{ context, client, people, memory }: Pick<Running, 'client' | 'people' | 'memory'> & { context: Reader },
	item: number,
): Reading => ({
	parameter: (name, fallback) => context.getNodeParameter(name, item, fallback as object),
	node: context.getNode(),
	timezone: context.getTimezone(),
	credential: client.credential,
	password: (value) => client.passwords.add(value),
	people,
	binary: async (property) => await fileOf(context, item, property),
	item: () => context.getInputData()[item]?.json ?? {},
	api: lookUpsOf(client, memory),
});
