import { isObject, type Json } from '../../protocol/json';
import { objectsIn } from '../../runtime/pick';

/** How a block is written: plainly, or as markdown. */
type Style = 'text' | 'markdown';

/** What is inside a block stands under the name of its type: `{ blockType: "paragraph", paragraph: { text } }`. */
const inside = (block: Json): Json => {
	const inner = block[String(block.blockType)];
	return isObject(inner) ? inner : {};
};

/** `heading-2`, `2` or 2 → 2. */
const levelOf = (level: unknown): number =>
	Math.min(6, Math.max(1, Number(String(level ?? 1).replace(/\D/g, '')) || 1));

const cellText = (cell: unknown): string =>
	isObject(cell) || Array.isArray(cell) ? innerText(cell) : String(cell ?? '').trim();

/** All texts of something whose shape is not known, line by line. */
function innerText(value: unknown): string {
	if (Array.isArray(value)) return value.map(innerText).filter(Boolean).join('\n');
	if (!isObject(value)) return '';
	const { text, ...rest } = value;
	return [typeof text === 'string' ? text : '', ...Object.values(rest).map(innerText)].filter(Boolean).join('\n');
}

function table({ cells }: Json, style: Style): string {
	const rows = (Array.isArray(cells) ? cells : []).map((row: unknown) => (Array.isArray(row) ? row.map(cellText) : []));
	if (style === 'text') return rows.map((row) => row.join('\t')).join('\n');
	const lines = rows.map(
		(row) => `| ${row.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n/g, '<br>')).join(' | ')} |`,
	);
	const [first] = rows;
	return first ? [lines[0], `|${' --- |'.repeat(first.length)}`, ...lines.slice(1)].join('\n') : '';
}

/** The text of one block; blocks within it (columns) follow each other. Empty where the API tells nothing: pictures, callouts, quotes. */
function written(block: Json, style: Style, number: number): string {
	const inner = inside(block);
	const text = typeof inner.text === 'string' ? inner.text : '';
	switch (block.blockType) {
		case 'heading':
			return style === 'markdown' && text !== '' ? `${'#'.repeat(levelOf(inner.level))} ${text}` : text;
		case 'paragraph':
			return text;
		case 'unorderedList':
			return `- ${text}`;
		case 'orderedList':
			return `${number}. ${text}`;
		case 'table':
			return table(inner, style);
		case 'columns':
			return linesOf(objectsIn(Array.isArray(inner.children) ? inner.children.flat() : []), style);
		case 'attachment':
			return typeof inner.name === 'string' ? `[${inner.name}]` : '';
		case 'blockquote':
			return style === 'markdown' && innerText(inner) !== '' ? innerText(inner).replace(/^/gm, '> ') : innerText(inner);
		default:
			return innerText(inner);
	}
}

const LISTS = new Set(['unorderedList', 'orderedList']);

/** Blocks as text: lists line by line, everything else with an empty line between in markdown. */
function linesOf(blocks: readonly Json[], style: Style): string {
	let result = '';
	let before: unknown;
	let number = 0;
	for (const block of blocks) {
		number = block.blockType === 'orderedList' ? number + 1 : 0;
		const text = written(block, style, number);
		if (text === '') continue;
		const close = style === 'text' || (LISTS.has(String(block.blockType)) && before === block.blockType);
		result += result === '' ? text : `${close ? '\n' : '\n\n'}${text}`;
		before = block.blockType;
	}
	return result;
}

/** The blocks of a document as plain text or markdown, as far as the API tells what they hold. */
export const contentOf = (blocks: readonly Json[], style: Style): string => linesOf(blocks, style);

/** Types of blocks of which the API does not tell what they hold (pictures, callouts), with how many there are. */
export function untold(blocks: readonly Json[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const block of blocks)
		if (block.blockType !== 'paragraph' && Object.keys(inside(block)).length === 0)
			counts.set(String(block.blockType), (counts.get(String(block.blockType)) ?? 0) + 1);
	return counts;
}
