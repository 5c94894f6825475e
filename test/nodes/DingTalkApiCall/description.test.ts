/** What n8n ships to every browser, and what stays on the server until it is asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodePropertyOptions } from 'n8n-workflow';
import products from '../../../nodes/catalog/data/products.json';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { describeApiCall } from '../../../nodes/DingTalkApiCall/description';

const DATA = join(__dirname, '../../../nodes/catalog/data');
const { description } = new DingTalkApiCall();

test('the description is small: the catalog is never inlined', () => {
	const bytes = Buffer.byteLength(JSON.stringify(description));
	console.log(`description of DingTalk API Call: ${bytes} bytes`);
	expect(bytes).toBeLessThan(40_000);
	expect(JSON.stringify(description)).not.toContain('calendar.createEvent');
});

test('every field has its Chinese', () => {
	expect(describeApiCall().missing).toEqual([]);
	const shown = JSON.stringify(description.properties);
	expect(products.map(({ zh }) => zh).filter((zh) => !shown.includes(zh))).toEqual([]);
});

test('products without a current operation stand last and say so', () => {
	const options = (description.properties.find(({ name }) => name === 'product')?.options ??
		[]) as INodePropertyOptions[];
	expect(options.slice(0, 2).map(({ value }) => value)).toEqual(['all', 'custom']);
	const empty = new Set(products.filter(({ count }) => count === 0).map(({ id }) => id));
	const marks = options
		.slice(2)
		.map(({ value, description: text }) => [
			empty.has(String(value)),
			/Archived or undocumented operations only/.test(text ?? ''),
		]);
	expect(marks.every(([isEmpty, isMarked]) => isEmpty === isMarked)).toBe(true);
	expect(marks.map(([isEmpty]) => isEmpty)).toEqual(
		[...marks.map(([isEmpty]) => isEmpty)].sort((a, b) => Number(a) - Number(b)),
	);
});

/** Which files of the catalog a piece of code loads, with nothing loaded before. */
async function loads(work: () => Promise<unknown>): Promise<string[]> {
	const loaded: string[] = [];
	await jest.isolateModulesAsync(async () => {
		for (const file of readdirSync(DATA)) {
			jest.doMock(join(DATA, file), () => {
				loaded.push(file);
				return JSON.parse(readFileSync(join(DATA, file), 'utf8')) as unknown;
			});
		}
		await work();
	});
	return loaded;
}

test('n8n starts without the catalog; an operation loads its product only, a search of all products all of them', async () => {
	expect(
		await loads(
			async () => new (await import('../../../nodes/DingTalkApiCall/DingTalkApiCall.node')).DingTalkApiCall(),
		),
	).toEqual(['products.json']);
	expect(
		await loads(async () => await (await import('../../../nodes/DingTalkApiCall/find')).rowOf('todo.createTodoTask')),
	).toEqual(['products.json', 'todo.json']);
	expect(await loads(async () => await (await import('../../../nodes/DingTalkApiCall/routes')).allRows())).toHaveLength(
		readdirSync(DATA).length,
	);
});
