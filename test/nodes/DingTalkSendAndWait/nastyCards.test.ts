/** Cards in the hands of people and machines that do not play by the rules. */
import { Clicks, clickIn } from '../../../nodes/listening/clicks';
import { isTicket } from '../../../nodes/listening/ticket';
import type { Frame } from '../../../nodes/protocol/stream/frames';
import { CARD_TOPIC } from '../../../nodes/protocol/stream/topics';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { sandboxCredentials } from '../../support/engine';
import { until } from '../../support/until';
import { createSimulatedClock } from '../protocol/stream/simulation';
import { streamTrigger } from '../DingTalkTrigger/contexts';
import { type Waiting, startWaiting } from './waiting';

let sandbox: Sandbox;
let waiting: Waiting | undefined;
let stop: (() => Promise<unknown> | undefined) | undefined;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	await stop?.();
	stop = undefined;
	await waiting?.close();
	waiting = undefined;
	await sandbox.close();
	expect([sandbox.problems(), sandbox.stream.problems]).toEqual([[], []]);
});

const person = (value: string) => ({ __rl: true, mode: 'userId', value });

async function ask(parameters: object = {}) {
	const { dingTalkApi } = sandboxCredentials(sandbox);
	const card = { people: person('zhangsan'), message: '?', buttons: 'card', cardTemplateId: 'sendAndWait.schema' };
	const asked = await startWaiting({ ...card, ...parameters }, dingTalkApi);
	waiting = asked;
	const trigger = streamTrigger({ receive: ['cardCallbacks'], options: { n8nAddress: asked.base } }, dingTalkApi);
	const { closeFunction } = await trigger.start();
	stop = async () => await closeFunction?.();
	await asked.run();
	return { asked, trigger };
}
const card = () => sandbox.received.cards.at(-1) ?? { outTrackId: '', publicData: {}, privateData: {}, clicks: [] };
const press = async (button: string, userid = 'zhangsan') =>
	await sandbox.act.clickCard({ outTrackId: card().outTrackId, button, userid });

test('people named by their mobile numbers are looked up when they are asked, and not again for a click', async () => {
	const [{ mobile = '', userid = '' } = {}, other] = sandbox.company.users;
	const { asked } = await ask({
		people: { __rl: true, mode: 'mobile', value: `${mobile},${other?.mobile}` },
		approvers: [{ __rl: true, mode: 'mobile', value: mobile }, person(userid)],
		waitFor: 'all',
	});
	sandbox.clearLog();
	await press('同意', userid);
	expect(sandbox.log.map(({ path }) => path)).toEqual(expect.not.arrayContaining(['/topapi/v2/user/getbymobile']));
	// Named twice, in two ways, he is one person: his approval is that of all.
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: true, responses: [{ userId: userid }] });
});

test('where nothing is noted of the question nobody may answer', async () => {
	const { asked } = await ask();
	asked.forget();
	await press('同意');
	expect([asked.state, card().privateData.zhangsan?.note]).toEqual(['waiting', '该问题已结束。']);
});

test('a hundred must approve: each counts once, and the card’s limit is said', async () => {
	const { users } = sandbox.company;
	const [first] = users;
	if (!first) throw new Error('nobody');
	const many = Array.from({ length: 100 }, (_, index) => ({ ...first, userid: `many${index}`, unionid: `m${index}` }));
	users.push(...many);
	const { asked } = await ask({ people: person(many.map(({ userid }) => userid).join()), waitFor: 'all' });
	expect(asked.hints.join()).toMatch(/1 KB for each variable of a card.*btns/);
	for (const { userid } of many.slice(0, 99)) await press('同意', userid);
	expect([asked.state, card().publicData.status]).toEqual(['waiting', '已有人同意：99/100']);
	await press('同意', 'many3');
	expect(asked.state).toBe('waiting');
	await press('同意', 'many99');
	expect((asked.resumed?.[0]?.json.data as { responses: unknown[] }).responses).toHaveLength(100);
}, 60_000);

