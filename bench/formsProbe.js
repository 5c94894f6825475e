/** Run by forms.ts on n8n's Node: reads descriptions from its input as a JSON list and says, as JSON, what the form of each costs. */
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { text } = require('node:stream/consumers');
const { gzipSync } = require('node:zlib');

const { NodeHelpers } = createRequire(join(process.argv[2], 'package.json'))('n8n-workflow');

const ROUNDS = 25;
const choices = (property) => (property.options ?? []).map(({ value }) => value);

/** Every pair of resource and operation; none where the form has no list of operations. */
function forms({ properties }) {
	const operations = properties.filter(({ name, type }) => name === 'operation' && type === 'options');
	const found = operations.flatMap((property) => {
		const resources = property.displayOptions?.show?.resource ?? [undefined];
		return resources.flatMap((resource) => choices(property).map((operation) => ({ resource, operation })));
	});
	return found;
}

/** Milliseconds of n8n's way from what is stored to what the form shows, median of rounds. */
function milliseconds(description, parameters) {
	const node = { typeVersion: [description.version].flat().at(-1) };
	const times = Array.from({ length: ROUNDS }, () => {
		const began = performance.now();
		NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description);
		return performance.now() - began;
	});
	return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

async function main() {
	const costs = JSON.parse(await text(process.stdin)).map((description) => {
		const all = forms(description);
		const json = JSON.stringify(description);
		return {
			name: description.name,
			operations: all.length,
			properties: description.properties.length,
			bytes: Buffer.byteLength(json),
			gzipped: gzipSync(json).length,
			milliseconds: Math.max(
				...(all.length > 0 ? all : [{}]).map((parameters) => milliseconds(description, parameters)),
			),
		};
	});
	console.log(JSON.stringify(costs));
}

main();
