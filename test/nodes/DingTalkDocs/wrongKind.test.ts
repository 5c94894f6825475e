/** A link to the wrong kind of document is named as what it is, in the three products, for one call more. */
import { startSandbox, type Sandbox } from '../../../sandbox';
import { BASE } from '../../../sandbox/data/aiTable';
import { WORKBOOK } from '../../../sandbox/data/spreadsheet';
import { execute, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
let document: string;
let folder: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	const uuidOf = (wanted: (dentry: { name: string; type: string }) => boolean) =>
		String(sandbox.data.drive.dentries.find(wanted)?.uuid);
	document = uuidOf(({ name }) => name.endsWith('.adoc'));
	folder = uuidOf(({ type }) => type === 'FOLDER');
});
afterAll(async () => await sandbox.close());

const link = (id: string) => ({
	__rl: true,
	mode: 'url',
	value: `https://alidocs.dingtalk.com/i/nodes/${id}?utm_scene=team`,
});
const sheet = { __rl: true, mode: 'id', value: 'Sheet1' };
const calls = {
	dingTalkAiTable: (id: string) => ({ resource: 'record', operation: 'getAll', base: link(id), sheet }),
	dingTalkSpreadsheet: (id: string) => ({ resource: 'sheet', operation: 'getAll', workbook: link(id) }),
	dingTalkDocs: (id: string) => ({ resource: 'document', operation: 'getBlocks', document: link(id) }),
	dingTalkDrive: (id: string) => ({ resource: 'file', operation: 'download', file: link(id) }),
} as const;
type Product = keyof typeof calls;

/** @returns the advice of the failed node, and how many calls asked what the link leads to */
async function refusal(product: Product, id: string): Promise<{ advice: string; asked: number }> {
	sandbox.log.length = 0;
	const error: unknown = await execute({
		product,
		credentials: sandboxCredentials(sandbox),
		parameters: calls[product](id),
	}).catch((thrown: unknown) => thrown);
	const { description = '' } = error as { description?: string };
	return {
		advice: description,
		asked: sandbox.log.filter(({ path }) => path === '/v2.0/wiki/nodes/batchQuery').length,
	};
}

test.each<[Product, () => string, string, string]>([
	[
		'dingTalkAiTable',
		() => WORKBOOK,
		'is a spreadsheet, not an AI table. Use the node DingTalk Spreadsheet',
		'是表格，不是 AI 表格',
	],
	['dingTalkAiTable', () => document, 'is a text document, not an AI table. Use the node DingTalk Docs', '是文字文档'],
	[
		'dingTalkSpreadsheet',
		() => BASE,
		'is an AI table, not a spreadsheet. Use the node DingTalk AI Table',
		'是 AI 表格',
	],
	['dingTalkSpreadsheet', () => folder, 'is a folder, not a spreadsheet', '是文件夹'],
	[
		'dingTalkDocs',
		() => WORKBOOK,
		'is a spreadsheet, not a text document. Use the node DingTalk Spreadsheet',
		'是表格',
	],
	['dingTalkDocs', () => BASE, 'is an AI table, not a text document', '是 AI 表格'],
	['dingTalkDrive', () => document, 'is a text document, not a file. Use the node DingTalk Docs', '是文字文档'],
])('%s: a wrong link (%#)', async (product, id, english, chinese) => {
	const { advice, asked } = await refusal(product, id());
	expect(advice).toContain(english);
	expect(advice).toContain(chinese);
	expect(asked).toBe(1);
});

test('a link that leads nowhere keeps the advice of its code', async () => {
	const { advice } = await refusal('dingTalkAiTable', 'nosuchnode');
	expect(advice).toContain('There is no such AI table');
});

test('twenty items with the same wrong link ask once', async () => {
	sandbox.log.length = 0;
	const output = await execute({
		product: 'dingTalkAiTable',
		credentials: sandboxCredentials(sandbox),
		parameters: { resource: 'record', operation: 'get', base: link(WORKBOOK), sheet, recordId: 'rec1' },
		items: Array.from({ length: 20 }, () => ({ json: {} })),
		onError: 'continueRegularOutput',
	});
	expect(JSON.stringify(output).match(/is a spreadsheet/g)?.length).toBeGreaterThanOrEqual(20);
	expect(sandbox.log.filter(({ path }) => path === '/v2.0/wiki/nodes/batchQuery')).toHaveLength(1);
});
