import type { IAllExecuteFunctions } from 'n8n-workflow';
import { errorIn, type Answer } from '../protocol/errors';
import { isObject, type Json } from '../protocol/json';
import type { Rate, Work } from '../protocol/pace';
import type { Compiled } from '../protocol/request';
import { withRetry } from '../protocol/retry';
import { paceFor, paceOfWebhook, sessionError, sessionWebhook, urlFor, withOwnToken } from './destination';
import { paceOf } from './paces';
import { pause } from './pause';
import { tokensOf } from './token';
import { fetchToken, transport, type Session } from './transport';

/** Calls a second for one app and API: 20 on the standard edition, up to 60 with a purchase pack. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server */
export const DEFAULT_CALLS_PER_SECOND = 20;

export interface ClientOptions {
	/** Calls a second per API; 0 = no pacing until DingTalk refuses. */
	callsPerSecond?: number;
	/** Aborted when the execution is cancelled: ends every call and every wait, with a `DingTalkError` of the code `cancelled`. */
	signal?: AbortSignal;
	/** Told when a call goes out (1) and when its answer is there (-1). */
	underWay?: (change: 1 | -1) => void;
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
	/** Waits so many milliseconds; throws within half a second when the execution is cancelled. */
	pause: (ms: number) => Promise<void>;
	/** Whether the execution was cancelled. */
	cancelled: () => boolean;
	/** The credential's fields (never its token). */
	credential: Readonly<Record<string, unknown>>;
	/** Values of the form's password fields: no error shows them. */
	passwords: Set<string>;
}

/** Nearly every answer is an object; a bare list or value becomes one. */
const asJson = (value: unknown): Json => (isObject(value) ? value : { result: value });

/** Composes the road to DingTalk for one execution: retry( pace( token( transport ))) and error reading. */
export async function createClient(
	context: IAllExecuteFunctions,
	type: Session['type'],
	{ callsPerSecond = DEFAULT_CALLS_PER_SECOND, signal, underWay }: ClientOptions = {},
): Promise<Client> {
	const session: Session = { type, data: await context.getCredentials(type) };
	const tokens =
		type === 'dingTalkApi' ? tokensOf(session, async (fresh) => await fetchToken(context, fresh)) : undefined;
	const policy = { sleep: async (ms: number) => await pause(ms, signal), random: Math.random };

	/** The call itself, once its turn has come. */
	const call = (exchange: () => Promise<Answer>) => async (): Promise<Json> => {
		underWay?.(1);
		const answer = await exchange().finally(() => underWay?.(-1));
		const error = errorIn(answer);
		if (error) throw error;
		return asJson(answer.body);
	};
	const paced = async ({ key, rate }: { key: string; rate: Rate }, work: Work<Json>) =>
		await paceOf(key).run(rate, { ...work, signal });

	const once = async (request: Compiled, own: string | undefined): Promise<Json> => {
		const url = urlFor(session, request);
		const pace = paceFor(session, request, callsPerSecond);
		if (own !== undefined) {
			const signed = withOwnToken(request, own);
			return await paced(pace, { call: call(async () => await transport(context, undefined, url, signed, signal)) });
		}
		const token = tokens?.();
		const send = async () => {
			const data = token?.data() ?? session.data;
			return await transport(context, { ...session, data }, url, request, signal);
		};
		return await paced(pace, { ready: token?.ready, again: token?.again, call: call(send) });
	};

	return {
		credential: session.data,
		passwords: new Set(),
		pause: policy.sleep,
		cancelled: () => signal?.aborted === true,
		send: async (request, { safe = request.method === 'GET', token } = {}) =>
			await withRetry(async () => await once(request, token), { ...policy, safe }),
		post: async (url, body) => {
			const target = sessionWebhook(session, url);
			const request: Compiled = { method: 'POST', host: 'oapi', path: '', api: '', query: {}, headers: {}, body };
			const send = call(async () => await transport(context, undefined, target, request, signal));
			return await withRetry(async () => await paced(paceOfWebhook(target), { call: send }), {
				...policy,
				safe: false,
			}).catch(async (error: unknown) => await Promise.reject(sessionError(error)));
		},
	};
}
