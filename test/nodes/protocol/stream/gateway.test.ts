import { WebSocket as PlatformSocket } from 'undici';

import { connect } from '../../../../nodes/protocol/stream/connection';
import { GatewayError, openGateway } from '../../../../nodes/protocol/stream/gateway';
import { SimulatedSocket, createSimulatedClock } from './simulation';

const app = { host: 'https://api.invalid', clientId: 'id', clientSecret: 'app'.repeat(5) };
const signal = new AbortController().signal;
const open = async (status: number, body: unknown, host = app.host) =>
	await openGateway(async () => await Promise.resolve({ status, body }), { ...app, host }, [], signal);

test('an endpoint without encryption is refused where the host has it, and taken where it has not', async () => {
	const body = { endpoint: 'ws://gateway.invalid/connect', ticket: 't' };
	for (const host of ['https://api.invalid', 'HTTPS://api.invalid'])
		await expect(open(200, body, host)).rejects.toMatchObject({ refused: false, message: /not encrypted/ });
	expect(await open(200, body, 'http://127.0.0.1:1')).toBe('ws://gateway.invalid/connect?ticket=t');
	expect(await open(200, { ...body, endpoint: 'wss://gateway.invalid/connect' })).toMatch(/^wss:/);
});

test.each([401, 500, 200])(
	'what the gateway says (HTTP %d) goes into the log short, in one line, without the secret',
	async (status) => {
		const echoed = `wrong\u0000\n\u001b[31m secret ${app.clientSecret} ${'x'.repeat(100_000)}`;
		const body = { code: `c ${app.clientSecret}`, message: echoed, requestid: `r ${app.clientSecret}` };
		const error = await open(status, body).catch((reason: unknown) => reason);
		if (!(error instanceof GatewayError)) throw new Error('not refused');
		const said = [error.message, error.code, error.requestId].join('|');
		expect(said).toContain('wrong [31m secret *** x');
		expect(said).not.toContain(app.clientSecret);
		expect(said).not.toMatch(/\p{Cc}/u);
		expect(said.length).toBeLessThan(1_000);
	},
);

test.each([
	[{ endpoint: 'WSS://gateway.invalid/connect', ticket: 't' }, 'WSS://gateway.invalid/connect?ticket=t'],
	[{ endpoint: ' wss://gateway.invalid/connect\n', ticket: 't' }, 'wss://gateway.invalid/connect?ticket=t'],
	[{ endpoint: 'wss://gateway.invalid/connect?a=b', ticket: 12 }, 'wss://gateway.invalid/connect?a=b&ticket=12'],
	[{ endpoint: 'wss://gateway.invalid/connect#a', ticket: 't' }, 'wss://gateway.invalid/connect?ticket=t'],
])('%j is an endpoint', async (body, url) => {
	expect(await open(200, body)).toBe(url);
});

test('an endpoint that is no URL is not dialled, since its error would show the ticket', async () => {
	await expect(open(200, { endpoint: 'wss://', ticket: 't' })).rejects.toThrow('without an endpoint and ticket');
});

test('a refusal in the words of the legacy API is one', async () => {
	const body = { errcode: 40089, errmsg: '不合法的appKey或appSecret', request_id: 'r' };
	const expected = { code: '40089', requestId: 'r', message: expect.stringContaining('不合法的appKey') as string };
	await expect(open(400, body)).rejects.toMatchObject({ refused: true, ...expected });
	await expect(open(200, body)).rejects.toMatchObject({ refused: false, ...expected });
});

const events = { delivery: () => {}, heard: () => {}, unread: () => {}, closed: () => {} };

test('a socket that does not open says where to, never the ticket', async () => {
	const clock = createSimulatedClock();
	const dial = (url: string) => new PlatformSocket(url);
	const connecting = connect('ws://127.0.0.1:9/connect?ticket=hidden', { dial, clock }, events, signal);
	// Node.js 24's WebSocket keeps the cause to itself; others give it.
	await expect(connecting).rejects.toThrow(/^The socket to 127\.0\.0\.1:9 could not be opened( \(ECONNREFUSED\))?$/);
});

test('where the platform gives a cause, its code is told', async () => {
	const clock = createSimulatedClock();
	const socket = new SimulatedSocket('');
	const connecting = connect('wss://gateway.invalid/', { dial: () => socket, clock }, events, signal);
	socket.fail({ error: new TypeError('failed', { cause: { code: 'CERT_HAS_EXPIRED' } }) });
	await expect(connecting).rejects.toThrow('The socket to gateway.invalid could not be opened (CERT_HAS_EXPIRED)');
});
