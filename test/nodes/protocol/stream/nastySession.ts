import { HookContext } from 'n8n-core';
import { WebSocket as PlatformSocket } from 'undici';

import { gatewayPost } from '../../../../nodes/listening/gatewayPost';
import type { Delivery } from '../../../../nodes/protocol/stream/connection';
import { eventAnswer } from '../../../../nodes/protocol/stream/frames';
import { type Session, startSession } from '../../../../nodes/protocol/stream/session';
import { until } from '../../../support/until';
import { NastyGateway, createFastClock } from './nastyGateway';
import { event } from './simulation';

/*
 * A session on real sockets (undici's, as in Node.js) and n8n's own HTTP against a gateway that does
 * everything wrong. Time runs 40 times as fast. Jest fails a test for a promise that rejects unheard.
 */
const FACTOR = 40;
const httpRequest = new HookContext({} as never, {} as never, {} as never, 'trigger', 'activate').helpers.httpRequest;

/** The gateway of the test that runs. */
export let gateway: NastyGateway;
let sessions: Session[] = [];

beforeEach(async () => {
	gateway = await NastyGateway.listen();
});
afterEach(async () => {
	await Promise.all(sessions.map(async (session) => await session.close()));
	sessions = [];
	expect(gateway.mostAtOnce).toBeLessThanOrEqual(1);
	await gateway.close();
});

/** A session that takes everything at once. */
export function start(subscriptions = [{ type: 'EVENT', topic: '*' }] as const) {
	const clock = createFastClock(FACTOR);
	const deliveries: Delivery[] = [];
	const states: string[] = [];
	/** Ids of what could not be read. */
	const unread: string[] = [];
	const ports = {
		clock,
		random: () => 0,
		dial: (url: string) => new PlatformSocket(url),
		post: gatewayPost(httpRequest),
	};
	const session = startSession(
		ports,
		{ host: gateway.url, clientId: 'id', clientSecret: 'secret' },
		() => subscriptions,
		{
			delivery: (delivery) => {
				deliveries.push(delivery);
				delivery.ack(eventAnswer('SUCCESS'));
			},
			state: ({ name }) => states.push(name),
			unread: (messageId) => unread.push(messageId),
		},
	);
	sessions.push(session);
	return { clock, deliveries, states, unread, session };
}

export const idsOf = (deliveries: Delivery[]) => deliveries.map(({ frame: { headers } }) => headers.eventId);

/** The session is well: what is sent now arrives and is answered. */
export async function works({ deliveries, states }: ReturnType<typeof start>) {
	await until(() => states.at(-1) === 'online' && gateway.live.length > 0);
	const id = `well ${gateway.sockets.length}`;
	const sent = event(id);
	gateway.send(gateway.live[gateway.live.length - 1], sent);
	await until(() => gateway.answers.some(({ headers }) => headers.messageId === sent.headers.messageId));
	expect(idsOf(deliveries)).toContain(id);
}
