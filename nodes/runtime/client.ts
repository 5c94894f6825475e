import { createHash } from 'crypto';
import { sleep, type IAllExecuteFunctions } from 'n8n-workflow';
import { readWebhook } from '../protocol/auth';
import { DingTalkError, errorIn } from '../protocol/errors';
import { hostsOf, hostUrl, isDingTalkHost, publicHosts, urlWithin } from '../protocol/hosts';
import type { Rate } from '../protocol/pace';
import type { Compiled, HostName } from '../protocol/request';
import { withRetry } from '../protocol/retry';
import type { Json } from '../protocol/json';
import { paced } from './paces';
import { withToken, type Turn } from './token';
import { transport, type Session } from './transport';

/** Calls a second for one app and API: 20 on the standard edition, up to 60 with a purchase pack. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server */
export const DEFAULT_CALLS_PER_SECOND = 20;
/** A group robot may send 20 messages a minute; more blocks it for ten. https://open.dingtalk.com/document/development/custom-robots-send-group-messages */
const ROBOT_RATE: Rate = { calls: 20, perMs: 60_000 };

export interface ClientOptions {
	/** Calls a second per API; 0 = no pacing. */
	callsPerSecond?: number;
	cancelled?: () => boolean;
}

export interface SendOptions {
	/** Whether a second identical call does no harm; a GET never does. */
	safe?: boolean;
	/** Another token than the app's, for operations that work for a signed-in person; `''` sends none. */
	token?: string;
}

export interface Client {
	/** One call, paced, with token, retried where that is safe. The answer's body; throws `DingTalkError`. */
	send: (request: Compiled, options?: SendOptions) => Promise<Json>;
	/** POST without a token to a full URL that DingTalk handed out. */
	post: (url: string, body: Json) => Promise<Json>;
	/** Waits so many milliseconds; throws when the execution was cancelled. */
	pause: (ms: number) => Promise<void>;
	/** Whether the execution was cancelled. */
	cancelled: () => boolean;
	/** The credential's fields (never its token). */
	credential: Readonly<Record<string, unknown>>;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Nearly every answer is an object; a bare list or value becomes one. */
const asJson = (value: unknown): Json => (isJson(value) ? value : { result: value });

/** A failure before anything was sent, in our own words; `code` is the key of its hint. */
const notSent = (code: string, message: string): DingTalkError =>
	new DingTalkError({ code, kind: 'refused', ours: true, message });

/** Where a request goes: a group robot has one URL, everything else one of the two hosts, which no path may leave. */
function urlFor({ type, data }: Session, { host, path }: Compiled): string {
	if (type === 'dingTalkApi') {
		const base = hostsOf(data)[host];
		const url = urlWithin(base, `${base}${path}`);
		if (url) return url.href;
		throw notSent('host', `the path ${path.slice(0, 200)} leads away from ${base}, so nothing was sent`);
	}
	const webhook = readWebhook(String(data.webhook ?? ''), hostUrl(data.host, publicHosts.oapi));
	if (webhook) return webhook.url;
	throw notSent(
		'webhook',
		'the webhook of the DingTalk Group Robot credential is neither a URL with access_token nor a token',
	);
}

function paceFor(
	{ type, data }: Session,
	request: Compiled,
	callsPerSecond: number,
): { key: string; rate: Rate | undefined } {
	if (type === 'dingTalkRobotApi')
		return {
			key: createHash('sha256').update(String(data.webhook)).digest('hex'),
			rate: callsPerSecond === 0 ? undefined : ROBOT_RATE,
		};
	const key = [data.apiHost, data.clientId, request.method, request.api].join(' ');
	return { key, rate: callsPerSecond > 0 ? { calls: callsPerSecond, perMs: 1000 } : undefined };
}

/** The token where each API takes it. */
const withOwnToken = (request: Compiled, token: string): Compiled =>
	request.host === 'api'
		? { ...request, headers: { ...request.headers, 'x-acs-dingtalk-access-token': token } }
		: { ...request, query: { ...request.query, access_token: token } };

const isOwnHost = (url: string, hosts: Record<HostName, string>) =>
	Object.values(hosts).some((host) => URL.canParse(host) && urlWithin(new URL(host).origin, url) !== undefined);

/** Composes the road to DingTalk for one execution: retry( token( pace( transport ))) and error reading. */
export async function createClient(
	context: IAllExecuteFunctions,
	type: Session['type'],
	options: ClientOptions = {},
): Promise<Client> {
	const session: Session = { type, data: await context.getCredentials(type) };
	const callsPerSecond = options.callsPerSecond ?? DEFAULT_CALLS_PER_SECOND;
	const policy = { sleep, random: Math.random, cancelled: options.cancelled };

	const once = async (request: Compiled, token: string | undefined): Promise<Json> => {
		const { key, rate } = paceFor(session, request, callsPerSecond);
		const url = urlFor(session, request);
		const turn: Turn = async (call) =>
			await paced(key, rate, async () => {
				if (options.cancelled?.()) throw notSent('cancelled', 'the execution was cancelled before this call');
				return await call();
			});
		const answer =
			token !== undefined
				? await turn(
						async () => await transport(context, undefined, url, token === '' ? request : withOwnToken(request, token)),
					)
				: await withToken(session, turn, async (data) => await transport(context, { ...session, data }, url, request));
		const error = errorIn(answer);
		if (error) throw error;
		return asJson(answer.body);
	};

	const cancelled = () => options.cancelled?.() === true;
	return {
		credential: session.data,
		cancelled,
		pause: async (ms) => {
			await sleep(ms);
			if (cancelled())
				throw new DingTalkError({
					code: 'cancelled',
					kind: 'refused',
					ours: true,
					message: 'the execution was cancelled',
				});
		},
		send: async (request, { safe = request.method === 'GET', token } = {}) =>
			await withRetry(async () => await once(request, token), { ...policy, safe }),
		post: async (url, body) => {
			if (!isDingTalkHost(url) && !isOwnHost(url, hostsOf(session.data)))
				throw notSent('host', 'the session webhook does not point at DingTalk');
			const request: Compiled = {
				method: 'POST',
				host: 'oapi',
				path: '',
				api: 'sessionWebhook',
				query: {},
				headers: {},
				body,
			};
			return await withRetry(
				async () => {
					const answer = await transport(context, undefined, new URL(url).href, request);
					const error = errorIn(answer);
					if (error) throw error;
					return asJson(answer.body);
				},
				{ ...policy, safe: false },
			);
		},
	};
}
