import { type Bench, openBench } from './support/bench';
import { Editor } from './support/editor';

describe("forms in n8n's editor", () => {
	let bench: Bench;
	let editor: Editor;
	beforeAll(async () => {
		bench = await openBench();
		editor = await Editor.open(bench.api, 'forms');
	});
	afterAll(async () => {
		await editor.close();
		await bench.close();
	});

	it('DingTalk API Call: an operation found in Chinese brings its typed fields', async () => {
		await editor.newWorkflow();
		await editor.searchNodes('DingTalk API');
		await editor.addNode('DingTalk API Call');
		await editor.choose('product', 'To-Do 待办');
		expect((await editor.pick('apiOperation', '更新钉钉待办'))[0]).toMatch(/^Update To-Do 更新钉钉待办任务/);
		const about = editor.byId('parameter-input-about').locator('input');
		await about.waitFor();
		expect(await about.inputValue()).toMatch(
			/^PUT \/v1\.0\/todo\/users\/\{unionId\}\/tasks\/\{taskId\} · Permission 权限/,
		);
		expect(await editor.labels()).toEqual(
			expect.arrayContaining(['Product', 'Operation', 'About 说明', 'Task ID 任务 ID (taskId)']),
		);
		await editor.screenshot('api-call');
	});

	it('DingTalk API credential: fields in their order, tooltips in both languages, a test that passes', async () => {
		expect(await editor.openCredential()).toMatch(/Connection tested successfully/);
		expect(await editor.labels('credential-edit-dialog')).toEqual([
			'Client ID',
			'Client Secret',
			'Corp ID',
			'Agent ID',
			'Robot Code',
			'Default Operator (User ID)',
			'Callback Token',
			'Callback AES Key',
			'API Host',
			'Legacy API Host',
			'File Hosts',
			expect.any(String),
		]);
		expect(await editor.tooltip('Robot Code')).toMatch(/app robot[^]*应用机器人/);
		await editor.screenshot('credential');
	});

	it('DingTalk Trigger: events are found in Chinese; it says what to do in DingTalk now, and where to paste its URL', async () => {
		await editor.newWorkflow();
		await editor.searchNodes('钉钉');
		await editor.openNode('DingTalk');
		await editor.addAction('On new DingTalk event');
		expect(await editor.choices('receive')).toEqual(
			expect.arrayContaining([expect.stringMatching(/^Robot Messages[^]*机器人消息/)]),
		);
		expect((await editor.choices('events', '审批实例')).join('\n')).toContain('bpms_instance_change');
		expect(await editor.tooltip('Connection')).toMatch(/How the events get here[^]*连接方式/);
		await editor.byId('node-execute-button').or(editor.byId('trigger-execute-button')).first().click();
		const stop = editor.page.getByRole('button', { name: 'Stop Listening' }).first();
		await stop.waitFor();
		await editor.page.getByText(/then write to the robot in DingTalk[^]*监听后，在钉钉中给机器人发消息/).waitFor();
		await editor.screenshot('trigger-waits');
		// n8n 1 lets nothing of the form be changed while it listens.
		await stop.click();
		await stop.waitFor({ state: 'hidden' });
		await editor.choose('connection', 'Webhook');
		await editor.page.getByText(/^Paste the Production URL above/).waitFor();
		await editor.page.getByText(/^把上方的 Production URL 填入开发者后台/).waitFor();
		await editor.screenshot('trigger-webhook');
	});
});
