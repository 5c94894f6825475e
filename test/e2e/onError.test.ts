import { type Bench, openBench } from './support/bench';
import { type Step, chain, dingTalk, person } from './support/workflow';

const people = [{ who: 'zhangsan' }, { who: 'nobody' }, { who: 'lisi' }];
const refused = /^Get a user: DingTalk answered "(无效的userId|找不到该用户)" \(code (33012|60121), request id \w+\)$/;
/** A node behind the failing one, which shows what reaches it. */
const behind = (name: string): Step => ({ name, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} });

/** n8n's three ways to go on after an error, with one person of three whom DingTalk does not know. */
describe('what happens to the other items when DingTalk refuses one', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	const run = async (onError: Step['onError']) =>
		await bench.run(
			chain(
				`onError ${onError}`,
				[dingTalk('user', 'get', { person: person('={{ $json.who }}') }, { onError }), behind('Next')],
				people,
			),
		);
	const errorItem = {
		error: {
			message: expect.stringMatching(refused),
			description: expect.stringMatching(/no such (userId|person)[^]*企业中(没有该 userId|找不到该用户)[^]*https:/i),
			code: '60121',
			dingTalkMessage: expect.stringContaining('找不到该用户'),
			requestId: expect.any(String),
		},
	};

	it('stop: the execution ends with a sentence', async () => {
		const execution = await run('stopWorkflow');
		expect(execution.status).toBe('error');
		expect(execution.error()).toMatchObject({
			message: expect.stringMatching(refused),
			description: expect.stringContaining('https://open.dingtalk.com/'),
		});
		expect(execution.ran).not.toContain('Next');
	});

	it('continue: the item tells the error, in its place', async () => {
		const execution = await run('continueRegularOutput');
		expect(execution.status).toBe('success');
		expect(execution.json('Next')).toEqual([
			expect.objectContaining({ userid: 'zhangsan' }),
			errorItem,
			expect.objectContaining({ userid: 'lisi' }),
		]);
		expect(execution.items('user.get').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('continue with the error output: the two others go on, the item goes there', async () => {
		const workflow = chain(
			'onError output',
			[
				dingTalk('user', 'get', { person: person('={{ $json.who }}') }, { onError: 'continueErrorOutput' }),
				behind('Next'),
			],
			people,
		);
		const [last] = chain('', [behind('Failed')]).nodes.slice(-1);
		workflow.nodes.push({ ...last, id: '00000000-0000-4000-8000-00000000ffff', position: [440, 200] });
		workflow.connections['user.get'].main[1] = [{ node: 'Failed', type: 'main', index: 0 }];
		const execution = await bench.run(workflow);
		expect(execution.status).toBe('success');
		expect(execution.json('Next').map(({ userid }) => userid)).toEqual(['zhangsan', 'lisi']);
		expect(execution.json('Failed')).toEqual([expect.objectContaining(errorItem)]);
	});

	it('an error of the new API keeps its code and request id as well', async () => {
		const execution = await bench.run(
			chain('onError new API', [
				dingTalk('approval', 'get', { processInstanceId: 'no-such-approval' }, { onError: 'continueRegularOutput' }),
			]),
		);
		const [{ error }] = execution.json<{ error: Record<string, string> }>('approval.get');
		expect(error).toMatchObject({ code: expect.any(String), requestId: expect.any(String) });
		expect(error?.message).toBe(
			`Get an approval: DingTalk answered "${error?.dingTalkMessage}" (code ${error?.code}, request id ${error?.requestId})`,
		);
	});
});
