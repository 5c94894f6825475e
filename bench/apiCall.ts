import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/host/build';
import type { Bench } from './line';
import { median } from './stats';

/** What a fresh process says of the form's steps; see apiCallProbe.js. Times in ms, sizes in bytes. */
type Probe = Record<
	| 'bytes'
	| 'productHeap'
	| 'catalogHeap'
	| 'fieldsFirst'
	| 'fieldsAgain'
	| 'parseProduct'
	| 'listFirst'
	| 'listAgain'
	| 'search'
	| 'searchChinese'
	| 'parseAll'
	| 'scan',
	number
>;

const ROUNDS = 5;
const NODES = join(root, 'dist', 'nodes');

const probe = (): Probe =>
	JSON.parse(
		execFileSync(process.execPath, ['--expose-gc', join(__dirname, 'apiCallProbe.js'), NODES], {
			encoding: 'utf8',
			env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
		}),
	) as Probe;

const sizeOf = (folder: string): number =>
	readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
		(sum, entry) => (entry.isFile() ? sum + statSync(join(entry.parentPath, entry.name)).size : sum),
		0,
	);

export const apiCall: Bench = {
	name: 'apiCall',
	about:
		'the form of DingTalk API Call on the server: its lists and fields, beside reading and parsing the same JSON files with nothing else',
	run: async () => {
		const probes = Array.from({ length: ROUNDS }, probe);
		const of = (what: keyof Probe) => median(probes.map((one) => one[what]));
		const ratio = (a: keyof Probe, b: keyof Probe) => median(probes.map((one) => one[a] / one[b]));
		const all = sizeOf(join(root, 'dist'));
		return await Promise.resolve([
			{ what: 'fields of an operation, first time', value: of('fieldsFirst'), unit: 'ms' as const },
			{ what: 'fields of an operation, again', value: of('fieldsAgain'), unit: 'ms' as const },
			{ what: 'fields again : parsing the product anew', value: ratio('fieldsAgain', 'parseProduct'), atMost: 1 },
			{ what: 'list of all operations, first time', value: of('listFirst'), unit: 'ms' as const },
			{ what: 'list first time : parsing the catalog', value: ratio('listFirst', 'parseAll'), atMost: 8 },
			{ what: 'list of all operations, again', value: of('listAgain'), unit: 'ms' as const, atMost: 100 },
			{ what: 'search in English', value: of('search'), unit: 'ms' as const, atMost: 100 },
			{ what: 'search in Chinese', value: of('searchChinese'), unit: 'ms' as const, atMost: 100 },
			{ what: 'search : plain scan for one text', value: ratio('search', 'scan') },
			{ what: 'heap, one product used', value: of('productHeap') / 1024, unit: 'KB' as const },
			{ what: 'heap, whole catalog used', value: of('catalogHeap') / 1024, unit: 'KB' as const },
			{ what: 'heap, whole catalog : its files', value: ratio('catalogHeap', 'bytes'), atMost: 6 },
			{ what: 'heap, one product : whole catalog', value: ratio('productHeap', 'catalogHeap'), atMost: 0.2 },
			{ what: 'dist/', value: all / 1024, unit: 'KB' as const },
			{ what: 'dist/, catalog : everything', value: sizeOf(join(NODES, 'catalog')) / all },
		]);
	},
};
