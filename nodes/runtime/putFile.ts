import { secureUrl } from '../protocol/addresses';
import { DingTalkError } from '../protocol/errors';
import type { FilePart } from '../protocol/request';
import { assertForeign, exchange, statusError, STALL_MS, type RequestContext } from './foreign';
import { isStream } from './streams';

/** Where DingTalk says that a file is to be put. */
export interface UploadTarget {
	url: string;
	/** Signed headers that came beside the URL. */
	headers?: Readonly<Record<string, string>>;
}

export interface PutOptions {
	/** The credential's own origins: they may be http and internal. */
	hosts?: readonly string[];
	signal?: AbortSignal;
	/** Longest silence of the server, and of its answer once the file is there. Milliseconds. */
	stallMs?: number;
}

/** Headers that an HTTP library adds to a body of its own accord; `false` keeps it from doing so. A signature covers Content-Type, also its absence. */
const NOT_ADDED = { 'Content-Type': false } as const;

const FORM = 'application/x-www-form-urlencoded';

const names = (headers: Readonly<Record<string, string>>) =>
	new Set(Object.keys(headers).map((name) => name.toLowerCase()));

/** Exactly the given headers, and the length: a storage host takes no chunked body. */
const headersFor = (given: Readonly<Record<string, string>>, size: number) => ({
	...(names(given).has('content-type') ? {} : NOT_ADDED),
	...Object.fromEntries(
		Object.entries(given)
			.filter(([name]) => !/^(content-length|host)$/i.test(name))
			// n8n's helper makes a form of any body under this very type; a blank behind it does not reach the wire.
			.map(([name, value]) => [name, value === FORM ? `${FORM} ` : value]),
	),
	'Content-Length': String(size),
});

async function put(
	context: RequestContext,
	{ url: given, headers = {} }: UploadTarget,
	file: FilePart,
	{ hosts = [], signal, stallMs = STALL_MS }: PutOptions,
): Promise<void> {
	const url = secureUrl(given, hosts);
	await assertForeign(context, url, hosts);
	const content = await file.open();
	try {
		const answer = await exchange(
			context,
			{
				method: 'PUT',
				url,
				headers: headersFor(headers, file.size),
				body: content as Buffer,
				timeout: stallMs,
			},
			signal,
		);
		if (answer.status < 200 || answer.status >= 300) throw await statusError(answer, url);
		answer.connection.stop();
	} finally {
		// After a failed request the file would stay open.
		if (isStream(content)) content.destroy();
	}
}

const PASSING = new Set(['busy', 'unreachable', 'broken']);

/**
 * Puts a file's bytes at a URL that DingTalk signed, streamed from n8n's binary store, with the signed headers and no token.
 * Only https to public addresses, or the credential's own `hosts`; no redirect is followed. Whether the URL came from an answer is for
 * the caller to see to (`GivenUrls`). Where no answer came, or one of a server in trouble (5xx), it is put once more from the beginning;
 * putting the same bytes at the same place twice does no harm.
 * @throws DingTalkError `fileAddress`, the storage's code (`SignatureDoesNotMatch`) or `HTTP 403`, or the socket's code; never with the URL.
 */
export async function putFile(
	context: RequestContext,
	target: UploadTarget,
	file: FilePart,
	options: PutOptions = {},
): Promise<void> {
	await put(context, target, file, options).catch(async (error: unknown) => {
		if (!(error instanceof DingTalkError) || !PASSING.has(error.kind)) throw error;
		await put(context, target, file, options);
	});
}
