/** Run by load.ts in a process of its own: requires node files as n8n does and says what that cost. Files before `--` are there already and do not count. */
const { basename } = require('node:path');
const { memoryUsage } = require('node:process');

// n8n has its own libraries loaded long before any node.
require('n8n-workflow');

const args = process.argv.slice(2);
const make = (file) => new (require(file)[basename(file, '.node.js')])();
for (const file of args.slice(0, args.indexOf('--'))) make(file);

const weigh = () => {
	global.gc();
	return memoryUsage();
};

const before = weigh();
const began = performance.now();
const nodes = args.slice(args.indexOf('--') + 1).map((file) => {
	const node = make(file);
	return 'nodeVersions' in node ? node.getNodeType().description : node.description;
});
const milliseconds = performance.now() - began;
const { heapUsed } = weigh();
const { rss } = memoryUsage();

const operations = ({ properties }) =>
	properties
		.filter(({ name, type }) => name === 'operation' && type === 'options')
		.reduce((sum, { options }) => sum + options.length, 0);

console.log(
	JSON.stringify({
		milliseconds,
		heapBytes: heapUsed - before.heapUsed,
		rssBytes: rss,
		descriptions: nodes.map((node) => Buffer.byteLength(JSON.stringify(node))),
		operations: nodes.map(operations),
	}),
);
