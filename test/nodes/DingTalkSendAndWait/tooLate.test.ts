/** Who comes too late: after the limit, after somebody else of the same moment, or with a question of an earlier round of a loop. */
import { type Sandbox, startSandbox } from '../../../sandbox';
import { sandboxCredentials } from '../../support/engine';
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
	await sandbox.close();
	expect([sandbox.problems(), sandbox.stream.problems]).toEqual([[], []]);
});

const people = { __rl: true, mode: 'userId', value: 'zhangsan,lisi' };
const limited = (minutes: number) => ({
	limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: minutes, resumeUnit: 'minutes' } },
});

async function ask(parameters: object = {}): Promise<Waiting> {
	const { dingTalkApi } = sandboxCredentials(sandbox);
	waiting = await startWaiting({ people, message: '?', responseType: 'approval', ...parameters }, dingTalkApi);
	await waiting.run();
	return waiting;
}

async function askByCard(parameters: object = {}): Promise<Waiting> {
	const { dingTalkApi } = sandboxCredentials(sandbox);
	const card = { people, message: '?', buttons: 'card', cardTemplateId: 'sendAndWait.schema' };
	waiting = await startWaiting({ ...card, ...parameters }, dingTalkApi);
	const trigger = streamTrigger({ receive: ['cardCallbacks'], options: { n8nAddress: waiting.base } }, dingTalkApi);
	const { closeFunction } = await trigger.start();
	stop = async () => await closeFunction?.();
	await waiting.run();
	return waiting;
}

const linkOf = (message: number) =>
	(sandbox.received.messages.at(message)?.content as Record<string, string>).actionURL1;
const approve = async (url: string) => {
	const page = await fetch(url, { method: 'POST', body: new URLSearchParams({ choice: 'approve' }) });
	return { status: page.status, html: await page.text() };
};
const press = async (outTrackId: string, userid: string) =>
	await sandbox.act.clickCard({ outTrackId, userid, actionId: 'approve', params: { decision: 'approve' } });

describe('the limit', () => {
	it('a link: before it the answer counts', async () => {
		const asked = await ask({ options: limited(10) });
		expect((await approve(linkOf(0))).html).toContain('已收到您的回复');
		expect(asked.resumed).toHaveLength(1);
	});

	it('a link: in the last moment, when n8n may be going on already, it is too late, and the page says so', async () => {
		const asked = await ask({ options: limited(0.03) });
		const page = await fetch(linkOf(0));
		expect([page.status, await page.text()]).toEqual([409, expect.stringContaining('已超过回复时限')]);
		expect(await approve(linkOf(0))).toEqual({ status: 409, html: expect.stringContaining('已超过回复时限') });
		expect([asked.state, asked.resumed]).toEqual(['waiting', undefined]);
	});

	it('a card: too late is told to the person who clicked, and the buttons go', async () => {
		const asked = await askByCard({ options: limited(0.03) });
		const [{ outTrackId }] = sandbox.received.cards;
		await press(outTrackId, 'zhangsan');
		expect(sandbox.received.cards[0]).toMatchObject({
			publicData: { hasAction: 'false', status: '' },
			privateData: { zhangsan: { note: '已超过回复时限。' } },
		});
		expect([asked.state, asked.resumed]).toEqual(['waiting', undefined]);
	});
});

test('two people press their links at once: one is recorded, the other is told; in either order', async () => {
	for (const order of [
		[0, 1],
		[1, 0],
	]) {
		sandbox.received.messages.length = 0;
		const asked = await ask();
		const pages = await Promise.all(order.map(async (message) => await approve(linkOf(message))));
		expect(pages.map(({ status }) => status).sort()).toEqual([200, 409]);
		expect(pages.find(({ status }) => status === 409)?.html).toContain('已有人先回复');
		expect(asked.resumed).toHaveLength(1);
		await asked.close();
	}
});

describe('in a loop the node asks again, in the same execution', () => {
	it('a link of the first question does not answer the second', async () => {
		const asked = await ask();
		await approve(linkOf(0));
		await asked.run();
		expect(await approve(linkOf(0))).toEqual({ status: 409, html: expect.stringContaining('该问题已结束') });
		expect(asked.state).toBe('waiting');
		const second = new URL(linkOf(2));
		second.searchParams.delete('round');
		expect((await approve(second.toString())).status).toBe(401);
		expect((await approve(linkOf(2))).status).toBe(200);
		expect(asked.state).toBe('finished');
	});

	it('nor a click on the first card, also after a restart, when nobody remembers that it was decided', async () => {
		const asked = await askByCard();
		await press(sandbox.received.cards[0].outTrackId, 'zhangsan');
		await asked.run();
		const [first, second] = sandbox.received.cards;
		expect(second.outTrackId).not.toBe(first.outTrackId);
		await stop?.();
		const { dingTalkApi } = sandboxCredentials(sandbox);
		const trigger = streamTrigger({ receive: ['cardCallbacks'], options: { n8nAddress: asked.base } }, dingTalkApi);
		const { closeFunction } = await trigger.start();
		stop = async () => await closeFunction?.();
		await press(first.outTrackId, 'lisi');
		expect([first.privateData.lisi?.note, asked.state]).toEqual(['该问题已结束。', 'waiting']);
		await press(second.outTrackId, 'lisi');
		expect(asked.state).toBe('finished');
		expect(second.publicData.status).toContain('已同意：李四');
	});
});
