/** Buttons in the card: the click comes over the Stream connection of a trigger, and goes from there to the execution that waits. */
import { type Received, type Sandbox, startSandbox } from '../../../sandbox';
import { readTicket } from '../../../nodes/listening/ticket';
import { sandboxCredentials } from '../../support/engine';
import { until } from '../../support/until';
import { streamTrigger } from '../DingTalkTrigger/contexts';
import { type Waiting, startWaiting } from './waiting';

let sandbox: Sandbox;
let waiting: Waiting | undefined;
let close: Array<() => Promise<unknown> | undefined> = [];
beforeEach(async () => (sandbox = await startSandbox({ people: 100 })));
afterEach(async () => {
	for (const one of close.splice(0)) await one();
	await waiting?.close();
	await sandbox.close();
	expect([sandbox.problems(), sandbox.stream.problems]).toEqual([[], []]);
});

const CARD = {
	sendTo: 'person',
	people: { __rl: true, mode: 'userId', value: 'zhangsan,lisi' },
	subject: '报销',
	message: '同意吗？',
	responseType: 'approval',
	buttons: 'card',
	cardTemplateId: 'sendAndWait.schema',
};
const people = (value: string) => ({ __rl: true, mode: 'userId', value });

/** The node, and a trigger that listens for something else, in one process. */
async function ask(parameters: object = {}, options: object = {}, trigger = true) {
	const { dingTalkApi } = sandboxCredentials(sandbox);
	const asked = await startWaiting({ ...CARD, ...parameters }, dingTalkApi);
	waiting = asked;
	const listening = streamTrigger(
		{ receive: ['cardCallbacks'], options: { n8nAddress: asked.base, ...options } },
		dingTalkApi,
	);
	if (trigger) {
		const { closeFunction } = await listening.start();
		close = [async () => await closeFunction?.()];
	}
	return { asked, listening };
}

function card(): Received['cards'][number] {
	const newest = sandbox.received.cards.at(-1);
	if (!newest) throw new Error('No card has arrived');
	return newest;
}
const press = async (button: string, userid = 'zhangsan') =>
	await sandbox.act.clickCard({ outTrackId: card().outTrackId, button, userid });

test('a click goes on with who it was, and locks the card in its own answer: the only call is for the name', async () => {
	const { asked, listening } = await ask();
	await asked.run();
	expect(card()).toMatchObject({
		spaces: ['IM_ROBOT.zhangsan', 'IM_ROBOT.lisi'],
		publicData: { title: '报销', content: '同意吗？', status: '', hasAction: 'true' },
	});
	sandbox.clearLog();
	const answer = await press('同意', 'lisi');
	expect(answer).toMatchObject({ cardUpdateOptions: { updateCardDataByKey: true } });
	expect(card().publicData).toMatchObject({
		title: '报销',
		status: expect.stringMatching(/^已同意：李四 · \d\d-\d\d \d\d:\d\d$/),
		hasAction: 'false',
		btns: '[]',
	});
	expect(asked.resumed?.map(({ json }) => json)).toEqual([
		{ data: { approved: true, responder: { userId: 'lisi', name: '李四' }, respondedAt: expect.any(String) } },
	]);
	expect(sandbox.log.map(({ path }) => path)).toEqual(['/topapi/v2/user/get']);
	expect(listening.started).toEqual([]);
});

test('the second click, on a card that still shows its buttons, finds what the first decided', async () => {
	const { asked } = await ask();
	await asked.run();
	const { outTrackId } = card();
	const clicks = await Promise.all([
		press('拒绝', 'lisi'),
		sandbox.act.clickCard({ outTrackId, userid: 'zhangsan', actionId: 'approve', params: { decision: 'approve' } }),
	]);
	for (const answer of clicks)
		expect(answer).toMatchObject({ cardData: { cardParamMap: { status: expect.stringContaining('已拒绝：李四') } } });
	expect([asked.resumed?.length, asked.calls.length]).toEqual([1, 1]);
});

test('a stranger is told so, alone, and the wait goes on', async () => {
	const { asked } = await ask({ approvers: people('lisi') });
	await asked.run();
	const answer = await press('同意', 'zhangsan');
	expect(answer).not.toHaveProperty('cardData');
	expect(card().privateData).toEqual({ zhangsan: { note: '您不在可回复人员之列。' } });
	expect(asked.state).toBe('waiting');
	await press('同意', 'lisi');
	expect(asked.state).toBe('finished');
});

test('in a group everybody may answer unless people are named', async () => {
	const group = { __rl: true, mode: 'id', value: sandbox.company.openConversationId };
	const { asked } = await ask({ sendTo: 'group', openConversationId: group, options: { language: 'en' } });
	await asked.run();
	expect(card()).toMatchObject({ spaces: [`IM_GROUP.${sandbox.company.openConversationId}`] });
	await press('Decline', 'lisi');
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: false, responder: { userId: 'lisi' } });
	expect(card().publicData.status).toContain('Declined by 李四');
});

test('a further delivery that fails is told: those whom the card has reached may answer', async () => {
	const everybody = sandbox.company.users.map(({ userid }) => userid).join();
	sandbox.fault({ kind: 'quota', match: '/v1.0/card/instances/deliver' });
	const { asked } = await ask({ people: people(everybody) });
	await asked.run();
	expect(asked.hints.join()).toContain('did not reach everybody');
	await press('同意', 'zhangsan');
	expect(asked.state).toBe('finished');
});

