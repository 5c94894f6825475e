/**
 * Completes the search words of the built nodes: n8n's node panel searches display names and codex aliases only (2.40.5), so an
 * operation is found by its Chinese action ("发送工作通知") because the alias holds it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { products } from '../nodes/catalog';
import { productNodes } from './products';

interface Codex {
	alias?: string[];
}

function addAliases(file: string, words: string[]): void {
	const codex = JSON.parse(readFileSync(file, 'utf8')) as Codex;
	writeFileSync(file, JSON.stringify({ ...codex, alias: [...new Set([...(codex.alias ?? []), ...words])] }));
}

async function main(dist: string): Promise<void> {
	for (const { folder, resources } of productNodes)
		addAliases(
			join(dist, `nodes/${folder}/${folder}.node.json`),
			resources.flatMap(({ zh }) => [zh.name, ...Object.values(zh.operations).map(({ action }) => action)]),
		);
	addAliases(
		join(dist, 'nodes/DingTalkApiCall/DingTalkApiCall.node.json'),
		(await products()).map(({ zh }) => zh),
	);
}

main(process.argv[2] ?? 'dist').catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
