import { startSandbox, type Sandbox } from '../../../sandbox';
import { remembered } from '../../../nodes/DingTalkAiCard/supply/shows';
import { agentIn, asks, withTools, type Setting } from './agent';
import { StreamingModel, type Line } from './scriptedModel';

let sandbox: Sandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	expect(remembered()).toBe(0);
	await sandbox.close();
});

const person = (value: string) => ({ sendTo: 'person', person: { __rl: true, mode: 'userId', value } });
const group = (value: string) => ({ sendTo: 'group', openConversationId: { __rl: true, mode: 'id', value } });
const LONG = Array.from({ length: 300 }, (_, index) => `第 ${index} 段：${'内容'.repeat(30)}`);
const text = ({ content }: { content: Record<string, unknown> }) => String(content.text);

async function answer(setting: Omit<Setting, 'sandbox' | 'model'>, lines: Line[] = [{ words: ['好的'] }]) {
	const { round, ...rest } = agentIn({ sandbox, model: new StreamingModel(lines), ...setting });
	const { model, close } = await round();
	await model.invoke(asks());
	await close();
	return rest;
}

describe('where the card goes', () => {
	const message = (type: 'group' | 'single') => ({
		conversation: { type, id: sandbox.company.group.openConversationId },
		sender: { userId: 'lisi' },
	});
	const spaces = () => sandbox.received.cards.map((card) => card.spaces?.[0]);

	test('to a group, and to the chat of the message: the item’s own, or that of the trigger above the agent', async () => {
		const id = sandbox.company.group.openConversationId;
		await answer({ parameters: group(id) });
		await answer({ parameters: { sendTo: 'chat' }, items: [{ json: message('group') }] });
		await answer({ parameters: { sendTo: 'chat' }, items: [{ json: message('single') }] });
		await answer({ parameters: { sendTo: 'chat' }, items: [{ json: { other: 1 } }], trigger: message('single') });
		expect(spaces()).toEqual([`IM_GROUP.${id}`, `IM_GROUP.${id}`, 'IM_ROBOT.lisi', 'IM_ROBOT.lisi']);
		expect(sandbox.problems()).toEqual([]);
	});

	test.each([
		['no message anywhere', { parameters: { sendTo: 'chat' } }, /Send To: is the chat of a robot message/],
		['nobody', { parameters: person('') }, /Person: is empty/],
		['data that is no object', { options: { publicData: '[1]' } }, /Card Data \(JSON\): must be a JSON object/],
		[
			'items that go to different people',
			{ parameters: person('={{ $json.to }}'), items: [{ json: { to: 'lisi' } }, { json: { to: 'zhangsan' } }] },
			/Send To: differs between the 2 items/,
		],
	])('%s: refused before the model is asked', async (_, setting, sentence) => {
		await expect(answer(setting)).rejects.toMatchObject({ description: expect.stringMatching(sentence) });
		expect(sandbox.received.cards).toEqual([]);
	});
});

describe('several items', () => {
	const items = ['一', '二'].map((question) => ({ json: { question } }));

	test('of an agent: a card each, also when the second round asks all again', async () => {
		const tools = [{ id: 'call_2', name: 't', args: {} }];
		const lines = [{ words: ['甲'] }, { tools }, { words: ['甲又一次'] }, { words: ['乙'] }];
		const { round } = agentIn({ sandbox, model: new StreamingModel(lines), items });
		const first = await round();
		for (const question of ['一', '二']) await first.model.invoke(asks(question));
		await first.close();
		const second = await round();
		await second.model.invoke(asks('一'));
		await second.model.invoke(withTools(asks('二'), 'call_2'));
		await second.close();
		expect(sandbox.received.cards.map(({ streamed, ended }) => [streamed?.msgContent, ended])).toEqual([
			['甲', 'done'],
			['乙', 'done'],
		]);
	});

	test('of a chain: a card for each time that it asks for the model', async () => {
		const type = '@n8n/n8n-nodes-langchain.chainLlm';
		const { round } = agentIn({
			sandbox,
			model: new StreamingModel([{ words: ['甲'] }, { words: ['乙'] }]),
			items,
			type,
		});
		const rounds = [await round(), await round()];
		for (const { model } of rounds) await model.invoke(asks());
		await Promise.all(rounds.map(async ({ close }) => await close()));
		expect(sandbox.received.cards.map(({ streamed }) => streamed?.msgContent)).toEqual(['甲', '乙']);
	});
});

describe('what DingTalk refuses', () => {
	test('a text that is too long for the card: the whole answer in messages, the card says so and ends', async () => {
		sandbox.company.longestCardText = 6000;
		const { record, hints } = await answer({ options: { updateEvery: 300 } }, [
			{ words: LONG.map((part) => `${part}\n\n`), everyMs: 4 },
		]);
		const messages = sandbox.received.messages.map(text);
		expect(messages.length).toBeGreaterThan(2);
		expect(messages.flatMap((part) => part.split('\n\n'))).toEqual(LONG);
		expect(sandbox.received.cards[0]).toMatchObject({ ended: 'done', publicData: { flowStatus: '3' } });
		expect(sandbox.received.cards[0]?.frames?.at(-1)?.text).toContain('The whole answer follows as a message');
		expect(record()).toMatchObject([{ by: 'message', error: expect.stringContaining('content is too large') }]);
		expect(hints().join()).toMatch(/went as a message.*卡片被拒绝/s);
	});

	test('the permission to stream, in a group', async () => {
		const id = sandbox.company.group.openConversationId;
		sandbox.fault({ match: '/v1.0/card/streaming', kind: 'quota', times: 3 });
		const { record } = await answer({ parameters: group(id) });
		expect(sandbox.received.messages).toMatchObject([{ to: 'group', conversation: id, content: { text: '好的' } }]);
		expect(record()).toMatchObject([{ by: 'message', state: 'done' }]);
		expect(sandbox.received.cards[0]).toMatchObject({ publicData: { flowStatus: '3' } });
	});

	test('a card that reaches nobody, and a robot that reaches nobody either: the agent ends with the error', async () => {
		await expect(answer({ parameters: person('nobody') })).rejects.toMatchObject({
			message: expect.stringMatching(/^Show the answer in an AI card: .*nobody/),
		});
		const { record, hints } = await answer({ parameters: person('nobody'), options: { whenNothingShown: 'continue' } });
		expect(record()).toMatchObject([{ by: 'nothing', error: expect.stringContaining('nobody') }]);
		expect(hints().join()).toContain('shown nowhere');
	});

	test('too many calls: nothing is lost, the newest text goes when it may', async () => {
		sandbox.fault({ match: '/v1.0/card/streaming', kind: 'throttle', times: 2 });
		const words = Array.from({ length: 30 }, (_, index) => `词${index} `);
		const { record } = await answer({ options: { updateEvery: 300 } }, [{ words, everyMs: 30 }]);
		expect(sandbox.received.cards[0]).toMatchObject({ ended: 'done', streamed: { msgContent: words.join('').trim() } });
		expect(record()).toMatchObject([{ by: 'card' }]);
	});
});
