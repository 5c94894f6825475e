/**
 * Writes the output previews that n8n shows before an operation has run: `dist/nodes/<Node>/__schema__/v1.0.0/<resource>/<operation>.json`.
 * Derived: an answer is made from the catalog's response schema and sent through the operation's own output and simplify.
 * A `<operation>.sample.json` beside the operation (one output item) wins; procedures need one unless their first route answers what they return.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { products, rowsOf } from '../nodes/catalog';
import type { Row, Schema } from '../nodes/catalog/types';
import { fromPushedEvent } from '../nodes/DingTalkTrigger/item/event';
import { at } from '../nodes/protocol/paging';
import { businessOf } from '../nodes/runtime/execute';
import { isProcedure, type AnyOperation, type Json } from '../nodes/runtime/operation';
import { operations, type Placed } from './products';

interface Preview {
	type: string;
	properties?: Record<string, Preview>;
	items?: Preview;
}

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value that fits the schema. */
function sampleOf(schema: Schema): unknown {
	switch (schema.type) {
		case 'object':
			return Object.fromEntries(
				Object.entries(schema.properties ?? {}).map(([name, member]) => [name, sampleOf(member)]),
			);
		case 'map':
			return schema.items ? { key: sampleOf(schema.items) } : {};
		case 'array':
			return schema.items ? [sampleOf(schema.items)] : [];
		case 'number':
			return 0;
		case 'boolean':
			return true;
		default:
			return '';
	}
}

/** The JSON schema of a value, as n8n's previews are written. */
function previewOf(value: unknown): Preview {
	if (Array.isArray(value)) return value.length > 0 ? { type: 'array', items: previewOf(value[0]) } : { type: 'array' };
	if (isObject(value))
		return {
			type: 'object',
			properties: Object.fromEntries(Object.entries(value).map(([name, member]) => [name, previewOf(member)])),
		};
	return { type: typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string' };
}

async function catalogRows(): Promise<Map<string, Row>> {
	const rows = await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)));
	const found = new Map<string, Row>();
	for (const row of rows.flat()) {
		const route = `${row.method} ${row.path}`;
		// Several pages may document one route; the current one with an answer wins.
		if (!found.get(route)?.response || found.get(route)?.archived) found.set(route, row);
	}
	return found;
}

function derived(operation: AnyOperation, rows: Map<string, Row>): Json | undefined {
	const route = isProcedure(operation) ? operation.routes[0] : operation.route;
	const response = rows.get(route ?? '')?.response;
	if (!response) return undefined;
	const answer = sampleOf(response);
	const body: Json = isObject(answer) ? answer : { result: answer };
	const paging = isProcedure(operation) ? undefined : operation.paging;
	const entries: unknown = paging ? at(body, paging.entries) : undefined;
	const shaped = Array.isArray(entries)
		? entries[0]
		: !isProcedure(operation) && operation.output
			? operation.output(body, {})
			: businessOf(body);
	const entry: unknown = Array.isArray(shaped) ? shaped[0] : shaped;
	const item = isObject(entry) ? entry : { value: entry };
	return operation.simplify ? operation.simplify(item) : item;
}

/**
 * What every event has in common: n8n asks for the trigger's preview without saying which events are chosen. The editor wants it
 * beside the folder of the version, n8n's own assistant inside.
 */
function writeTrigger(dist: string) {
	const { item } = fromPushedEvent({ eventType: '', eventId: '', corpId: '', occurredAt: 0, times: [], data: {} });
	const folder = join(dist, 'nodes/DingTalkTrigger/__schema__/v1.0.0');
	mkdirSync(folder, { recursive: true });
	for (const file of [`${folder}.json`, join(folder, 'output.json')])
		writeFileSync(file, JSON.stringify({ ...previewOf(item), version: 1 }));
}

/** The preview of every operation, and the operations that have none. */
export async function operationPreviews(): Promise<{ previews: Array<[Placed, Preview]>; without: string[] }> {
	const rows = await catalogRows();
	const previews: Array<[Placed, Preview]> = [];
	const without: string[] = [];
	for (const placed of operations) {
		const { product, resource, operation, id } = placed;
		const sample = join('nodes', product.folder, 'resources', resource.value, `${operation.value}.sample.json`);
		const item = existsSync(sample) ? (JSON.parse(readFileSync(sample, 'utf8')) as Json) : derived(operation, rows);
		if (item) previews.push([placed, previewOf(item)]);
		else without.push(id);
	}
	return { previews, without };
}

/** @throws for an operation that has none */
export async function writePreviews(dist: string): Promise<void> {
	writeTrigger(dist);
	const { previews, without } = await operationPreviews();
	for (const [{ product, resource, operation }, preview] of previews) {
		const folder = join(dist, 'nodes', product.folder, '__schema__/v1.0.0', resource.value);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, `${operation.value}.json`), JSON.stringify({ ...preview, version: 1 }));
	}
	if (without.length > 0)
		throw new Error(`No output preview for ${without.join(', ')}: add a <operation>.sample.json beside the operation`);
}
