import { type Bench, openBench } from './support/bench';
import { Editor } from './support/editor';

/** Lists that stand on one another: which tables there are, which sheets this one has, which fields that sheet has. */
describe("an AI table in n8n's editor", () => {
	let bench: Bench;
	let editor: Editor;
	beforeAll(async () => {
		bench = await openBench();
		editor = await Editor.open(bench.api, 'tables');
	});
	afterEach(() => expect(bench.sandbox.problems()).toEqual([]));
	afterAll(async () => {
		await editor.close();
		await bench.close();
	});

	/** Opens the action, and chooses the AI table by its name. */
	async function openAction(action: string): Promise<void> {
		await editor.newWorkflow();
		await editor.searchNodes(action);
		await editor.openNode('DingTalk AI Table');
		await editor.addAction(action);
		const { aiTable, drive } = bench.sandbox.data;
		const name = drive.dentries.find(({ uuid }) => uuid === aiTable.bases[0]?.baseId)?.name ?? '';
		expect(await editor.pick('base', name.replace(/\.\w+$/, ''))).toHaveLength(1);
	}

	it.each(['任务', '客户'])('base → sheet → field: the fields are those of the sheet %s', async (sheet) => {
		await openAction('更新 AI 表格字段');
		const { sheets, fields } = bench.sandbox.data.aiTable;
		const { id } = sheets.find(({ name }) => name === sheet) ?? {};
		expect(await editor.pick('sheet', sheet)).toEqual([expect.stringContaining(sheet)]);
		const strange = fields.find(({ sheetId, name }) => sheetId !== id && name !== '电话')?.name ?? '';
		const own = fields.filter(({ sheetId }) => sheetId === id).at(-1)?.name ?? '';
		expect(await editor.pick('column', own)).toEqual([expect.stringContaining(own)]);
		await editor.screenshot(`fields-${sheet}`);
		expect(await editor.finds('column', strange)).toEqual([]);
	});

	it('a new record: the columns of the sheet become fields of their type', async () => {
		await openAction('新增 AI 表格记录');
		await editor.pick('sheet', '任务');
		await editor.byId('parameter-input-标题').waitFor();
		expect(await editor.labels()).toEqual(expect.arrayContaining(['标题', '数字', '状态', '日期', '附件']));
		expect(await editor.choices('状态')).toEqual(['未开始', '进行中', '已完成']);
		await editor.screenshot('columns');
	});
});
