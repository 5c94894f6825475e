import { type Bench, openBench } from './support/bench';
import { Editor } from './support/editor';

describe("n8n's editor", () => {
	let bench: Bench;
	let editor: Editor;
	beforeAll(async () => {
		bench = await openBench();
		editor = await Editor.open(bench.api, 'editor');
	});
	afterAll(async () => {
		await editor.close();
		await bench.close();
	});

	it('finds the node by 钉钉 and runs an operation of it', async () => {
		await editor.newWorkflow();
		expect(await editor.searchNodes('钉钉')).toContain('DingTalk');
		await editor.screenshot('search');
		expect(await editor.openNode('DingTalk')).toContain('Create a to-do 创建待办');
		await editor.screenshot('actions');
		await editor.addAction('创建待办');
		expect((await editor.choices('operation')).join('\n')).toMatch(/Create[^]*在员工的待办列表中创建待办/);
		expect(await editor.tooltip('Subject')).toMatch(/Title of the to-do[^]*标题/);
		await editor.screenshot('operations');
		await editor.fill('subject', '写周报');
		expect(await editor.executeStep()).toContain('写周报');
		await editor.screenshot('output');
		expect(bench.sandbox.received.todos.map(({ subject }) => subject)).toEqual(['写周报']);
	});
});
