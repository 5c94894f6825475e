/** Models, agents and a DingTalk that do not play by the rules. */
import { SupplyDataContext } from 'n8n-core';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { Answer } from '../../../nodes/DingTalkAiCard/answer/answer';
import { Writer, type Shown } from '../../../nodes/DingTalkAiCard/card/writer';
import { remembered } from '../../../nodes/DingTalkAiCard/supply/shows';
import { VirtualClock } from '../../support/clock';
import { until } from '../../support/until';
import { agentIn, asks, type Setting } from './agent';
import { StreamingModel, type Line } from './scriptedModel';

let sandbox: Sandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	expect(remembered()).toBe(0);
	await sandbox.close();
});

const cards = () => sandbox.received.cards;

async function answer(setting: Omit<Setting, 'sandbox' | 'model'>, lines: Line[]) {
	const { round, ...rest } = agentIn({ sandbox, model: new StreamingModel(lines), ...setting });
	const { model, close } = await round();
	await model.invoke(asks()).catch(() => undefined);
	await close();
	return rest;
}

test('a hundred thousand words cost no more than showing them', async () => {
	let reads = 0;
	const clock = new VirtualClock();
	const shown: Shown[] = [];
	const writer = new Writer(
		{
			open: async () => await clock.sleep(10),
			update: async (newest) => {
				reads++;
				shown.push(newest());
				await clock.sleep(50);
				return shown.at(-1) ?? { text: '' };
			},
			instead: async () => await Promise.resolve(),
		},
		clock,
		{ everyMs: 300, mostUpdates: 30, isFinal: () => false },
	);
	const long = new Answer(writer, { showsSteps: false, errorText: '', grows: true });
	await clock.run(
		(async () => {
			long.began('run', {});
			const before = process.cpuUsage().user;
			for (let count = 0; count < 100_000; count++) {
				long.wrote('run', 'word\n');
				if (count % 20_000 === 0) await clock.sleep(400);
			}
			// Read for every word it was minutes.
			expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(10);
			long.ended('run', { text: '', bare: '', tools: [] });
			await long.finish();
		})(),
	);
	expect(shown.at(-1)?.text).toHaveLength(500_000 - 1);
	expect(reads).toBeLessThanOrEqual(30);
});

test('empty words, blanks, and at last one that is none: the card ends and says that there is no text', async () => {
	await answer({}, [{ words: ['', '', ' ', '\n', ''] }]);
	expect(cards()).toMatchObject([{ ended: 'done', streamed: { msgContent: expect.stringContaining('No text') } }]);
	expect(cards()[0]?.frames).toHaveLength(2);
});

test('the words of one call stay until those of the next come', async () => {
	const { round } = agentIn({
		sandbox,
		model: new StreamingModel([
			{ words: ['我先看看'], tools: [{ id: 'a', name: 't', args: {} }] },
			{ words: ['好了'], everyMs: 800 },
		]),
		typeVersion: 2.2,
		options: { updateEvery: 300 },
	});
	const { model, close } = await round();
	await model.invoke(asks());
	await model.invoke(asks());
	await close();
	const texts = cards()[0]?.frames?.map(({ text }) => text);
	expect(texts?.[0]).toBe('我先看看');
	expect(texts).not.toContain('');
	expect(texts?.at(-1)).toBe('好了');
});

test('two agents, one after the other, with one AI Card between them and their models: a card each', async () => {
	const { round } = agentIn({ sandbox, model: new StreamingModel([{ words: ['甲'] }, { words: ['乙'] }]) });
	for (let count = 0; count < 2; count++) {
		const { model, close } = await round();
		await model.invoke(asks());
		await close();
	}
	expect(cards().map(({ streamed, ended }) => [streamed?.msgContent, ended])).toEqual([
		['甲', 'done'],
		['乙', 'done'],
	]);
});