test.each([
	['长'.repeat(20_000), 'it may refuse or cut what is longer: content'],
	['长'.repeat(341), ''],
])(
	'a question of %.1s… characters goes out, with a hint where the card has no room for it by its page',
	async (...row) => {
		const { asked } = await ask({ message: row[0] });
		expect(asked.hints.join()).toMatch(row[1]);
		expect(asked.hints).toHaveLength(row[1] === '' ? 0 : 1);
		expect(card().publicData.content).toBe(row[0]);
	},
);

test('the connection breaks between sending and the click: it is back, and the click counts', async () => {
	const { asked } = await ask();
	const before = sandbox.stream.opens.length;
	sandbox.stream.dropAll();
	await until(() => sandbox.stream.opens.length > before && sandbox.stream.connections.length > 0);
	await press('同意');
	expect(asked.state).toBe('finished');
}, 20_000);

test('one button only: the other is not understood, whatever the click says', async () => {
	const { asked } = await ask({ approvalOptions: { values: { approvalType: 'single', approveLabel: '👍' } } });
	const { outTrackId } = card();
	for (const [actionId, params] of [
		['decline', {}],
		['decline3', {}],
		['approve', { decision: 'decline' }],
		['approve', { decision: null }],
		['respond', {}],
		['', {}],
		['approve12345', {}],
	] as const) {
		await sandbox.act.clickCard({ outTrackId, actionId, params });
		expect([actionId, card().privateData.zhangsan?.note]).toEqual([actionId, '卡片没有这个按钮。']);
	}
	expect(asked.state).toBe('waiting');
	await sandbox.act.clickCard({ outTrackId, actionId: 'approve0' });
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: true });
});

test('a card of the user’s own whose ID begins like a ticket starts the workflow as any other', async () => {
	const { trigger, asked } = await ask();
	await sandbox.act.clickCard({ outTrackId: 'n8n-order-17', actionId: 'agree' });
	expect(trigger.started).toHaveLength(1);
	expect(asked.state).toBe('waiting');
	for (const own of ['n8n-', 'n8n-42-short-', 'n8n', 'order-n8n-1', '', undefined, 5])
		expect(isTicket(own)).toBe(false);
});

describe('frames', () => {
	const ticket = `n8n-42-${'A'.repeat(22)}-${'A'.repeat(43)}`;
	const of = (data: unknown) => clickIn({ type: 'CALLBACK', topic: CARD_TOPIC, data } as Frame);

	it.each([
		['no content', { outTrackId: ticket, userId: 'u' }],
		['content that is no JSON', { outTrackId: ticket, userId: 'u', content: '{' }],
		['content that is a list', { outTrackId: ticket, userId: 'u', content: '[]' }],
		['parameters that are a text', { outTrackId: ticket, userId: 'u', content: '{"cardPrivateData":{"params":"x"}}' }],
		['IDs that are no list', { outTrackId: ticket, userId: 'u', content: '{"cardPrivateData":{"actionIds":"x"}}' }],
		['no private data', { outTrackId: ticket, userId: 'u', content: { cardPrivateData: null } }],
	])('%s: a click that says nothing', (_, data) => {
		expect(of(data)).toEqual({ outTrackId: ticket, userId: 'u', actionIds: [], params: {} });
	});

	it('no person, no ticket, no object', () => {
		expect(of({ outTrackId: ticket })).toMatchObject({ userId: '' });
		for (const data of [{}, { outTrackId: 5 }, { userId: 'u' }, null, 'text', []]) expect(of(data)).toBeUndefined();
	});

	it('a million letters, and a thousand clicks on a card that is decided: one is brought', async () => {
		const clicks = new Clicks(createSimulatedClock());
		let brought = 0;
		const answering = {
			bring: async () => await Promise.resolve({ decided: ++brought > 0, cardData: { status: 's' } }),
			update: async () => await Promise.resolve(),
		};
		const click = of({
			outTrackId: ticket,
			userId: 'u',
			content: JSON.stringify({ cardPrivateData: { params: { x: 'y'.repeat(1e6) } } }),
		});
		if (!click) throw new Error('no click');
		const answers = await Promise.all(Array.from({ length: 1000 }, async () => await clicks.answer(click, answering)));
		expect(brought).toBe(1);
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
	});
});
