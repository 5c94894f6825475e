/**
 * n8n with several main processes: each has a hub of its own, and while the leader changes both may be connected. (n8n's licence
 * keeps the real thing from being run here.) Two hubs, one sandbox, one execution that waits.
 */
import type { IHttpRequestOptions } from 'n8n-workflow';
import { clock } from '../../../nodes/listening/clock';
import type { HttpRequest } from '../../../nodes/listening/gatewayPost';
import { gatewayPost } from '../../../nodes/listening/gatewayPost';
import { Hub, hub as ownHub } from '../../../nodes/listening/hub';
import type { Leave } from '../../../nodes/listening/listener';
import { socketDial } from '../../../nodes/listening/socketDial';
import { bring } from '../../../nodes/listening/waitingExecution';
import { CARD_TOPIC } from '../../../nodes/protocol/stream/topics';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { sandboxCredentials } from '../../support/engine';
import { until } from '../../support/until';
import { type Waiting, startWaiting } from '../DingTalkSendAndWait/waiting';

/** n8n's helper of that name, as far as it is used here. */
const httpRequest: HttpRequest = async ({ url, method, body, headers, json }: IHttpRequestOptions) => {
	const response = await fetch(url, {
		method,
		body: json ? JSON.stringify(body) : String(body),
		headers: { ...(headers as Record<string, string>), ...(json && { 'content-type': 'application/json' }) },
	});
	const text = await response.text();
	return { statusCode: response.status, body: json ? (JSON.parse(text) as unknown) : text };
};

let sandbox: Sandbox;
let asked: Waiting;
const leaves: Leave[] = [];
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	for (const leave of leaves.splice(0)) await leave();
	await asked.close();
	await sandbox.close();
});

/** A main process in which a trigger is active. `clicks`: those that came to it. */
async function startMain(hub = new Hub()) {
	const { appKey: clientId, appSecret: clientSecret } = sandbox.company;
	const app = { host: sandbox.url, clientId, clientSecret };
	const road = { bases: [`${asked.base}/webhook-waiting`], httpRequest, clientSecret, clock };
	const clicks: string[] = [];
	const before = sandbox.stream.connections.length;
	const leave = await hub.join(
		app,
		{
			topics: [{ type: 'CALLBACK', topic: CARD_TOPIC }],
			isTest: false,
			wants: () => false,
			take: async () => await Promise.resolve({ taken: true }),
			state: () => undefined,
			failed: () => undefined,
			stop: () => undefined,
			answering: {
				bring: async (click, ticket) => {
					clicks.push(click.userId);
					return await bring(click, ticket, road);
				},
				update: async () => await Promise.resolve(),
			},
		},
		{ clock, random: Math.random, dial: await socketDial(), post: gatewayPost(httpRequest) },
	);
	leaves.push(leave);
	await until(() => sandbox.stream.connections.length > before);
	return { clicks, leave };
}

async function ask(parameters: object): Promise<void> {
	const { dingTalkApi } = sandboxCredentials(sandbox);
	const people = { __rl: true, mode: 'userId', value: 'zhangsan,lisi' };
	const card = { people, message: '?', buttons: 'card', cardTemplateId: 'sendAndWait.schema' };
	asked = await startWaiting({ ...card, ...parameters }, dingTalkApi);
}

/** Whoever sends asks the hub of its own process; here that is the first main. */
async function send(): Promise<string> {
	await asked.run();
	return sandbox.received.cards.at(-1)?.outTrackId ?? '';
}

test('two approvals that come to two mains add up, and a click after the decision finds it made', async () => {
	await ask({ waitFor: 'all' });
	const first = await startMain(ownHub);
	const outTrackId = await send();
	const second = await startMain();
	await sandbox.act.clickCard({ outTrackId, button: '同意', userid: 'zhangsan' });
	await sandbox.act.clickCard({ outTrackId, button: '同意', userid: 'lisi' });
	expect([first.clicks.length, second.clicks.length]).toEqual([1, 1]);
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: true, responses: [{}, {}] });
	expect(asked.calls.map(({ status }) => status)).toEqual([200, 200]);

	// The card of somebody who has not reloaded it: neither main lets it decide again.
	for (const userid of ['zhangsan', 'lisi'])
		await sandbox.act.clickCard({ outTrackId, userid, actionId: 'decline', params: { decision: 'decline' } });
	expect([asked.resumed?.length, sandbox.received.cards.at(-1)?.publicData.hasAction]).toEqual([1, 'false']);
});

test('the main that sent is gone: a click comes to the other and counts', async () => {
	await ask({});
	const first = await startMain(ownHub);
	const outTrackId = await send();
	const second = await startMain();
	await first.leave();
	await until(() => sandbox.stream.connections.length === 1);
	await sandbox.act.clickCard({ outTrackId, button: '拒绝', userid: 'lisi' });
	expect([first.clicks, second.clicks]).toEqual([[], ['lisi']]);
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: false, responder: { userId: 'lisi' } });
});
