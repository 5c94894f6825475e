/** Documents through the node against the sandbox: what is written is read again as text, block by block too. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { contentOf, untold } from '../../../nodes/DingTalkDocs/flows/blocks';
import { partsOf } from '../../../nodes/DingTalkDocs/flows/parts';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { DOCUMENT, HANDBOOK } from '../../../sandbox/data/documents';
import { WORKBOOK } from '../../../sandbox/data/spreadsheet';
import { strayAnswers } from '../../sandbox/answers';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

const id = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	expect(strayAnswers(sandbox.log)).toEqual([]);
	await sandbox.close();
});

const on = (operation: string, parameters: IDataObject, items?: IDataObject[]) => ({
	product: 'dingTalkDocs',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource: 'document', operation, options: { callsPerSecond: 0 }, ...parameters },
	...(items && { items: items.map((json): INodeExecutionData => ({ json })) }),
});
const read = async (document: unknown, format = 'markdown') =>
	(await outputs(on('getContent', { document: id(document), format, filters: {} })))[0];

test('created in a knowledge base with markdown, a section appended, read as markdown and as text', async () => {
	const space = sandbox.data.drive.spaces.find(({ name }) => name === '产品知识库');
	const [made] = await outputs(
		on('create', {
			knowledgeBase: id(space?.workspaceId),
			name: '周报',
			docType: 'DOC',
			content: '# 周报\n\n本周完成两件事。\n\n- 上线\n- 培训',
		}),
	);
	expect(made).toMatchObject({ name: '周报', workspaceId: space?.workspaceId });
	expect(sandbox.data.drive.dentries.find(({ uuid }) => uuid === made?.nodeId)?.name).toBe('周报.adoc');
	await execute(
		on('append', { document: id(made?.nodeId), content: '## 周二\n\n| 人 | 事 |\n| --- | --- |\n| 张三 | a\\|b |' }),
	);
	expect((await read(made?.nodeId))?.content).toBe(
		'# 周报\n\n本周完成两件事。\n\n- 上线\n- 培训\n\n## 周二\n\n| 人 | 事 |\n| --- | --- |\n| 张三 | a\\ | b |',
	);
	expect((await read(made?.nodeId, 'text'))?.content).toContain('周报\n本周完成两件事。\n- 上线\n- 培训\n周二\n人\t事');
	await execute(on('update', { document: id(made?.nodeId), content: '全新' }));
	expect(await read(made?.nodeId)).toEqual({ nodeId: made?.nodeId, content: '全新', blocks: 1 });
});

test('without a knowledge base it goes into My Documents; a spreadsheet takes no content; the same name is refused', async () => {
	const [made] = await outputs(on('create', { name: '台账', docType: 'WORKBOOK', content: '# x' }));
	const mine = sandbox.data.drive.spaces.find(({ workspaceId }) => workspaceId === made?.workspaceId);
	expect(mine).toMatchObject({ kind: 'mine', ownerId: sandbox.company.users[0]?.unionid });
	expect(sandbox.log.filter(({ path }) => path.includes('overwriteContent'))).toEqual([]);
	await expect(execute(on('create', { name: '台账', docType: 'WORKBOOK' }))).rejects.toMatchObject({
		description: expect.stringContaining('Choose another name') as string,
	});
});

test('long content: the first 50,000 characters overwrite, the rest is appended, nothing is lost', async () => {
	const lines = Array.from({ length: 6000 }, (_, index) => `第 ${index} 行，内容足够长`);
	const [made] = await outputs(on('create', { name: '长文', docType: 'DOC', content: lines.join('\n') }));
	expect(sandbox.log.filter(({ path }) => /overwriteContent|\/content$/.test(path)).length).toBe(
		Math.ceil(lines.join('\n').length / 50_000),
	);
	expect((await read(made?.nodeId))?.blocks).toBe(6000);
	await expect(execute(on('update', { document: id(DOCUMENT), content: 'x'.repeat(50_001) }))).rejects.toThrow(
		'Content',
	);
});

test('content is cut between lines, and within a line that is too long', () => {
	expect(partsOf('ab\ncd\nef', 5)).toEqual(['ab\ncd', 'ef']);
	expect(partsOf('abcdef', 4)).toEqual(['abcd', 'ef']);
	expect(partsOf('', 4)).toEqual(['']);
	expect(partsOf('abc😀d', 4)).toEqual(['abc', '😀d']);
});

test('blocks: inserted, text added, properties set, deleted by their IDs', async () => {
	const document = id(DOCUMENT);
	const blocks = async () => await outputs(on('getBlocks', { document, returnAll: true, filters: {} }));
	const [heading, paragraph] = await blocks();
	const [made] = await outputs(
		on('insertBlock', {
			document,
			blockType: 'paragraph',
			text: '新段落',
			additionalFields: { blockId: heading?.id, where: 'after' },
		}),
	);
	expect(made).toMatchObject({ blockType: 'paragraph', index: 1 });
	await execute(on('updateBlock', { document, blockId: made?.id, mode: 'appendText', text: '，续' }));
	const element = '{"blockType": "paragraph", "paragraph": {"folded": true}}';
	await execute(on('updateBlock', { document, blockId: made?.id, mode: 'setProperties', element }));
	expect((await blocks())[1]).toMatchObject({ paragraph: { text: '新段落，续', folded: true } });
	await execute(on('deleteBlock', { document, blockId: made?.id }));
	expect((await blocks())[1]?.id).toBe(paragraph?.id);
	await expect(
		execute(
			on('insertBlock', { document, blockType: 'json', element: '{"blockType": "heading"}', additionalFields: {} }),
		),
	).rejects.toThrow('must have an object "heading" beside its blockType');
});

test.each([
	['append', { content: '={{ $json.text }}' }, '开头\n甲\n乙\n丙'],
	['insertBlock', { blockType: 'paragraph', text: '={{ $json.text }}', additionalFields: {} }, '开头\n甲\n乙\n丙'],
	['updateBlock', { mode: 'appendText', text: '={{ $json.text }}' }, '开头甲乙丙'],
	['update', { content: '={{ $json.text }}' }, '丙'],
])('%s: items of one document are worked on in their order', async (operation, parameters, content) => {
	const document = id(DOCUMENT);
	await execute(on('update', { document, content: '开头' }));
	const [first] = await outputs(on('getBlocks', { document, returnAll: true, filters: {} }));
	// The first item's call takes longest.
	sandbox.fault({ match: /suites\/documents/, kind: 'delay', ms: 200 });
	const items = [{ text: '甲' }, { text: '乙' }, { text: '丙' }];
	await execute(on(operation, { document, blockId: first?.id, ...parameters }, items));
	expect((await read(DOCUMENT, 'text'))?.content).toBe(content);
});

test('blocks of a table or file are refused in words', async () => {
	await expect(read(WORKBOOK)).rejects.toMatchObject({
		description: expect.stringContaining('is a spreadsheet, not a text document') as string,
	});
});

test('every shape of block that was seen in the field becomes markdown; what the API does not tell is counted', async () => {
	const block = (blockType: string, inside: object) => ({ blockType, [blockType]: inside });
	const all = [
		block('heading', { level: 'heading-2', text: '二级' }),
		block('heading', { level: '1', text: '一级' }),
		block('orderedList', { text: '甲' }),
		block('orderedList', { text: '乙' }),
		block('columns', { children: [[block('paragraph', { text: '左' })], [block('unorderedList', { text: '右' })]] }),
		block('table', {
			cells: [
				['a', 'b'],
				['1', null],
			],
		}),
		block('attachment', { name: '合同.pdf', resourceId: 'r' }),
		block('callout', {}),
		block('unknown', {}),
		block('unknown', {}),
		block('newType', { inner: [{ text: '里面' }] }),
	];
	expect(contentOf(all, 'markdown')).toBe(
		'## 二级\n\n# 一级\n\n1. 甲\n2. 乙\n\n左\n\n- 右\n\n| a | b |\n| --- | --- |\n| 1 |  |\n\n[合同.pdf]\n\n里面',
	);
	expect([...untold(all)]).toEqual([
		['callout', 1],
		['unknown', 2],
	]);
	expect((await read(HANDBOOK))?.content).toContain('1. 先写测试\n2. 再写代码');
});
