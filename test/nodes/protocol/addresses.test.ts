import {
	isAddress,
	isOwnUrl,
	isPublicAnswer,
	isPublicHost,
	secureUrl,
	urlRefusal,
} from '../../../nodes/protocol/addresses';

/** Hosts as they may stand in a URL; none is on the public internet. */
const INSIDE: Record<string, string[]> = {
	'loopback, as the four numbers or any other spelling of them': [
		'127.0.0.1',
		'127.0.0.1.',
		'127.1',
		'127.0.1',
		'127.255.255.254',
		'2130706433',
		'0x7f000001',
		'0x7F000001',
		'017700000001',
		'0177.0.0.1',
		'0177.0.0.01',
		'0x7f.0.0.1',
		'0x7f.0x0.0x0.0x1',
		'0x7f.1',
		'127.0.0x1',
		'00000177.0.0.1',
		'１２７.０.０.１',
		'127。0。0。1',
		'①②⑦.⓪.⓪.①',
		'%31%32%37.0.0.1',
		'127%2e0%2e0%2e1',
		'0x7f.0.1',
		'0',
		'0.0.0.0',
		'0x0',
		'00',
		'0.0.0.1',
	],
	'private networks': [
		'10.0.0.1',
		'10.255.255.255',
		'10.1',
		'167772161',
		'0xa000001',
		'012.0.0.1',
		'172.16.0.1',
		'172.31.255.255',
		'0xac100001',
		'192.168.0.1',
		'192.168.1',
		'3232235777',
		'0300.0250.0.1',
		'0xc0.0xa8.1.1',
	],
	'link-local addresses and the metadata services of clouds': [
		'169.254.169.254',
		'169.254.0.1',
		'2852039166',
		'0xa9fea9fe',
		'0251.0376.0251.0376',
		'169.254.43518',
		'169.16689662',
		'100.100.100.200',
		'0x64646464',
		'1684301000',
		'168.63.129.16',
		'192.0.0.192',
		'metadata.google.internal',
		'metadata.google.internal.',
		'metadata',
		'[fd00:ec2::254]',
	],
	'addresses shared or reserved': [
		'100.64.0.1',
		'100.127.255.255',
		'192.0.2.1',
		'192.88.99.1',
		'198.18.0.1',
		'198.19.255.255',
		'198.51.100.7',
		'203.0.113.9',
		'224.0.0.1',
		'239.255.255.255',
		'240.0.0.1',
		'255.255.255.255',
		'4294967295',
	],
	'IPv6 of this machine or network': [
		'[::]',
		'[::1]',
		'[0:0:0:0:0:0:0:1]',
		'[0000:0000:0000:0000:0000:0000:0000:0001]',
		'[::0001]',
		'[fe80::1]',
		'[febf::1]',
		'[fec0::1]',
		'[fc00::1]',
		'[fd12:3456:789a::1]',
		'[FD00::1]',
		'[ff02::1]',
		'[100::1]',
		'[2001:db8::1]',
		'[2001::1]',
		'[2001:10::1]',
		'[2001:1ff::1]',
		'[3fff::1]',
		'[3fff:fff::1]',
		'[4000::1]',
		'[5f00::1]',
	],
	'IPv6 that carries an IPv4 address of the inside': [
		'[::ffff:127.0.0.1]',
		'[::ffff:7f00:1]',
		'[0:0:0:0:0:ffff:127.0.0.1]',
		'[::FFFF:10.0.0.1]',
		'[::ffff:169.254.169.254]',
		'[::ffff:a9fe:a9fe]',
		'[::ffff:100.100.100.200]',
		'[::ffff:0:127.0.0.1]',
		'[::127.0.0.1]',
		'[::7f00:1]',
		'[64:ff9b::127.0.0.1]',
		'[64:ff9b::a9fe:a9fe]',
		'[64:ff9b::10.0.0.1]',
		'[64:ff9b:1::8.8.8.8]',
		'[2002:7f00:1::]',
		'[2002:a00:1::1]',
		'[2002:c0a8:101::]',
		'[2001:0:7f00:1::]',
	],
	'names of the inside': [
		'localhost',
		'LOCALHOST',
		'localhost.',
		'ｌｏｃａｌｈｏｓｔ',
		'api.localhost',
		'localhost.localdomain',
		'printer.local',
		'nas.LOCAL.',
		'vault.internal',
		'n8n.corp',
		'router.lan',
		'router.home',
		'gitlab.intranet',
		'db.private',
		'nas.home.arpa',
		'postgres',
		'n8n-main',
		'kubernetes.default.svc.cluster.local',
		'host.docker.internal',
		'some.test',
		'some.example',
		'some.invalid',
		'abc.onion',
		'.com',
		'',
		'a b.com',
	],
};

