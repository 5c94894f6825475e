import { until } from '../../../support/until';
import { NastyGateway, type OpenAnswer, json, welcome } from './nastyGateway';
import { gateway, start, works } from './nastySession';

const error = (code: string) => ({ code, message: 'no', requestid: 'r' });
const html: OpenAnswer = (response) =>
	void response.writeHead(403, { 'content-type': 'text/html' }).end('<html>blocked</html>');

describe('answers to the call for a connection', () => {
	const answers: Array<[string, OpenAnswer]> = [
		['429', json(429, error('TooManyRequests'))],
		['403, throttled', json(403, error('Forbidden.AccessDenied.QpsLimitForAppkeyAndApi'))],
		['403, throttled by the minute', json(403, error('Forbidden.AccessDenied.QpmLimitForApi'))],
		['403, address blocked', json(403, { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: 'u' })],
		['403 in HTML', html],
		['500 with nothing', (response) => void response.writeHead(500).end()],
		['503 in XML', (response) => void response.writeHead(503, { 'content-type': 'application/xml' }).end('<error/>')],
		['200 with an error', json(200, error('system.busy'))],
		['200 in HTML', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html/>')],
		['200 with nothing', (response) => void response.end()],
		[
			'200 with half a JSON',
			(response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"endpoint":"ws'),
		],
		...[
			null,
			[],
			'text',
			7,
			{ endpoint: {}, ticket: 't' },
			{ endpoint: 'https://127.0.0.1', ticket: 't' },
			{ endpoint: 'ws://', ticket: 't' },
			{ endpoint: 'ws://exa mple', ticket: 't' },
			{ endpoint: 'ws://127.0.0.1:1/', ticket: 't' },
		].map((body): [string, OpenAnswer] => [`200 with ${JSON.stringify(body)}`, json(200, body)]),
		['an answer that never comes', () => {}],
		[
			'an answer that drips',
			(response) => {
				response.writeHead(200, { 'content-type': 'application/json' });
				const dripping = setInterval(() => response.write(' '), 50);
				response.on('close', () => clearInterval(dripping));
			},
		],
		['a connection cut', (response) => void response.socket?.destroy()],
		['an answer that is no HTTP', (response) => void response.socket?.end('nonsense\r\n\r\n')],
	];

	test.each(answers)('%s: away, no failure, and well again afterwards', async (_, answer) => {
		gateway.open = answer;
		const session = start();
		await session.session.started;
		await until(() => gateway.opens.length > 1);
		expect(session.states).toEqual(['away']);
		gateway.open = welcome();
		await works(session);
		expect(session.states).toEqual(['away', 'online']);
	});

	test('a redirection is not followed: it would carry the secret to somebody else', async () => {
		const other = await NastyGateway.listen();
		gateway.open = (response) =>
			void response.writeHead(307, { location: `${other.url}/v1.0/gateway/connections/open` }).end();
		const session = start();
		await session.session.started;
		await until(() => gateway.opens.length > 1);
		expect([other.opens.length, session.states]).toEqual([0, ['away']]);
		await other.close();
	});

	test.each([
		['/connect', '/connect?ticket=a%2B%2F%3D%26b%23c%3Fd%20e'],
		['/connect?region=cn', '/connect?region=cn&ticket=a%2B%2F%3D%26b%23c%3Fd%20e'],
	])('endpoint %s is dialled as %s', async (path, target) => {
		gateway.open = welcome(`ws://127.0.0.1:${gateway.port}${path}`);
		await works(start());
		expect(gateway.dialled).toEqual([target]);
	});

	test.each([401, 403, 400])('refused with %d and a code: the start fails, and nothing is left', async (status) => {
		gateway.open = json(status, error('invalidClientIdOrSecret'));
		const { session, clock } = start();
		await expect(session.started).rejects.toMatchObject({
			refused: true,
			code: 'invalidClientIdOrSecret',
			requestId: 'r',
		});
		expect([gateway.opens.length, clock.timers]).toEqual([1, 0]);
	});
});
