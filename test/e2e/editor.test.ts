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

	it('finds the node by 钉钉 and the action by 发送工作通知', async () => {
		await editor.newWorkflow();
		expect(await editor.searchNodes('钉钉')).toEqual(expect.arrayContaining(['DingTalk', 'DingTalk API Call']));
		await editor.screenshot('search');
		expect(await editor.searchNodes('发送工作通知')).toEqual(['DingTalk']);
		expect(await editor.openNode('DingTalk')).toContain('Send a work notification 发送工作通知');
		await editor.screenshot('actions');
	});

	it('shows operations, choices and tooltips in both languages', async () => {
		await editor.addAction('发送工作通知');
		expect(await editor.labels()).toEqual([
			'Credential',
			'Resource',
			'Operation',
			'Send to Everyone',
			'People',
			'More People',
			'Departments',
			'Message Type',
			'Content',
			'Options',
		]);
		expect(await editor.choices('operation')).toContain(
			'Recall\nTake back a notification of the last 24 hours\n撤回最近 24 小时内的通知',
		);
		expect(await editor.choices('resource')).toContain(
			'Media\nPictures, recordings, videos and files to send in messages\n媒体文件：用于消息的图片、语音、视频和文件',
		);
		expect(await editor.choices('messageType')).toEqual(expect.arrayContaining(['Image\n图片', 'Markdown']));
		expect(await editor.tooltip('Content')).toMatch(/At most 500 characters[^]*内容：/);
	});

	it('finds a person by name, runs the operation and shows what came of it', async () => {
		expect(await editor.pick('people', '张三')).toEqual([expect.stringMatching(/^张三/)]);
		await editor.fill('content', '今天 18 点前交周报');
		expect(await editor.executeStep()).toMatch(/taskId/);
		await editor.screenshot('output');
		const { company, received, problems } = bench.sandbox;
		const { userid } = company.users.find(({ name }) => name === '张三') ?? {};
		expect(received.notifications).toEqual([expect.objectContaining({ userids: [userid] })]);
		expect(problems()).toEqual([]);
	});

	it('shows what an operation will give before it has run', async () => {
		await editor.newWorkflow();
		await editor.searchNodes('创建待办');
		await editor.openNode('DingTalk To-Do');
		await editor.addAction('创建待办');
		await editor.closeDetails();
		await editor.addBehind('Edit Fields (Set)');
		const input = editor.byId('ndv-input-panel');
		await input.getByText('Usually outputs the following fields').waitFor();
		await editor.screenshot('preview');
		expect(await input.innerText()).toMatch(/Create a to-do 创建待办[^]*Preview[^]*subject/);
	});
});
