import type { Post } from './ports';

/** One thing to receive: all events (topic `*`), or one callback topic. */
export interface Subscription {
	readonly type: 'EVENT' | 'CALLBACK';
	readonly topic: string;
}

export interface App {
	/** API host without a trailing slash, for example https://api.dingtalk.com */
	readonly host: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

/**
 * The gateway would not open a connection. `refused`: it does not accept this app (wrong
 * credentials, missing permission), so that trying again is of no use; otherwise it is away.
 */
export class GatewayError extends Error {
	constructor(
		message: string,
		readonly refused: boolean,
		readonly code = '',
		readonly requestId = '',
		options?: ErrorOptions,
	) {
		super(message, options);
		this.name = 'GatewayError';
	}
}

const OPEN_PATH = '/v1.0/gateway/connections/open';

/** The statuses that say "not you". Throttling also comes as 403, told by its code. */
const REFUSALS = new Set([400, 401, 403]);
const THROTTLED = /qps|throttl|flow|limit|frequen/i;

const textIn = (body: unknown, ...names: string[]): string => {
	const record = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
	for (const name of names) {
		const value = record[name];
		if (typeof value === 'string' || typeof value === 'number') return String(value);
	}
	return '';
};

/** So much of what the gateway says goes into an error and into the log. */
const LONGEST = 300;

/** What the gateway says, without the secret, which an answer may repeat, and in one line. */
const said = (text: string, { clientSecret }: App): string =>
	(clientSecret === '' ? text : text.split(clientSecret).join('***')).replace(/[\p{Cc}\s]+/gu, ' ').slice(0, LONGEST);

/** Rejects when the signal fires, for a post that does not heed it. */
const whenAborted = async (signal: AbortSignal): Promise<never> =>
	await new Promise((_, reject) =>
		signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true }),
	);

/**
 * Asks the gateway for a socket to dial and returns its URL, good for one connection. No access
 * token is needed. Throws a GatewayError.
 */
export async function openGateway(
	post: Post,
	app: App,
	subscriptions: readonly Subscription[],
	signal: AbortSignal,
): Promise<string> {
	const { host, clientId, clientSecret } = app;
	const request = { clientId, clientSecret, subscriptions, ua: 'n8n-nodes-dingtalk-suite' };
	const answer = Promise.race([post(`${host}${OPEN_PATH}`, request, signal), whenAborted(signal)]);
	const { status, body } = await answer.catch((cause: unknown) => {
		throw new GatewayError("DingTalk's Stream gateway cannot be reached", false, '', '', { cause });
	});

	const code = said(textIn(body, 'code', 'errcode'), app);
	const message = said(textIn(body, 'message', 'errmsg'), app);
	const requestId = said(textIn(body, 'requestid', 'requestId', 'request_id'), app);
	if (status < 200 || status > 299) {
		const reason = message || code || `HTTP ${status}`;
		// Without a code it is no answer of the gateway but of a proxy, or of the guard that blocks an address for a while.
		const refused = REFUSALS.has(status) && code !== '' && !THROTTLED.test(code);
		const sentence = `DingTalk's Stream gateway ${refused ? 'refused this app' : 'is not available'}: ${reason}`;
		throw new GatewayError(sentence, refused, code || `HTTP ${status}`, requestId);
	}
	const endpoint = textIn(body, 'endpoint').trim();
	const ticket = textIn(body, 'ticket');
	if (!/^wss?:\/\//i.test(endpoint) || !URL.canParse(endpoint) || ticket === '') {
		const reason = message || code;
		throw new GatewayError(
			`DingTalk's Stream gateway answered without an endpoint and ticket${reason && `: ${reason}`}`,
			false,
			code,
			requestId,
		);
	}
	if (/^https:/i.test(host) && !/^wss:/i.test(endpoint)) {
		throw new GatewayError(
			"DingTalk's Stream gateway answered with an endpoint that is not encrypted (ws://): it is not used",
			false,
			code,
			requestId,
		);
	}
	// The ticket may hold characters of base64, so it is encoded (as the Python SDK does).
	const [address = ''] = endpoint.split('#');
	return `${address}${address.includes('?') ? '&' : '?'}ticket=${encodeURIComponent(ticket)}`;
}
