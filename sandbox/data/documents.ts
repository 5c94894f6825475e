/** A block of a document: under the name of its type what it holds. */
export interface Block {
	id: string;
	blockType: string;
	[type: string]: unknown;
}

export interface DocumentsData {
	/** By the UUID of the node; a document without an entry is empty. */
	blocks: Map<string, Block[]>;
	/** UUIDs by the other ids that creating gave: a `docKey`, a `nodeId`. */
	keys: Map<string, string>;
}

/** Ids of nodes are letters and digits: they stand in links. */
export const DOCUMENT = 'sandboxDocumentRoadmap00000000001';
export const HANDBOOK = 'sandboxDocumentHandbook0000000001';

const level = (marks: string) => `heading-${marks.length}`;

/** A line of markdown as the block that it becomes; what holds more than text (code, pictures, quotes) is told as an empty block. */
const blockOf = (line: string): [type: string, inside: object] => {
	const heading = /^(#{1,6})\s+(.*)$/.exec(line);
	if (heading) return ['heading', { level: level(heading[1]), text: heading[2] }];
	const bullet = /^[-*]\s+(.*)$/.exec(line);
	if (bullet) return ['unorderedList', { text: bullet[1] }];
	const numbered = /^\d+\.\s+(.*)$/.exec(line);
	if (numbered) return ['orderedList', { text: numbered[1] }];
	if (line.startsWith('>')) return ['blockquote', {}];
	if (/^!\[/.test(line) || line.startsWith('```')) return ['unknown', {}];
	return ['paragraph', { text: line.replace(/\*\*(.+?)\*\*/g, '$1').replace(/\[(.+?)\]\(.+?\)/g, '$1') }];
};

const cellsOf = (line: string) =>
	line
		.slice(1, line.endsWith('|') ? -1 : undefined)
		.split('|')
		.map((cell) => cell.trim());

/** Markdown as the blocks that reading tells. */
export const blocksOf = (markdown: string, newId: () => string): Block[] => {
	const blocks: Block[] = [];
	const lines = markdown.split('\n').map((line) => line.trimEnd());
	for (let at = 0; at < lines.length; at += 1) {
		if (lines[at].trim() === '') continue;
		if (lines[at].startsWith('|')) {
			const rows: string[][] = [];
			for (; at < lines.length && lines[at].startsWith('|'); at += 1)
				if (!/^\|[\s:|-]+$/.test(lines[at])) rows.push(cellsOf(lines[at]));
			at -= 1;
			const table = { cells: rows, rowSize: rows.length, colSize: rows[0]?.length ?? 0 };
			blocks.push({ id: newId(), blockType: 'table', table });
			continue;
		}
		const [blockType, inside] = blockOf(lines[at]);
		blocks.push({ id: newId(), blockType, [blockType]: inside });
	}
	return blocks;
};

export const seedDocuments = (): DocumentsData => {
	let last = 0;
	const id = () => `blk${(last += 1)}`;
	const roadmap =
		'# 路线图\n\n今年的三个目标。\n\n- 上线 AI 表格\n- 接入考勤\n\n| 季度 | 目标 |\n| --- | --- |\n| Q1 | 调研 |\n| Q2 | 上线 |';
	const handbook = '# 编码规范\n\n1. 先写测试\n2. 再写代码\n\n> 引用\n\n## 命名\n\n名称要说明内容。';
	return {
		blocks: new Map([
			[DOCUMENT, blocksOf(roadmap, id)],
			[HANDBOOK, blocksOf(handbook, id)],
		]),
		keys: new Map(),
	};
};
