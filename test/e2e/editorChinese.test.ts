import type { Workflow } from '../../scripts/host';
import { type Bench, openBench } from './support/bench';
import { Editor } from './support/editor';
import { typeOf } from './support/workflow';

const text = '明天 9 点开会';

/** Adds the notification to 张三 in a new workflow. */
async function compose(editor: Editor, api: Bench['api']): Promise<Workflow> {
	await editor.newWorkflow();
	await editor.searchNodes('发送工作通知');
	await editor.openNode('DingTalk');
	await editor.addAction('发送工作通知');
	await editor.pick('people', '张三');
	await editor.fill('content', text);
	return await editor.saved(api, text);
}

const parametersOf = ({ nodes }: Workflow) =>
	nodes.find(({ type }) => type === typeOf('workNotification', 'send'))?.parameters;

describe('the Chinese build', () => {
	let english: Bench;
	let chinese: Bench;
	const editors: Editor[] = [];
	const open = async ({ api }: Bench, shots: string) => {
		const editor = await Editor.open(api, shots);
		editors.push(editor);
		return editor;
	};
	beforeAll(async () => {
		const userFolder = process.env.E2E_CHINESE_USER_FOLDER;
		if (!userFolder) throw new Error('npm run e2e makes the Chinese build that this test needs');
		// The folder has the package already.
		[english, chinese] = await Promise.all([openBench(), openBench({ n8n: { packageDir: undefined, userFolder } })]);
	});
	afterAll(async () => {
		await Promise.all(editors.map(async (editor) => await editor.close()));
		await Promise.all([english.close(), chinese.close()]);
	});

	it('has Chinese labels with English tooltips, and exchanges workflows with the English one', async () => {
		const editor = await open(chinese, 'chinese');
		const made = await compose(editor, chinese.api);
		expect(parametersOf(made)).toMatchObject({
			people: { mode: 'list', cachedResultName: expect.stringContaining('张三') },
			content: text,
		});
		expect(await editor.labels()).toEqual([
			'Credential',
			'资源',
			'操作',
			'发送给全员',
			'接收人',
			'更多接收人',
			'接收部门',
			'消息类型',
			'内容',
			'选项',
		]);
		expect(await editor.choices('operation')).toContain(
			'撤回\n撤回最近 24 小时内的通知\nTake back a notification of the last 24 hours',
		);
		expect(await editor.tooltip('内容')).toMatch(/^建议不超过 500 字[^]*Content: At most 500 characters/);
		expect(await editor.executeStep()).toMatch(/taskId/);
		await editor.screenshot('output');
		expect(chinese.sandbox.received.notifications).toHaveLength(1);

		const other = await open(english, 'exchange');
		const { id } = await english.save(made);
		await other.openWorkflow(id);
		await other.openDetails('发送工作通知 Send a work notification');
		expect(await other.labels()).toEqual(
			expect.arrayContaining(['Resource', 'Operation', 'People', 'Message Type', 'Content']),
		);
		expect(await other.byId('parameter-input-content').locator('textarea').inputValue()).toBe(text);
		expect(await other.executeStep()).toMatch(/taskId/);
		await other.screenshot('opened');
		expect(english.sandbox.received.notifications).toHaveLength(1);
	});
});