test('ten executions of one app at once: each has its own card with its own words', async () => {
	const all = Array.from({ length: 10 }, (_, index) => Array.from({ length: 12 }, (__, word) => `${index}.${word} `));
	await Promise.all(
		all.map(async (words) => await answer({ options: { updateEvery: 300 } }, [{ words, everyMs: 40 }])),
	);
	expect(
		cards()
			.map(({ streamed }) => streamed?.msgContent)
			.sort(),
	).toEqual(all.map((words) => words.join('').trim()).sort());
	expect(cards().every(({ ended, publicData }) => ended === 'done' && publicData.flowStatus === '3')).toBe(true);
}, 30_000);

test.each([
	['500', 1],
	['busy', 1],
	['throttleAll', 3],
	['reset', 1],
] as const)(
	'DingTalk answers updates with %s, %i times: the whole answer arrives',
	async (kind, times) => {
		sandbox.fault({ match: '/v1.0/card/streaming', kind, times });
		const words = Array.from({ length: 20 }, (_, index) => `词${index} `);
		const { record } = await answer({ options: { updateEvery: 300 } }, [{ words, everyMs: 30 }]);
		const whole = words.join('').trim();
		const [{ by } = {}] = record();
		if (by === 'card') expect(cards()[0]).toMatchObject({ ended: 'done', streamed: { msgContent: whole } });
		else expect(sandbox.received.messages).toMatchObject([{ content: { text: whole } }]);
		expect(['card', 'message']).toContain(by);
	},
	60_000,
);

test('updates that DingTalk answers with a false result show nothing: the answer comes as a message', async () => {
	sandbox.fault({ match: '/v1.0/card/streaming', kind: 'notDone', times: 99 });
	const { record } = await answer({ options: { cardTemplateId: 'mine.schema' } }, [{ words: ['好的'] }]);
	expect(record()).toMatchObject([{ by: 'message' }]);
	expect(sandbox.received.messages).toMatchObject([{ content: { text: '好的' } }]);
});

test('the card itself is refused: the answer comes as a message, and no update is tried', async () => {
	sandbox.fault({ match: '/v1.0/card/instances/createAndDeliver', kind: 'quota', times: 9 });
	const { record } = await answer({}, [{ words: ['好的'] }]);
	expect(record()).toMatchObject([{ by: 'message' }]);
	expect(sandbox.received.messages).toMatchObject([{ content: { text: '好的' } }]);
	expect(sandbox.log.filter(({ path }) => path === '/v1.0/card/streaming')).toEqual([]);
});

test('n8n 1 tells nothing of an agent that failed: the card ends all the same, unless the model is tried again', async () => {
	const prototype = SupplyDataContext.prototype;
	Object.defineProperty(prototype, 'onExecutionFinish', { value: undefined, configurable: true });
	const lines: Line[] = [
		{ words: ['开始'], error: 'HTTP 500' },
		{ words: ['好了'] },
		{ words: ['又'], error: 'HTTP 500' },
	];
	const { round } = agentIn({ sandbox, model: new StreamingModel(lines) });
	const { model } = await round();
	await model.invoke(asks()).catch(() => undefined);
	await model.invoke(asks());
	expect(cards()[0]?.ended).toBeUndefined();
	await model.invoke(asks()).catch(() => undefined);
	await until(() => cards()[0]?.publicData.flowStatus === '5');
	expect(cards()[0]?.frames?.at(-1)?.text).toMatch(/^又[^]*出错了/);
	await until(() => remembered() === 0);
	Reflect.deleteProperty(prototype, 'onExecutionFinish');
}, 20_000);

test('somebody stops the execution in the middle: the card ends, saying so', async () => {
	const { round, stop } = agentIn({
		sandbox,
		model: new StreamingModel([{ words: Array.from({ length: 40 }, () => '词'), everyMs: 50 }]),
		options: { updateEvery: 300 },
	});
	const { model } = await round();
	const asking = model.invoke(asks()).catch(() => undefined);
	await new Promise((resolve) => setTimeout(resolve, 700));
	await stop();
	expect(cards()).toMatchObject([{ ended: 'failed', publicData: { flowStatus: '5' } }]);
	expect(cards()[0]?.frames?.at(-1)?.text).toMatch(/^词+\n\n.*出错了/);
	const frames = cards()[0]?.frames?.length;
	await asking;
	expect(cards()[0]?.frames).toHaveLength(frames ?? -1);
});
