/**
 * Run by load.ts and forms.ts in a process of its own: gets to know nodes as n8n does at its start, and says what that cost, as JSON.
 * `node loadProbe.js <folder of n8n> <how> <folder of the package> [file of a node or credential]… [-- name of a node]`
 * how: `files` (by the files of the build), `classes` (every class), `nothing`; with files of nodes named, only those of the package.
 * The node after `--` is loaded afterwards, as if it were to run.
 */
const { createRequire, Module } = require('node:module');
const { join } = require('node:path');

const [host, how, folder, ...rest] = process.argv.slice(2);
const named = rest.indexOf('--') < 0 ? rest : rest.slice(0, rest.indexOf('--'));
const toRun = rest.indexOf('--') < 0 ? undefined : rest.at(-1);

// n8n has its own libraries loaded long before any node.
const core = createRequire(join(host, 'package.json'))('n8n-core');

let modules = 0;
const { load } = Module.prototype;
Module.prototype.load = function (file) {
	modules += 1;
	return load.call(this, file);
};

const heap = () => {
	global.gc();
	return process.memoryUsage().heapUsed;
};

async function knowThem() {
	const Loader = how === 'files' ? core.LazyPackageDirectoryLoader : core.PackageDirectoryLoader;
	const loader = new Loader(folder);
	if (named.length === 0) await loader.loadAll();
	for (const file of named)
		if (file.endsWith('.credentials.js')) loader.loadCredentialFromFile(file);
		else loader.loadNodeFromFile(file);
	// As n8n's postProcessLoaders does (2.40.5).
	for (const name in loader.known.credentials) loader.getCredential(name);
	return loader;
}

async function main() {
	const before = heap();
	const began = performance.now();
	const loader = how === 'nothing' ? undefined : await knowThem();
	const milliseconds = performance.now() - began;
	const atStart = { modules, heapBytes: heap() - before };
	// n8n lets the descriptions go when it has written them to files for the editor.
	loader?.releaseTypes();
	const keptBytes = heap() - before;
	const beganNode = performance.now();
	if (toRun) loader.getNode(toRun);
	console.log(
		JSON.stringify({
			milliseconds,
			...atStart,
			keptBytes,
			rssBytes: process.memoryUsage().rss,
			node: { milliseconds: performance.now() - beganNode, modules: modules - atStart.modules },
		}),
	);
}

main();
