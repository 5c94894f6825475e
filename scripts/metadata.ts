/**
 * Writes what n8n reads of a package at its start in place of the classes: `dist/known/{nodes,credentials}.json`, where each class is,
 * and `dist/types/{nodes,credentials}.json`, the descriptions. With them n8n requires a node's modules only when it runs.
 * Read by n8n-core's `LazyPackageDirectoryLoader`; run when everything else is in `dist/`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';

/** The four files by their path, with the value that each holds. */
export type Metadata = Record<string, unknown>;

/** What n8n would know of the package in `folder` had it loaded every class. */
export async function metadataOf(folder: string): Promise<Metadata> {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const { known, types } = loader;
	return {
		'dist/known/nodes.json': known.nodes,
		'dist/known/credentials.json': known.credentials,
		'dist/types/nodes.json': types.nodes,
		'dist/types/credentials.json': types.credentials,
	};
}

async function main(folder: string): Promise<void> {
	for (const [path, value] of Object.entries(await metadataOf(folder))) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify(value));
	}
}

if (require.main === module)
	main(process.argv[2] ?? process.cwd()).catch((error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	});
