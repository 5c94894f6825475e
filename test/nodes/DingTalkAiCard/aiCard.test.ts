import { startSandbox, type Sandbox } from '../../../sandbox';
import { remembered } from '../../../nodes/DingTalkAiCard/supply/shows';
import { agentIn, asks, withTools, type Setting } from './agent';
import { ScriptedModel, StreamingModel } from './scriptedModel';

let sandbox: Sandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	expect(remembered()).toBe(0);
	await sandbox.close();
});

const words = (count: number) => Array.from({ length: count }, (_, index) => `词${index} `);
const cards = () => sandbox.received.cards;
const frames = () => cards()[0]?.frames ?? [];

/** An execution whose agent needs one call of the model. */
async function answer(setting: Omit<Setting, 'sandbox'>) {
	const { round, ...rest } = agentIn({ sandbox, ...setting });
	const { model, close } = await round();
	const message = await model.invoke(asks());
	await close();
	return { said: message.text, ...rest };
}

test('the answer grows in one card: thinking, writing, finished', async () => {
	const model = new StreamingModel([{ words: words(40), everyMs: 30 }]);
	const { said, record } = await answer({ model, options: { updateEvery: 300 } });
	const whole = words(40).join('').trim();
	expect(said.trim()).toBe(whole);
	const [first, ...later] = frames();
	expect(first).toMatchObject({ by: 'update', status: '2', text: expect.stringMatching(/^词0/) });
	expect(later.length).toBeGreaterThanOrEqual(3);
	const texts = frames().map(({ text }) => text);
	for (const [index, text] of texts.slice(1).entries()) expect(text.startsWith(texts[index] ?? '')).toBe(true);
	expect(later.slice(-2)).toMatchObject([
		{ by: 'stream', text: whole, end: 'done' },
		{ by: 'update', text: whole, status: '3' },
	]);
	expect(cards()).toMatchObject([{ spaces: ['IM_ROBOT.zhangsan'], ended: 'done', publicData: { flowStatus: '3' } }]);
	expect(record()).toEqual([
		{
			outTrackId: expect.stringMatching(/^ai-/),
			state: 'done',
			by: 'card',
			updates: frames().length - 1,
			calls: frames().length + 1,
		},
	]);
});

test('one text of the whole at the end: from a model that cannot stream, and where the user wants it', async () => {
	await answer({ model: new ScriptedModel([{ words: ['整段', '回答'] }]) });
	const streaming = new StreamingModel([{ words: words(20), everyMs: 5 }]);
	await answer({
		model: streaming,
		parameters: { sendTo: 'person', person: { __rl: true, mode: 'userId', value: 'lisi' }, show: 'finished' },
	});
	expect(cards().map((card) => card.frames)).toMatchObject([
		[
			{ text: '整段回答', end: 'done' },
			{ text: '整段回答', status: '3' },
		],
		[{ end: 'done' }, { status: '3' }],
	]);
});

test('a template of one’s own: its variable, its data, nothing of the default template', async () => {
	await answer({
		model: new StreamingModel([{ words: ['好'] }]),
		options: { cardTemplateId: 'mine.schema', contentKey: 'answer', publicData: '{ "title": "问", "n": 1 }' },
	});
	expect(cards()).toMatchObject([{ publicData: { answer: '', title: '问', n: '1' }, streamed: { answer: '好' } }]);
	expect(cards()[0]?.publicData).not.toHaveProperty('flowStatus');
	expect(cards()[0]?.ended).toBe('done');
});

test('rounds of tools are one card; the steps stand above the text where they are wanted', async () => {
	const tools = [{ id: 'call_1', name: 'Create_a_to-do', args: { subject: '周报' } }];
	const model = new StreamingModel([{ words: ['我来看看'], tools }, { words: ['办好了'] }]);
	const person = { sendTo: 'person', person: { __rl: true, mode: 'userId', value: 'zhangsan' } };
	const { round, record } = agentIn({ sandbox, model, parameters: { ...person, showToolSteps: true } });
	const first = await round();
	await first.model.invoke(asks());
	await first.close();
	expect(cards()[0]?.ended).toBeUndefined();
	expect(record()).toMatchObject([{ state: 'tools' }]);
	const second = await round();
	await second.model.invoke(withTools(asks(), 'call_1'));
	await second.close();
	expect(cards()).toHaveLength(1);
	expect(frames().at(-1)?.text).toBe('> ✅ Create a to-do\n\n办好了');
	expect(record()).toMatchObject([{ state: 'tools' }, { state: 'done', by: 'card' }]);
});

test('an agent that runs its tools itself (before version 3) is one card too', async () => {
	const model = new StreamingModel([{ tools: [{ id: 'a', name: 't', args: {} }] }, { words: ['完'] }]);
	const { round } = agentIn({ sandbox, model, typeVersion: 2.2 });
	const { model: supplied, close } = await round();
	await supplied.invoke(asks());
	await supplied.invoke(withTools(asks(), 'a'));
	await close();
	expect(cards()).toMatchObject([{ ended: 'done', streamed: { msgContent: '完' } }]);
});

test.each([
	['the model fails in the middle', 3.1, [{ words: ['开始'], error: 'HTTP 500 secret-key' }], 1],
	['the agent gives up after its most rounds', 3.1, [{ tools: [{ id: 'a', name: 't', args: {} }] }], 2],
	['an agent of its own loop gives up', 2.2, [{ tools: [{ id: 'a', name: 't', args: {} }] }], 1],
] as const)('%s: the card says that it failed, and no more', async (_, typeVersion, lines, rounds) => {
	const { round } = agentIn({
		sandbox,
		model: new StreamingModel([...lines].map((line) => ({ ...line })) as never),
		typeVersion,
	});
	for (let count = 0; count < rounds; count++) {
		const { model, close } = await round();
		if (count === 0) await model.invoke(asks()).catch(() => undefined);
		await close();
	}
	expect(cards()).toMatchObject([{ ended: 'failed', publicData: { flowStatus: '5' } }]);
	expect(frames().at(-1)?.text).toContain('出错了');
	expect(JSON.stringify(cards())).not.toContain('secret-key');
});

test('thinking and the arguments of tools are not shown; a structured answer is', async () => {
	await answer({ model: new StreamingModel([{ thinking: '让我想想', words: ['结果'] }]) });
	const final = { id: 'f', name: 'format_final_json_response', args: { output: { city: '杭州' } } };
	await answer({ model: new StreamingModel([{ tools: [final] }]) });
	expect(cards()[0]?.frames?.map(({ text }) => text)).toEqual(expect.arrayContaining(['结果']));
	expect(JSON.stringify(cards()[0])).not.toContain('让我想想');
	expect(cards()[1]).toMatchObject({ ended: 'done', streamed: { msgContent: '```json\n{\n  "city": "杭州"\n}\n```' } });
});
