import type { App } from '../protocol/stream/gateway';
import { clock } from './clock';
import { type HttpRequest, gatewayPost } from './gatewayPost';
import { hub } from './hub';
import type { Leave, Listener } from './listener';
import { socketDial } from './socketDial';

/** A listener and the app that it listens to; `httpRequest` is n8n's helper of that name. */
export type Listening = Listener & { readonly app: App; readonly httpRequest: HttpRequest };

/**
 * Listens to an app's Stream connection, which all listeners of this process share, until the
 * returned function is called. Throws a GatewayError when the gateway refuses the app, and an Error
 * where this Node.js has no WebSocket. A gateway that is away is tried again until it is back.
 *
 *   const leave = await subscribe({ app, httpRequest, topics, isTest: false, wants, take, state, stop });
 */
export async function subscribe({ app, httpRequest, ...listener }: Listening): Promise<Leave> {
	const ports = { clock, random: Math.random, dial: await socketDial(), post: gatewayPost(httpRequest) };
	return await hub.join(app, listener, ports);
}
