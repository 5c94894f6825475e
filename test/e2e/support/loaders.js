/** `node loaders.js <folder of n8n> <folder of a package>`: what n8n's own two loaders know of a package, by its files and by its classes, as JSON. */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const [host, folder] = process.argv.slice(2);
const { LazyPackageDirectoryLoader, PackageDirectoryLoader } = createRequire(join(host, 'package.json'))('n8n-core');

async function knowledgeOf(Loader) {
	const loader = new Loader(folder);
	await loader.loadAll();
	const { known, types, isLazyLoaded } = loader;
	return { isLazyLoaded, known, types };
}

async function main() {
	const byFiles = await knowledgeOf(LazyPackageDirectoryLoader);
	const byClasses = await knowledgeOf(PackageDirectoryLoader);
	process.stdout.write(JSON.stringify({ byFiles, byClasses }));
}

main();
