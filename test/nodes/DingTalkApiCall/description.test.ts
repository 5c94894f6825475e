/** What n8n ships to every browser, and what stays on the server until it is asked for. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { INodePropertyOptions } from 'n8n-workflow';
import products from '../../../nodes/catalog/data/products.json';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { missingWords } from '../../../nodes/runtime/words';

const ROOT = join(__dirname, '../../..');
const { description } = new DingTalkApiCall();

test('the description is small: the catalog is never inlined', () => {
	const bytes = Buffer.byteLength(JSON.stringify(description));
	console.log(`description of DingTalk API Call: ${bytes} bytes`);
	expect(bytes).toBeLessThan(40_000);
	expect(JSON.stringify(description)).not.toContain('calendar.createEvent');
});

test('every field has its Chinese', () => {
	expect([...missingWords].filter((path) => /^(product|apiOperation|specify|parameters|request|method|host|path|query|body|bodyType|text|options)\b/.test(path))).toEqual([]);
});

test('products without a current operation stand last and say so', () => {
	const options = (description.properties.find(({ name }) => name === 'product')?.options ?? []) as INodePropertyOptions[];
	expect(options.slice(0, 2).map(({ value }) => value)).toEqual(['all', 'custom']);
	const empty = new Set(products.filter(({ count }) => count === 0).map(({ id }) => id));
	const marks = options.slice(2).map(({ value, description: text }) => [empty.has(String(value)), /Archived or undocumented operations only/.test(text ?? '')]);
	expect(marks.every(([isEmpty, isMarked]) => isEmpty === isMarked)).toBe(true);
	expect(marks.map(([isEmpty]) => isEmpty)).toEqual([...marks.map(([isEmpty]) => isEmpty)].sort((a, b) => Number(a) - Number(b)));
});

/** Which files of the catalog a piece of code loads, in a process of its own. */
const loads = (code: string): string[] =>
	JSON.parse(
		execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', `${code}.then(() => console.log(JSON.stringify(Object.keys(require.cache).filter((file) => /catalog.data/.test(file)).map((file) => file.split(/[\\\\/]/).pop()))))`], { cwd: ROOT, encoding: 'utf8' }),
	) as string[];

test('n8n starts without the catalog; an operation loads its product only', () => {
	expect(loads("Promise.resolve(new (require('./nodes/DingTalkApiCall/DingTalkApiCall.node.ts').DingTalkApiCall)())")).toEqual(['products.json']);
	expect(loads("require('./nodes/DingTalkApiCall/find').rowOf('todo.createTodoTask')").sort()).toEqual(['products.json', 'todo.json']);
}, 60_000);
