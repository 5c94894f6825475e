import { createHash } from 'crypto';
import { readWebhook } from '../protocol/auth';
import { DingTalkError } from '../protocol/errors';
import { hostsOf, hostUrl, isDingTalkHost, publicHosts, urlWithin } from '../protocol/hosts';
import type { Rate } from '../protocol/pace';
import type { Compiled } from '../protocol/request';
import type { Session } from './transport';

/** A group robot may send 20 messages a minute; more blocks it for ten. https://open.dingtalk.com/document/development/custom-robots-send-group-messages */
const ROBOT_RATE: Rate = { calls: 20, perMs: 60_000 };

/** A failure before anything was sent, in our own words; `code` is the key of its hint. */
const notSent = (code: string, message: string): DingTalkError =>
	new DingTalkError({ code, kind: 'refused', ours: true, message });

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Where a request goes: a group robot has one URL, everything else one of the two hosts, which no path may leave. */
export function urlFor({ type, data }: Session, { host, path }: Compiled): string {
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

/** The URL that a message brought for its answer, when it is DingTalk's or one of the credential's hosts. */
export function sessionWebhook({ data }: Session, url: string): string {
	const own = Object.values(hostsOf(data)).filter((host) => URL.canParse(host));
	if (isDingTalkHost(url) || own.some((host) => urlWithin(new URL(host).origin, url))) return new URL(url).href;
	throw notSent('host', 'the session webhook does not point at DingTalk');
}

/** What is refused because the session is over: 300001 "session 不存在", as robots have recorded it. For others that code is a robot's wrong token. */
export function sessionError(error: unknown): unknown {
	if (!(error instanceof DingTalkError) || error.kind !== 'refused' || !/\bsession/i.test(error.message)) return error;
	return new DingTalkError({ ...error.facts, hint: 'sessionEnded' });
}

/** Whom a request shares its pace with, and how fast that is. `callsPerSecond`: 0 = no pacing until DingTalk refuses. */
export function paceFor(
	{ type, data }: Session,
	request: Compiled,
	callsPerSecond: number,
): { key: string; rate: Rate } {
	const unpaced = callsPerSecond === 0;
	if (type === 'dingTalkRobotApi')
		return { key: hashed(String(data.webhook)), rate: unpaced ? { ...ROBOT_RATE, calls: Infinity } : ROBOT_RATE };
	return {
		key: [data.apiHost, data.clientId, request.method, request.api].join(' '),
		rate: { calls: unpaced ? Infinity : callsPerSecond, perMs: 1000 },
	};
}

/** The pace of the answers to one session webhook. */
export const paceOfWebhook = (url: string): { key: string; rate: Rate } => ({
	key: hashed(url),
	rate: { calls: Infinity, perMs: 1000 },
});

/** The request with another token than the app's, where each API takes it; '' sends none. */
export function withOwnToken(request: Compiled, token: string): Compiled {
	if (token === '') return request;
	return request.host === 'api'
		? { ...request, headers: { ...request.headers, 'x-acs-dingtalk-access-token': token } }
		: { ...request, query: { ...request.query, access_token: token } };
}
