/**
 * Completes the search words of the built nodes: n8n's node panel searches display names and codex aliases only (2.40.5). The
 * aliases of a node stand in aliases.json; an operation is found by its Chinese action ("发送工作通知"), a product of the catalog
 * by its Chinese name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { products } from '../nodes/catalog';
import aliases from './aliases.json';
import { nodeFolders, nodeIn } from './nodes';
import { productNodes } from './products';

interface Codex {
	alias?: string[];
}

const wordsOf = new Map<string, { en: string[]; zh: string[] }>(Object.entries(aliases));

/** What a node is found by, without its display name. */
export async function aliasesOf(folder: string): Promise<string[]> {
	const { name } = nodeIn(folder).description;
	const words = wordsOf.get(name);
	if (!words) throw new Error(`scripts/aliases.json has no words for ${name}`);
	const { resources = [] } = productNodes.find((product) => product.folder === folder) ?? {};
	const actions = resources.flatMap(({ zh, operations }) => [
		zh.name,
		...operations.flatMap(({ zh: words }) => words?.action ?? []),
	]);
	const cataloged = folder === 'DingTalkApiCall' ? (await products()).map(({ zh }) => zh) : [];
	// The panel holds all that is typed against one alias: "dingtalk calendar" finds the calendar.
	const together = words.en.filter((word) => !word.includes('DingTalk')).map((word) => `DingTalk ${word}`);
	return [...new Set([...words.en, ...together, ...words.zh, ...actions, ...cataloged])];
}

/** Adds the words to the codex of each built node. */
export async function writeAliases(dist: string): Promise<void> {
	for (const folder of nodeFolders) {
		const file = join(dist, `nodes/${folder}/${folder}.node.json`);
		const codex = JSON.parse(readFileSync(file, 'utf8')) as Codex;
		writeFileSync(file, JSON.stringify({ ...codex, alias: await aliasesOf(folder) }));
	}
}
