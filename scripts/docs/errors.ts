/** docs/troubleshooting: every code that the nodes have words for. */
import aiCardHints from '../../nodes/DingTalkAiCard/hints.json';
import { codeHints, type Hint } from '../../nodes/runtime/hints';
import { nodeFolders, nodeIn } from '../nodes';
import { productNodes } from '../products';
import { speak, table } from './markdown';

export interface Told {
	code: string;
	hint: Hint;
	/** Names of the resources where it says this; none: the whole node. */
	resources: Array<{ name: string; zh: string }>;
}

/** What a node says to codes of its own; resources that say the same are one row. */
export function hintsOf(folder: string): Told[] {
	if (folder === 'DingTalkAiCard')
		return Object.entries(aiCardHints).map(([code, hint]) => ({ code, hint, resources: [] }));
	const told = new Map<string, Told>();
	const all = productNodes.find((one) => one.folder === folder)?.resources ?? [];
	for (const { name, zh, hints = {} } of all)
		for (const [code, hint] of Object.entries(hints)) {
			const key = `${code} ${hint.en}`;
			const known = told.get(key) ?? { code, hint, resources: [] };
			known.resources.push({ name, zh: zh.name });
			told.set(key, known);
		}
	return [...told.values()].map((one) => (one.resources.length === all.length ? { ...one, resources: [] } : one));
}

const codeCell = (code: string) => `\`${code}\``;

export function hintTable(told: readonly Told[], chinese: boolean): string {
	const say = speak(chinese);
	return table(
		say(['Code', 'What it means and what to do', 'Resource'], ['错误码', '含义与处理方法', '资源']),
		told.map(({ code, hint, resources }) => [
			codeCell(code),
			say(hint.en, hint.zh),
			resources.map(({ name, zh }) => say(name, zh)).join(say(', ', '、')) || say('all', '全部'),
		]),
	);
}

/** The codes that mean the same in every node. */
export function generalErrors(chinese: boolean): string {
	const say = speak(chinese);
	return table(
		say(['Code', 'What it means and what to do'], ['错误码', '含义与处理方法']),
		Object.entries(codeHints).map(([code, hint]) => [codeCell(code), say(hint.en, hint.zh)]),
	);
}

/** The codes of each node's own, one node after the other. */
export const errorsByNode = (chinese: boolean): string =>
	nodeFolders
		.map((folder) => ({ title: nodeIn(folder).description.displayName, told: hintsOf(folder) }))
		.filter(({ told }) => told.length > 0)
		.map(({ title, told }) => `### ${title}\n\n${hintTable(told, chinese)}`)
		.join('\n\n');
