import { createHash } from 'node:crypto';
import { isObject } from './json';
import { isPlainValue, pasted } from './pasted';

/** What `POST /v1.0/oauth2/accessToken` answers, with the moment (epoch ms) until which it may be used. */
export interface Token {
	accessToken: string;
	expiresAt: number;
}

/** Path and body of the call that gets an app's token; valid on both hosts. https://open.dingtalk.com/document/development/obtain-the-access-token-of-an-internal-app */
export const tokenRequest = (clientId: string, clientSecret: string) => ({
	path: '/v1.0/oauth2/accessToken',
	body: { appKey: pasted(clientId), appSecret: pasted(clientSecret) },
});

/** DingTalk's tokens live 7,200 s; asking while one is valid returns the same token and renews it. https://open.dingtalk.com/document/development/obtain-the-access-token-of-an-internal-app */
const DEFAULT_LIFE_S = 7200;

/** A token is renewed this long before its end, so that none dies on its way to DingTalk. */
export const RENEW_BEFORE_MS = 5 * 60 * 1000;

/** Reads the token answer; `undefined` when there is no token in it. Other token routes of DingTalk spell it in the second way, and so may a host of one's own. */
export function readToken(answer: unknown, now: number): Token | undefined {
	const fields = isObject(answer) ? answer : {};
	const accessToken = fields.accessToken ?? fields.access_token;
	const expireIn = fields.expireIn ?? fields.expires_in;
	if (typeof accessToken !== 'string' || accessToken === '') return undefined;
	const life = Number(expireIn);
	return { accessToken, expiresAt: now + (Number.isFinite(life) && life > 0 ? life : DEFAULT_LIFE_S) * 1000 };
}

/** The app that a credential's token belongs to. n8n keeps the old token when somebody edits the credential; it must not be used for the new app. */
export const tokenOwner = ({
	apiHost,
	clientId,
	clientSecret,
}: {
	apiHost?: unknown;
	clientId?: unknown;
	clientSecret?: unknown;
}): string => createHash('sha256').update([apiHost, clientId, clientSecret].join('\n')).digest('hex').slice(0, 16);

/** What of a credential tells whether its token may be used. */
interface Stored {
	accessToken?: unknown;
	expiresAt?: unknown;
	tokenOwner?: unknown;
	apiHost?: unknown;
	clientId?: unknown;
	clientSecret?: unknown;
}

/** Whether the token is missing, another app's, or should be renewed before its next use. */
export const isStale = (stored: Stored, now: number): boolean => {
	if (typeof stored.accessToken !== 'string' || stored.accessToken === '') return true;
	if (stored.tokenOwner && stored.tokenOwner !== tokenOwner(stored)) return true;
	const expiresAt = Number(stored.expiresAt);
	return Number.isFinite(expiresAt) && expiresAt > 0 && now >= expiresAt;
};

/** Moment (epoch ms) from which a token fetched at `fetchedAt` counts as expired: five minutes, or a tenth of its life, early. */
export const usableUntil = ({ expiresAt }: Token, fetchedAt: number): number =>
	expiresAt - Math.min(RENEW_BEFORE_MS, (expiresAt - fetchedAt) / 10);

/** Where a group robot's webhook points: a full URL keeps its own host, a bare token goes to `host`. `undefined`: neither. */
export function readWebhook(webhook: string, host: string): { url: string; token: string } | undefined {
	const text = pasted(webhook);
	if (!/^https?:\/\//i.test(text)) {
		const bare = text.replace(/^\??access_token=/, '');
		return isPlainValue(bare) && !/[&?]/.test(bare) ? { url: `${host}/robot/send`, token: bare } : undefined;
	}
	if (!URL.canParse(text)) return undefined;
	const parsed = new URL(text);
	const token = pasted(parsed.searchParams.get('access_token'));
	return isPlainValue(token) ? { url: `${parsed.origin}${parsed.pathname}`, token } : undefined;
}
