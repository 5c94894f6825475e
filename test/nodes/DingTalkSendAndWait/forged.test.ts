/** Tickets, clicks and approvals that somebody made up, cut or changed. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { opened, outcomeIn, sealed, SIGNATURE_HEADER } from '../../../nodes/listening/exchange';
import { addressOf, isTicket, readTicket, ticketFor } from '../../../nodes/listening/ticket';
import { readApprovals, written } from '../../../nodes/DingTalkSendAndWait/card/approvals';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { sandboxCredentials } from '../../support/engine';
import { streamTrigger } from '../DingTalkTrigger/contexts';
import { NODE_ID, startWaiting } from './waiting';

const signature = randomBytes(32).toString('hex');
const addressFor = (executionId: string, nodeId: string, base = 'https://n8n.example/deep/webhook-waiting') =>
	`${base}/${executionId}/${encodeURIComponent(nodeId)}?signature=${signature}`;

test('a ticket leads back to the address that it was made of, in at most 100 characters', () => {
	for (const executionId of ['1', '42', '9007199254740993'])
		for (const nodeId of [randomUUID(), NODE_ID, 'ask', 'a/b 你', '0'.repeat(12)]) {
			const url = addressFor(executionId, nodeId);
			const round = nodeId === NODE_ID ? 12 : 1;
			const ticket = ticketFor(url, round) ?? '';
			expect(ticket.length).toBeLessThanOrEqual(100);
			expect(isTicket(ticket)).toBe(true);
			const read = readTicket(ticket);
			expect(read).toEqual({ executionId, nodeId, signature, round });
			if (read) expect(addressOf(read, 'https://n8n.example/deep/webhook-waiting')).toBe(url);
		}
	expect(ticketFor(addressFor('1', 'x'.repeat(60)), 1)).toBeUndefined();
	expect(ticketFor('https://n8n.example/webhook-waiting/1/ask', 1)).toBeUndefined();
});

test('thousands of cut and changed tickets are none, or are those of another signature', () => {
	const ticket = ticketFor(addressFor('42', NODE_ID), 1) ?? '';
	for (let length = 0; length < ticket.length; length++) expect(readTicket(ticket.slice(0, length))).toBeUndefined();
	const letters = 'ABCxyz059-_.~ \n/%';
	let genuine = 0;
	for (let at = 0; at < ticket.length; at++)
		for (const letter of letters)
			for (const made of [
				ticket.slice(0, at) + letter + ticket.slice(at + 1),
				ticket.slice(0, at) + letter + ticket.slice(at),
			]) {
				if (made === ticket) continue;
				const read = readTicket(made);
				if (read && JSON.stringify(read) === JSON.stringify(readTicket(ticket))) genuine++;
			}
	expect(genuine).toBe(0);
});

test('a click is read only with the signature of the secret, over the very text', () => {
	const click = { outTrackId: 'n8n-1', userId: 'lisi', actionIds: ['approve'], params: { decision: 'approve' } };
	const { body, headers } = sealed(click, 'secret');
	const sign = headers[SIGNATURE_HEADER];
	expect(opened(body, sign, 'secret')).toEqual(click);
	const plain = createHmac('sha256', 'secret').update(body).digest('hex');
	const wrong = [undefined, '', sign?.slice(1), sign?.toUpperCase(), plain, randomBytes(32).toString('hex'), [sign]];
	for (const other of wrong) expect(opened(body, other, 'secret')).toBeUndefined();
	expect(opened(body, sign, 'another')).toBeUndefined();
	expect(opened(body, createHmac('sha256', '').update(`click\n${body}`).digest('hex'), '')).toBeUndefined();
	expect(opened(body.replace('lisi', 'zhangsan'), sign, 'secret')).toBeUndefined();
	for (const nonsense of ['', 'null', '[]', '{', '{"outTrackId":1,"userId":"x"}'])
		expect(opened(nonsense, createHmac('sha256', 's').update(`click\n${nonsense}`).digest('hex'), 's')).toBeUndefined();
});

test('what n8n or another server says by itself is no outcome', () => {
	for (const answer of ['', '<html>', '{"message":"no"}', '{"decided":"yes"}', null, 5, [], '[true]'])
		expect(outcomeIn(answer)).toBeUndefined();
	expect(outcomeIn('{"decided":true,"cardData":{"status":1}}')).toEqual({ decided: true, cardData: { status: '1' } });
});

test('approvals are those of this question and these people only', () => {
	const asked = { ticket: 't', approvers: ['a', 'b', 'c'], clientSecret: 's' };
	const state = written(new Map([['b', 1_700_000_000_000]]), asked);
	expect(readApprovals([undefined, state], asked)).toEqual(new Map([['b', 1_700_000_000_000]]));
	for (const other of [
		{ ...asked, ticket: 'u' },
		{ ...asked, approvers: ['b', 'a', 'c'] },
		{ ...asked, clientSecret: 'x' },
	])
		expect(readApprovals([state], other).size).toBe(0);
	for (let at = 0; at < state.length; at++)
		expect(readApprovals([state.slice(0, at), `${state.slice(0, at)}9${state.slice(at + 1)}`], asked).size).toBe(
			state[at] === '9' ? 1 : 0,
		);
});

describe('over the connection', () => {
	let sandbox: Sandbox;
	beforeAll(async () => (sandbox = await startSandbox()));
	afterAll(async () => await sandbox.close());

	test('forged tickets move nothing, and start no workflow', async () => {
		const { dingTalkApi } = sandboxCredentials(sandbox);
		const people = { __rl: true, mode: 'userId', value: 'zhangsan' };
		const asked = await startWaiting(
			{ people, message: '?', buttons: 'card', cardTemplateId: 'sendAndWait.schema' },
			dingTalkApi,
		);
		const trigger = streamTrigger({ receive: ['cardCallbacks'], options: { n8nAddress: asked.base } }, dingTalkApi);
		const { closeFunction } = await trigger.start();
		await asked.run();
		const genuine = sandbox.received.cards.at(-1)?.outTrackId ?? '';
		const other = ticketFor(addressFor('42', NODE_ID), 1) ?? '';
		const forged = [
			`${genuine}x`,
			genuine.slice(0, 40),
			genuine.slice(0, -1),
			other,
			genuine.replace('n8n-42-', 'n8n-43-'),
		];
		for (const outTrackId of forged) {
			const answer = await sandbox.act.clickCard({ outTrackId, actionId: 'approve', params: { decision: 'approve' } });
			expect(answer).not.toHaveProperty('cardData.cardParamMap.status');
		}
		// Whoever knows the ticket without the secret may not answer either: by a page, a click of their own, or no signature.
		const ticket = readTicket(genuine);
		const url = ticket ? addressOf(ticket, `${asked.base}/webhook-waiting`) : '';
		const click = { outTrackId: genuine, userId: 'zhangsan', actionIds: ['approve'], params: { decision: 'approve' } };
		const posts = [sealed(click, 'guessed'), { body: JSON.stringify(click), headers: {} }, { body: 'choice=approve' }];
		for (const init of posts) expect((await fetch(url, { method: 'POST', ...init })).status).toBe(401);
		// A click on another card of the app, signed by it, does not fit here.
		const elsewhere = sealed({ ...click, outTrackId: other }, sandbox.company.appSecret);
		expect((await fetch(url, { method: 'POST', ...elsewhere })).status).toBe(401);
		expect((await fetch(url)).status).toBe(400);
		expect([asked.state, asked.resumed, trigger.started]).toEqual(['waiting', undefined, []]);

		// One that is genuine ends it, so that the above could have.
		await sandbox.act.clickCard({ outTrackId: genuine, button: '同意' });
		expect(asked.state).toBe('finished');
		await closeFunction?.();
		await asked.close();
	});
});
