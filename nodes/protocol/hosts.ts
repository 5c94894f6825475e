import { hostOf, type HostName } from './request';

/** DingTalk's public hosts; private deployments and proxies have their own. */
export const publicHosts: Record<HostName, string> = {
	api: 'https://api.dingtalk.com',
	oapi: 'https://oapi.dingtalk.com',
};

/** A host as typed by a person → origin without trailing slash; empty → the public one. */
export const hostUrl = (typed: unknown, fallback: string): string => {
	const text = String(typed ?? '')
		.trim()
		.replace(/\/+$/, '');
	if (text === '') return fallback;
	return /^https?:\/\//i.test(text) ? text : `https://${text}`;
};

/** Both hosts of a `dingTalkApi` credential. */
export const hostsOf = (credential: { apiHost?: unknown; legacyHost?: unknown }): Record<HostName, string> => ({
	api: hostUrl(credential.apiHost, publicHosts.api),
	oapi: hostUrl(credential.legacyHost, publicHosts.oapi),
});

/** A request's URL: HTTP helpers name it `url` or `uri`, whole or behind a base. */
export function urlOf({ url, uri, baseURL }: { url?: string; uri?: string; baseURL?: string }): string {
	const given = url || uri || '';
	return baseURL && !/^https?:/i.test(given) ? `${baseURL.replace(/\/+$/, '')}/${given.replace(/^\/+/, '')}` : given;
}

/** Set on a request so that no redirect is followed, in the words of every HTTP helper of n8n: a redirect could carry the token to another host, and DingTalk's API never redirects. */
export const NO_REDIRECT = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false } as const;

/** What a URL has behind this host (and its path, if any), when it belongs to it: `/v1.0/…`. */
function pathBehind(base: string, url: URL): string | undefined {
	if (!URL.canParse(base)) return undefined;
	const { origin, pathname } = new URL(base);
	const folder = pathname.replace(/\/+$/, '');
	const belongs =
		origin === url.origin && (folder === '' || url.pathname === folder || url.pathname.startsWith(`${folder}/`));
	return belongs ? url.pathname.slice(folder.length) : undefined;
}

/** Which configured host a URL belongs to; `undefined`: neither, so no token may go there. */
export function hostNameOf(url: string, hosts: Record<HostName, string>): HostName | undefined {
	if (!URL.canParse(url)) return undefined;
	const parsed = new URL(url);
	const candidates = (['api', 'oapi'] as const).filter((name) => pathBehind(hosts[name], parsed) !== undefined);
	// One proxy may serve both APIs: then the version in the path tells which dialect it is.
	return candidates.length < 2 ? candidates[0] : hostOf(pathBehind(hosts.api, parsed) ?? '');
}

/** Hosts a received `sessionWebhook` may point at besides the configured ones. */
export const isDingTalkHost = (url: string): boolean => {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	return protocol === 'https:' && /(^|\.)dingtalk\.(com|io)$/.test(hostname);
};