test('all must approve, and one of them is not reached: nothing waits for ever', async () => {
	const { asked } = await ask({ people: people('zhangsan,nobody'), waitFor: 'all' });
	await expect(asked.run()).rejects.toThrow('nobody: spaceId is illegal');
	expect(asked.state).not.toBe('waiting');
});

test('a question whose first answer is lost is asked once', async () => {
	sandbox.fault({ kind: 'reset', after: true, match: '/v1.0/card/instances/createAndDeliver' });
	const { asked } = await ask();
	await asked.run();
	expect([sandbox.received.cards.length, asked.state]).toEqual([1, 'waiting']);
	await press('同意');
	expect(asked.state).toBe('finished');
});

test('all must approve: the card says how many have; one who declines ends it', async () => {
	const { asked } = await ask({ waitFor: 'all' });
	await asked.run();
	await press('同意', 'zhangsan');
	expect(card().publicData).toMatchObject({ status: '已有人同意：1/2', hasAction: 'true' });
	await press('同意', 'zhangsan');
	expect([card().privateData.zhangsan?.note, asked.state]).toEqual(['您已回复过。', 'waiting']);
	await press('同意', 'lisi');
	const approved = (userId: string, name: string) => ({
		userId,
		name,
		approved: true,
		respondedAt: expect.any(String),
	});
	expect(asked.resumed?.[0]?.json.data).toMatchObject({
		approved: true,
		responses: [approved('zhangsan', '张三'), approved('lisi', '李四')],
	});
});

test('what has been approved outlives a restart of n8n: it stands in the card, signed', async () => {
	const { asked, listening } = await ask({ waitFor: 'all' });
	await asked.run();
	await press('同意', 'zhangsan');
	for (const one of close.splice(0)) await one();
	await until(() => sandbox.stream.connections.length === 0);
	const again = await listening.start();
	close = [async () => await again.closeFunction?.()];
	const forged = card().publicData.btns?.replace(/0\.(\w+)-/, '0.$1_1.$1-') ?? '';
	card().publicData.btns = forged;
	await press('同意', 'zhangsan');
	expect([asked.state, card().publicData.status]).toEqual(['waiting', '已有人同意：1/2']);
	await press('拒绝', 'lisi');
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: false, responder: { userId: 'lisi' } });
});

test('a click that comes while the question is still being stored is brought once it is', async () => {
	const { asked } = await ask();
	const running = asked.run();
	await until(() => sandbox.received.cards.length === 1);
	const answer = press('同意');
	await running;
	expect(await answer).toHaveProperty('cardData');
	expect(asked.state).toBe('finished');
});

test('where n8n is slow the card is answered in time and brought up to date by a call', async () => {
	const { asked } = await ask();
	await asked.run();
	asked.slow = 1_800;
	expect(await press('同意')).toEqual({});
	await until(() => card().publicData.hasAction === 'false');
	expect(card().publicData.status).toContain('已同意：张三');
	expect(asked.state).toBe('finished');
}, 15_000);

test.each([
	['finished', '该问题已结束'],
	['failed', '该问题已结束'],
	['deleted', '该问题已结束'],
] as const)('an execution that is %s: the card loses its buttons, whoever clicked reads why', async (state, words) => {
	const { asked } = await ask();
	await asked.run();
	asked.state = state;
	await press('同意');
	expect([card().publicData.hasAction, card().privateData.zhangsan?.note]).toEqual([
		'false',
		expect.stringContaining(words),
	]);
});

test('while n8n cannot be reached the click says so, and the next one counts', async () => {
	const { asked } = await ask();
	await asked.run();
	asked.state = 'running';
	await press('同意');
	expect(card().privateData.zhangsan?.note).toContain('请稍后再点一次');
	asked.state = 'waiting';
	await press('同意');
	expect(asked.state).toBe('finished');
}, 15_000);

test('the ticket is no part of an item, a hint or an error, and starts no workflow', async () => {
	const { asked, listening } = await ask();
	const output = await asked.run();
	const { outTrackId } = card();
	const { signature = '' } = readTicket(outTrackId) ?? {};
	await press('同意');
	const seen = JSON.stringify([output, asked.resumed, asked.hints, listening.log, listening.started]);
	for (const secret of [outTrackId, signature, outTrackId.slice(-43)]) expect(seen).not.toContain(secret);
	expect(outTrackId.length).toBeLessThanOrEqual(100);
});

test('nothing is sent where no trigger would receive the click, or the template lacks a variable', async () => {
	const alone = await ask({}, {}, false);
	await expect(alone.asked.run()).rejects.toThrow('Buttons: no active DingTalk Trigger');
	await alone.asked.close();

	const off = await ask({}, { answersWaits: false });
	await expect(off.asked.run()).rejects.toThrow('Buttons: no active DingTalk Trigger');
	for (const one of close.splice(0)) await one();
	await off.asked.close();

	const bare = await ask({ cardTemplateId: 'titleOnly.schema' });
	await expect(bare.asked.run()).rejects.toThrow('without the variables status, note, hasAction, btns');
	expect(sandbox.received.cards).toEqual([]);
	for (const one of close.splice(0)) await one();
	await bare.asked.close();

	const untold = await ask({ cardTemplateId: 'other.schema' });
	await untold.asked.run();
	expect(untold.asked.hints.join()).toContain('could not be checked');
});
