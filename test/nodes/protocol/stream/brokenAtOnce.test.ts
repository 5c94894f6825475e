import { type SimulatedSocket, event, farewell, frame, ping, settle } from './simulation';
import { MINUTE, start } from './start';

/*
 * Lines that say something and break at once, for ever: an event that breaks the connection comes again on every new one. A word
 * alone proves nothing, so that the pauses grow.
 */
const LAST_WORDS: Record<string, (socket: SimulatedSocket) => void> = {
	'a ping': (socket) => socket.receive(ping()),
	'a keep-alive': (socket) => socket.receive(frame('SYSTEM', 'KEEPALIVE', {})),
	'an event': (socket) => socket.receive(event('again')),
	'no JSON': (socket) => socket.receive('{'),
	'a greeting, a ping and an event': (socket) =>
		[frame('SYSTEM', 'CONNECTED', {}), ping(), event('again')].forEach((one) => socket.receive(one)),
	'a ping and a farewell': (socket) => [ping(), farewell()].forEach((one) => socket.receive(one)),
};

test.each(Object.entries(LAST_WORDS))('%s, then the end: at most 20 openings in 10 minutes', async (_, speak) => {
	const { clock, gateway } = start((gateway) => {
		gateway.onDial = (socket) => {
			socket.accept();
			speak(socket);
			void settle().then(() => socket.end());
		};
	});
	await clock.pass(10 * MINUTE);
	expect(gateway.opens.length).toBeLessThanOrEqual(20);
});

test('a farewell behind a ping, for ever: at most 20 openings in 10 minutes', async () => {
	const { clock, gateway, states } = start((gateway) => {
		gateway.onDial = (socket) => {
			socket.accept();
			socket.receive(ping());
			socket.receive(farewell());
		};
	});
	await clock.pass(10 * MINUTE);
	expect(gateway.opens.length).toBeLessThanOrEqual(20);
	expect(states).toEqual(['online']);
});

test('a line that stood for 10 s is followed by the next one after a second, as before', async () => {
	const { clock, gateway } = start((gateway) => {
		gateway.onDial = (socket) => {
			socket.accept();
			socket.receive(event('one'));
			clock.after(20_000, () => socket.end());
		};
	});
	await clock.pass(10 * MINUTE);
	expect(gateway.opens.length).toBeGreaterThanOrEqual(28);
});

test('an acknowledgement that DingTalk refuses, or sends back, is not answered', async () => {
	const { gateway, session, deliveries } = start();
	await session.started;
	const sent = event('refused');
	gateway.last.receive(sent);
	deliveries[0].ack({ code: 200, message: 'OK', data: { status: 'SUCCESS' } });
	const { messageId } = sent.headers;
	for (const refusal of [
		{ code: 400, headers: { messageId }, message: 'bad request', data: '{}' },
		{ code: '404', headers: { messageId } },
		gateway.last.sent[0],
	])
		gateway.last.receive(refusal);
	expect(gateway.last.sent.length).toBe(1);
	// What has no type and is no answer is a request that is not understood.
	gateway.last.receive({ headers: { messageId: 'm' }, data: '{}' });
	expect(gateway.last.sent.slice(1)).toMatchObject([{ code: 404, headers: { messageId: 'm' } }]);
	await session.close();
});
