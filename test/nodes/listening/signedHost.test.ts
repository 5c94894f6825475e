/** n8n 1 signs the address of a waiting execution with its host, wherever it is called from. */
import { request } from 'undici';
import { clock } from '../../../nodes/listening/clock';
import type { HttpRequest } from '../../../nodes/listening/gatewayPost';
import { readTicket, ticketFor } from '../../../nodes/listening/ticket';
import { bring } from '../../../nodes/listening/waitingExecution';
import { type FileServer, fileServer } from '../../support/fileServer';

const NODE = '0f8c1c52-5f3e-4f0a-9d52-0a3c4a4f6c11';
const ticket = readTicket(
	ticketFor(`https://n8n.example.com/webhook-waiting/7/${NODE}?signature=${'ab'.repeat(32)}`, 1) ?? '',
);
const click = { outTrackId: 'o', userId: 'zhangsan', actionIds: ['agree'], params: {} };

const httpRequest: HttpRequest = async ({ url, body, headers }) => {
	const given = { method: 'POST', body: String(body), headers: headers as Record<string, string> } as const;
	const answer = await request(url, given);
	return { statusCode: answer.statusCode, body: await answer.body.text() };
};

let n8n: FileServer;
afterEach(async () => await n8n.close());

/** Brings a click to an n8n that answers so. @returns what came of it, and the hosts that it was asked as */
async function ask(answer: (host?: string) => [number, object], host?: string) {
	n8n = await fileServer({
		[`/webhook-waiting/7/${NODE}`]: ({ headers }, response) => {
			const [status, body] = answer(headers.host);
			response.writeHead(status).end(JSON.stringify(body));
		},
	});
	if (!ticket) throw new Error('no ticket');
	const road = { bases: [`${n8n.origin}/webhook-waiting`], host, httpRequest, clientSecret: 's', clock };
	const { decided } = await bring(click, ticket, road);
	return { decided, hosts: n8n.requests.map(({ headers }) => headers.host) };
}

const own = () => new URL(n8n.origin).host;

test('where the inner address is refused, n8n is asked as its public one', async () => {
	const isSigned = (host?: string) => host === 'n8n.example.com';
	const { decided, hosts } = await ask(
		(host) => (isSigned(host) ? [200, { decided: true }] : [401, { error: 'Invalid token' }]),
		'n8n.example.com',
	);
	expect({ decided, hosts }).toEqual({ decided: true, hosts: [own(), 'n8n.example.com'] });
});

test.each<[string, [number, object], string | undefined]>([
	['taken at once', [200, { decided: true }], 'n8n.example.com'],
	['refused by the node', [401, { decided: false }], 'n8n.example.com'],
	['refused, and no other host is known', [401, { error: 'Invalid token' }], undefined],
])('an answer that is %s is not asked for again', async (_, answer, host) => {
	expect((await ask(() => answer, host)).hosts).toEqual([own()]);
});
