import { type Bench, openBench } from '../support/bench';
import { chain, dingTalk, file } from '../support/workflow';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

/** Seed 001: a token, a message to a group, a task for a person with @, a file shared with the group. */
describe('seed 001: real-time collaboration', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('sends a message and a task with @ by the group robot, and shares a file by the app robot', async () => {
		const { company, received } = bench.sandbox;
		const execution = await bench.run(
			chain('seed 001', [
				dingTalk('groupRobot', 'send', { messageType: 'text', text: 'Hello, World!' }, { name: 'message' }),
				dingTalk(
					'groupRobot',
					'send',
					{ messageType: 'markdown', title: 'Task', markdown: 'Please complete the task', atUserIds: 'zhangsan' },
					{ name: 'task' },
				),
				...file('plan.pdf', 'application/pdf', pdf),
				dingTalk(
					'robot',
					'sendToGroup',
					{
						openConversationId: company.openConversationId,
						messageType: 'file',
						mediaSource: 'binary',
						binaryProperty: 'data',
					},
					{ name: 'share' },
				),
			]),
		);
		expect(execution.error()).toBeUndefined();
		expect(received.messages.map(({ type, to }) => `${to} ${type}`)).toEqual([
			'group text',
			'group markdown',
			'group sampleFile',
		]);
		const [message, task, shared] = received.messages;
		expect(message?.content).toEqual({ content: 'Hello, World!' });
		expect(String(task?.content.text)).toContain('@zhangsan');
		expect(task?.at_users?.userids).toEqual(['zhangsan']);
		expect(received.media).toEqual([expect.objectContaining({ filename: 'plan.pdf', size: pdf.length, type: 'file' })]);
		expect(shared?.content).toMatchObject({
			mediaId: received.media[0]?.mediaId,
			fileName: 'plan.pdf',
			fileType: 'pdf',
		});
		expect(bench.sandbox.tokenFetches).toBe(1);
		expect(bench.sandbox.problems()).toEqual([]);
	});
});
