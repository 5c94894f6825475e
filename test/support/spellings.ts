/** Ways to write an address so that somebody reads one host and an HTTP client calls another. */

const schemes = ['http:', ' http:', 'ht\ttp:', 'HTTP\n:', 'https:', 'ws:', 'file:', ''];
const slashes = ['', '/', '//', '\\', '\\\\', '/\\', '\\/', '/\t/', '/%2f'];

/** What may follow them. `good`, `evil`: host and port. */
const tails = (good: string, evil: string): string[] => {
	const port = evil.split(':')[1] ?? '';
	return [
		...[`${good}/@${evil}`, `${good}@${evil}`, `${good}:x@${evil}`, `${good}%40${evil}`, `${good}\\@${evil}`],
		...[`${good}#@${evil}`, `${good}?@${evil}`, `${good};@${evil}`, `${good}\t@${evil}`, `${good}／@${evil}`],
		...[`${good}/..//${evil}`, `${good}/%2e%2e//${evil}`, `${good}/\\${evil}`, `${good}.${evil}`, evil, `@${evil}`],
		// The other host in other letters: dots of other scripts, as one number, in hexadecimal, short, as IPv6.
		...[`127。0。0。1:${port}`, `127．0｡0.1:${port}`, `2130706433:${port}`, `0x7f000001:${port}`, `127.1:${port}`],
		...[`[::ffff:127.0.0.1]:${port}`, `ｌocalhost:${port}`, `localhost.:${port}`, `127.0.0.1:${port}`],
	].map((authority) => `${authority}/v1.0/x`);
};

/** More than 1,500 spellings, each at most once. */
export const spellings = (good: string, evil: string): string[] => [
	...new Set(
		schemes.flatMap((scheme) =>
			slashes.flatMap((slash) => tails(good, evil).map((tail) => `${scheme}${slash}${tail}`)),
		),
	),
];
