/**
 * Which URLs a server may fetch on a stranger's word: a file's address comes out of an answer, a message or a redirect, and must not
 * reach what only the server itself can see (its own ports, its network, the metadata service of its cloud).
 */

/** Blocks of IPv4 that are not the public internet. https://www.iana.org/assignments/iana-ipv4-special-registry */
const IPV4_BLOCKS = [
	'0.0.0.0/8',
	'10.0.0.0/8',
	// Shared by a provider's customers; Alibaba Cloud's metadata service is 100.100.100.200.
	'100.64.0.0/10',
	'127.0.0.0/8',
	'169.254.0.0/16',
	// Azure's platform service. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
	'168.63.129.16/32',
	'172.16.0.0/12',
	'192.0.0.0/24',
	'192.0.2.0/24',
	'192.88.99.0/24',
	'192.168.0.0/16',
	'198.18.0.0/15',
	'198.51.100.0/24',
	'203.0.113.0/24',
	'224.0.0.0/4',
	'240.0.0.0/4',
] as const;

/** Endings of names that no public server has. https://www.iana.org/assignments/special-use-domain-names */
const PRIVATE_NAMES =
	/(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|test|invalid|example|onion)$/;

const numberOf = (ipv4: string) => ipv4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const within = (address: number, block: string) => {
	const [base = '', bits = '32'] = block.split('/');
	const size = 2 ** (32 - Number(bits));
	return Math.floor(address / size) === Math.floor(numberOf(base) / size);
};

const isPublicIpv4 = (address: number) => !IPV4_BLOCKS.some((block) => within(address, block));

/** The eight groups of an IPv6 address as `URL` writes it: lower case, without leading zeros, `::` at most once, no dotted end. */
function groupsOf(ipv6: string): number[] {
	const [head = '', tail] = ipv6.split('::');
	const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
	const [before, after] = [groups(head), groups(tail ?? '')];
	const missing = tail === undefined ? 0 : 8 - before.length - after.length;
	return [...before, ...Array<number>(missing).fill(0), ...after];
}

/** Where an IPv6 address carries an IPv4 one, and that decides: mapped (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056). */
function embeddedIpv4(groups: readonly number[]): number | undefined {
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
	if (a === 0 && b === 0 && c === 0 && d === 0 && e === 0 && f === 0xffff) return g * 65536 + h;
	if (a === 0x64 && b === 0xff9b && c === 0 && d === 0 && e === 0 && f === 0) return g * 65536 + h;
	return a === 0x2002 ? b * 65536 + c : undefined;
}

/** Only 2000::/3 is given out; less Teredo and its like (2001::/23) and the blocks for documentation. https://www.iana.org/assignments/iana-ipv6-special-registry */
function isPublicIpv6(groups: readonly number[]): boolean {
	const embedded = embeddedIpv4(groups);
	if (embedded !== undefined) return isPublicIpv4(embedded);
	const [a = 0, b = 0] = groups;
	if (a < 0x2000 || a > 0x3fff) return false;
	if (a === 0x2001) return b >= 0x200 && b !== 0xdb8;
	return !(a === 0x3fff && b < 0x1000);
}

/** `host` as `URL` understands it (it reads 127.1, 0x7f000001, 017700000001 and full-width digits as 127.0.0.1), without the root's dot; '' for no host at all. */
function hostnameOf(host: string): string {
	const url = `http://${host}/`;
	return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '';
}

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/** Whether a host is written as an address and not as a name. */
export const isAddress = (host: string): boolean => IPV4.test(hostnameOf(host)) || host.includes(':');

/**
 * Whether a host may be on the public internet, by what is written: an address outside every reserved block, or a name of more than
 * one label with a public ending. What a name resolves to is not looked at here.
 * @param host As it stands in a URL, or an address as a resolver gives it (an IPv6 one with or without brackets).
 */
export function isPublicHost(host: string): boolean {
	const bracketed = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
	const name = hostnameOf(bracketed);
	if (IPV4.test(name)) return isPublicIpv4(numberOf(name));
	if (name.startsWith('[')) return isPublicIpv6(groupsOf(name.slice(1, -1)));
	return /[^.]\.[^.]/.test(name) && !PRIVATE_NAMES.test(name);
}

/** 198.18.0.0/15 is for benchmarks; local proxies (Clash, Surge) answer every name with an address of it and find the way by the name. */
const STANDS_FOR_A_NAME = '198.18.0.0/15';

/** Whether a name that resolves to this address may be fetched. */
export const isPublicAnswer = (address: string): boolean =>
	isPublicHost(address) || (IPV4.test(address) && within(numberOf(address), STANDS_FOR_A_NAME));

/** Whether a URL belongs to one of these origins (`https://host:port`; a path behind it is not looked at). */
export const isOwnUrl = (url: string, own: readonly string[]): boolean =>
	URL.canParse(url) && own.some((origin) => URL.canParse(origin) && new URL(origin).origin === new URL(url).origin);

/** Why a URL may not be fetched. */
export type UrlRefusal = 'not a URL' | 'not https' | 'has a user name' | 'not public';

/**
 * Why a URL that somebody else names may not be fetched, `undefined` when it may: https to a public host, or any of the `own` origins,
 * which may be http and internal (private deployments).
 */
export function urlRefusal(url: string, own: readonly string[]): UrlRefusal | undefined {
	if (!URL.canParse(url)) return 'not a URL';
	const { protocol, hostname, username, password } = new URL(url);
	if (username !== '' || password !== '') return 'has a user name';
	if (isOwnUrl(url, own)) return undefined;
	if (protocol !== 'https:') return 'not https';
	return isPublicHost(hostname) ? undefined : 'not public';
}

/**
 * An http URL of a public host → https. DingTalk hands out signed http URLs too
 * (https://open.dingtalk.com/document/development/download-the-file-content-of-the-robot-receiving-message); the signature does not cover the scheme.
 */
export function secureUrl(url: string, own: readonly string[]): string {
	if (!URL.canParse(url)) return url;
	const { protocol, hostname, port, href } = new URL(url);
	const may = protocol === 'http:' && port === '' && isPublicHost(hostname) && !isOwnUrl(url, own);
	return may ? href.replace(/^http:/, 'https:') : href;
}