const PUBLIC = [
	'oss-cn-hangzhou.aliyuncs.com',
	'lippi-space-zjk.oss-cn-zhangjiakou.aliyuncs.com',
	'down.dingtalk.com',
	'static.dingtalk.com.',
	'钉钉.中国',
	'localhost.com',
	'internal.example.org',
	'10.0.0.1.example.com',
	'127-0-0-1.example.com',
	'8.8.8.8',
	'1.1.1.1',
	'9.255.255.255',
	'11.0.0.1',
	'100.63.255.255',
	'100.128.0.1',
	'172.15.255.255',
	'172.32.0.1',
	'192.167.255.255',
	'192.169.0.1',
	'198.17.255.255',
	'198.20.0.0',
	'223.255.255.255',
	'134744072',
	'[2400:3200::1]',
	'[2606:4700:4700::1111]',
	'[2001:200::1]',
	'[2001:4860:4860::8888]',
	'[3fff:1000::1]',
	'[::ffff:8.8.8.8]',
	'[64:ff9b::8.8.8.8]',
	'[2002:808:808::1]',
];

const cases = Object.values(INSIDE).flat();

test('there are at least a hundred spellings, each once', () => {
	expect(cases.length).toBeGreaterThanOrEqual(100);
	expect(new Set(cases).size).toBe(cases.length);
});

describe.each(Object.entries(INSIDE))('%s', (_, hosts) => {
	test.each(hosts)('%j is not public', (host) => {
		expect(isPublicHost(host)).toBe(false);
		// As it stands in a URL, which either is none or is refused.
		expect(urlRefusal(`https://${host}/file?sign=1`, [])).toMatch(/^not (public|a URL)$/);
	});
});

test.each(PUBLIC)('%j is public', (host) => {
	expect(isPublicHost(host)).toBe(true);
	expect(urlRefusal(`https://${host}/file?sign=1`, [])).toBeUndefined();
});

test.each([
	['http://oss-cn-hangzhou.aliyuncs.com/x', 'not https'],
	['ftp://oss-cn-hangzhou.aliyuncs.com/x', 'not https'],
	['file:///etc/passwd', 'not https'],
	['data:text/plain,x', 'not https'],
	['https:/10.0.0.1/x', 'not public'],
	['https:\\\\10.0.0.1\\x', 'not public'],
	['https://10.0.0.1:8443/x', 'not public'],
	['https://dingtalk.com@10.0.0.1/x', 'has a user name'],
	['https://user:secret@down.dingtalk.com/x', 'has a user name'],
	['https://10.0.0.1#@dingtalk.com/', 'not public'],
	['https://10.0.0.1\\@dingtalk.com/', 'not public'],
	['//down.dingtalk.com/x', 'not a URL'],
	['down.dingtalk.com/x', 'not a URL'],
	['', 'not a URL'],
	['https://', 'not a URL'],
	['https://[::1/x', 'not a URL'],
])('%s: %s', (url, why) => {
	expect(urlRefusal(url, [])).toBe(why);
});

describe("the credential's own origins", () => {
	const own = ['http://127.0.0.1:8090', 'https://dingtalk.corp:8443/gateway'];

	test.each([
		'http://127.0.0.1:8090/file?sign=1',
		'https://dingtalk.corp:8443/files/1',
		'HTTPS://DINGTALK.CORP:8443/x',
	])('%s may be http and internal', (url) => {
		expect(isOwnUrl(url, own)).toBe(true);
		expect(urlRefusal(url, own)).toBeUndefined();
	});

	test.each([
		['http://127.0.0.1:8091/x', 'not https'],
		['https://127.0.0.1:8090/x', 'not public'],
		['http://127.0.0.1:80901/x', 'not a URL'],
		['https://dingtalk.corp/x', 'not public'],
		['http://dingtalk.corp:8443/x', 'not https'],
		['http://127.0.0.1:8090@10.0.0.1/x', 'has a user name'],
		['https://x@dingtalk.corp:8443/x', 'has a user name'],
	])('%s is none of them: %s', (url, why) => {
		expect(urlRefusal(url, own)).toBe(why);
	});
});

test("a resolver's answers: the addresses of local proxies stand for a name, other internal ones do not", () => {
	expect(['8.8.8.8', '2400:3200::1', '198.18.3.7', '::ffff:8.8.8.8'].map(isPublicAnswer)).toEqual([
		true,
		true,
		true,
		true,
	]);
	expect(['127.0.0.1', '100.100.100.200', '::1', 'fe80::1%eth0', '::ffff:10.0.0.1'].map(isPublicAnswer)).toEqual([
		false,
		false,
		false,
		false,
		false,
	]);
});

test('addresses are told from names', () => {
	expect(['127.1', '[::1]', '0x7f000001'].map(isAddress)).toEqual([true, true, true]);
	expect(['dingtalk.com', '1.2.3.4.example.com'].map(isAddress)).toEqual([false, false]);
});

test.each([
	['http://oss.example.org/x?Signature=a%2Bb', 'https://oss.example.org/x?Signature=a%2Bb'],
	['HTTP://OSS.example.org:80/x', 'https://oss.example.org/x'],
	['http://8.8.8.8/x', 'https://8.8.8.8/x'],
	['https://oss.example.org/x', 'https://oss.example.org/x'],
	['http://oss.example.org:8080/x', 'http://oss.example.org:8080/x'],
	['http://10.0.0.1/x', 'http://10.0.0.1/x'],
	['http://gateway.example.org/x', 'http://gateway.example.org/x'],
	['no URL', 'no URL'],
])('%s is asked as %s', (url, secured) => {
	expect(secureUrl(url, ['http://gateway.example.org'])).toBe(secured);
});
