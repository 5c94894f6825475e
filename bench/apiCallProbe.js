/** Run by apiCall.ts in a process of its own: what the form of DingTalk API Call costs the server, step by step. Argument: the data folder's parent, dist/nodes. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const nodes = process.argv[2];
require('n8n-workflow');
const { DingTalkApiCall } = require(join(nodes, 'DingTalkApiCall/DingTalkApiCall.node.js'));
const { methods } = new DingTalkApiCall();

const data = join(nodes, 'catalog/data');
const contextOf = (parameters) => ({ getCurrentNodeParameter: (name) => parameters[name] });
const list = async (filter) =>
	await methods.listSearch.searchOperations.call(
		contextOf({ product: 'all', options: { showArchived: true, showUndocumented: true } }),
		filter,
	);
const fields = async (value) =>
	await methods.resourceMapping.mapParameters.call(contextOf({ apiOperation: { mode: 'list', value } }));

const heap = () => {
	global.gc();
	return process.memoryUsage().heapUsed;
};
const timed = async (work) => {
	const began = performance.now();
	await work();
	return performance.now() - began;
};
/** The fastest of several: the work itself, not what else the machine does. */
const best = async (work) => {
	const times = [];
	for (let round = 0; round < 20; round++) times.push(await timed(work));
	return Math.min(...times);
};
const parsed = (files) => files.map((file) => JSON.parse(readFileSync(join(data, file), 'utf8')));

async function main() {
	const files = readdirSync(data);
	const bytes = files.reduce((sum, file) => sum + readFileSync(join(data, file)).length, 0);
	// Read once before, so that the disk's cache is warm for both sides.
	const result = { bytes };
	const start = heap();
	result.fieldsFirst = await timed(async () => await fields('todo.createTodoTask'));
	result.productHeap = heap() - start;
	result.fieldsAgain = await best(async () => await fields('todo.createTodoTask'));
	result.parseProduct = await best(() => parsed(['products.json', 'todo.json']));
	result.listFirst = await timed(async () => await list(''));
	result.catalogHeap = heap() - start;
	result.listAgain = await best(async () => await list(''));
	result.search = await best(async () => await list('send work notification'));
	result.searchChinese = await best(async () => await list('发送工作通知'));
	result.parseAll = await best(() => parsed(files));
	const rows = parsed(files.filter((file) => file !== 'products.json')).flat();
	result.scan = await best(() =>
		rows.filter(({ id, name, zh, path }) =>
			`${id} ${name} ${zh} ${path}`.toLowerCase().includes('send work notification'),
		),
	);
	console.log(JSON.stringify(result));
}

void main();
