import { hostOf, type HostName } from './request';

/** DingTalk's public hosts; private deployments and proxies have their own. */
export const publicHosts: Record<HostName, string> = {
	api: 'https://api.dingtalk.com',
	oapi: 'https://oapi.dingtalk.com',
};

/** The text without the slashes at its end. No regex: `/\/+$/` takes the square of their number where something follows them. */
export function withoutEndSlashes(text: string): string {
	let end = text.length;
	while (text.charAt(end - 1) === '/') end--;
	return text.slice(0, end);
}

/** A host as typed by a person → origin without trailing slash; empty → the public one. */
export const hostUrl = (typed: unknown, fallback: string): string => {
	const text = withoutEndSlashes(String(typed ?? '').trim());
	if (text === '') return fallback;
	return /^https?:\/\//i.test(text) ? text : `https://${text}`;
};

/** Both hosts of a `dingTalkApi` credential. */
export const hostsOf = (credential: { apiHost?: unknown; legacyHost?: unknown }): Record<HostName, string> => ({
	api: hostUrl(credential.apiHost, publicHosts.api),
	oapi: hostUrl(credential.legacyHost, publicHosts.oapi),
});

/** Origins that a credential names as its own: its two hosts, and those on which a private deployment keeps files. They may be internal. */
export const ownOrigins = (credential: { apiHost?: unknown; legacyHost?: unknown; fileHosts?: unknown }): string[] => [
	...Object.values(hostsOf(credential)),
	...String(credential.fileHosts ?? '')
		.split(/[,，;；\s]+/)
		.filter((host) => host !== '')
		.map((host) => hostUrl(host, '')),
];

/**
 * A request's URL: HTTP helpers name it `url` or `uri`, whole or behind a base. A path that holds anything like a scheme or a host is taken for a whole URL.
 * The helpers join a base in different ways, so send what this gives (`pinned`), not what it was made of.
 */
export function urlOf({ url, uri, baseURL }: { url?: string; uri?: string; baseURL?: string }): string {
	const given = url || uri || '';
	const whole = !baseURL || /^\s*([a-z][a-z\d+.-]*:|[/\\]{2})/i.test(given);
	return whole ? given : `${withoutEndSlashes(baseURL)}/${given.replace(/^\/+/, '')}`;
}

/** The same request to this one URL, whatever the helper would have made of its parts. */
export const pinned = <R extends object>(request: R, url: URL) => ({
	...request,
	url: url.href,
	uri: undefined,
	baseURL: undefined,
});

/** Set on a request so that no redirect is followed, in the words of every HTTP helper of n8n: a redirect could carry the token to another host, and DingTalk's API never redirects. */
export const NO_REDIRECT = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false } as const;

/**
 * The URL as every HTTP client will read it (WHATWG: backslashes are slashes, tabs vanish, `..` climbs, `https:/x` is `https://x`),
 * when it stays on the origin of `base` and in its folder; `undefined` when it leaves, has a user name, or is no URL.
 * Send its `href` and nothing else, so that what was compared is what goes out.
 */
export function urlWithin(base: string, url: string): URL | undefined {
	if (!URL.canParse(base) || !URL.canParse(url)) return undefined;
	const parsed = new URL(url);
	const folder = folderOf(base);
	const { origin, pathname, username, password } = parsed;
	const stays =
		origin === new URL(base).origin &&
		username + password === '' &&
		(folder === '' || pathname === folder || pathname.startsWith(`${folder}/`));
	return stays ? parsed : undefined;
}

/** The path under which a host stands, `/ding` of `https://gate.example/ding/`; mostly ''. */
const folderOf = (base: string): string => withoutEndSlashes(new URL(base).pathname);

/** What a URL has behind this host, when it belongs to it: `/v1.0/…?a=b`. */
export function pathBehind(base: string, url: string): string | undefined {
	const within = urlWithin(base, url);
	return within && `${within.pathname.slice(folderOf(base).length)}${within.search}`;
}

/** Which configured host a URL belongs to; `undefined`: neither, so no token may go there. */
export function hostNameOf(url: string, hosts: Record<HostName, string>): HostName | undefined {
	const candidates = (['api', 'oapi'] as const).filter((name) => urlWithin(hosts[name], url) !== undefined);
	// One proxy may serve both APIs: then the version in the path tells which dialect it is.
	return candidates.length < 2 ? candidates[0] : hostOf(pathBehind(hosts.api, url) ?? '');
}

/** Hosts a received `sessionWebhook` may point at besides the configured ones. */
export const isDingTalkHost = (url: string): boolean => {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname, port, username, password } = new URL(url);
	return protocol === 'https:' && /(^|\.)dingtalk\.(com|io)$/.test(hostname) && port + username + password === '';
};
