import type { HostName } from './request';

/** DingTalk's public hosts; private deployments and proxies have their own. */
export const publicHosts: Record<HostName, string> = {
	api: 'https://api.dingtalk.com',
	oapi: 'https://oapi.dingtalk.com',
};

/** A host as typed by a person → origin without trailing slash; empty → the public one. */
export const hostUrl = (typed: unknown, fallback: string): string => {
	const text = String(typed ?? '').trim().replace(/\/+$/, '');
	if (text === '') return fallback;
	return /^https?:\/\//i.test(text) ? text : `https://${text}`;
};

/** Both hosts of a `dingTalkApi` credential. */
export const hostsOf = (credential: { apiHost?: unknown; legacyHost?: unknown }): Record<HostName, string> => ({
	api: hostUrl(credential.apiHost, publicHosts.api),
	oapi: hostUrl(credential.legacyHost, publicHosts.oapi),
});

/** Which configured host a URL belongs to; `undefined`: neither, so no token may go there. */
export function hostNameOf(url: string, hosts: Record<HostName, string>): HostName | undefined {
	if (!URL.canParse(url)) return undefined;
	const { origin, pathname } = new URL(url);
	const matches = (base: string) => {
		if (!URL.canParse(base)) return false;
		const home = new URL(base);
		const folder = home.pathname.replace(/\/+$/, '');
		return home.origin === origin && (folder === '' || pathname === folder || pathname.startsWith(`${folder}/`));
	};
	const candidates = (['api', 'oapi'] as const).filter((name) => matches(hosts[name]));
	if (candidates.length < 2) return candidates[0];
	// One proxy may serve both APIs: then the version in the path tells which dialect it is.
	return /\/v\d+\.\d+\//.test(pathname) ? 'api' : 'oapi';
}

/** Hosts a received `sessionWebhook` may point at besides the configured ones. */
export const isDingTalkHost = (url: string): boolean => {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	return protocol === 'https:' && /(^|\.)dingtalk\.(com|io)$/.test(hostname);
};
