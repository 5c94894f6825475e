/** Requests to hosts that an answer names: where DingTalk's files are stored. They carry no token, and their URLs are signed. */
import type { IHttpRequestOptions } from 'n8n-workflow';
import { isAddress, isOwnUrl, isPublicAnswer, urlRefusal, type UrlRefusal } from '../protocol/addresses';
import { cancelled } from '../protocol/cancel';
import { DingTalkError, networkError } from '../protocol/errors';
import { isObject } from '../protocol/json';
import { refusalIn } from '../protocol/xmlError';
import { beginningOfBody, connectionOf, Stalled, type Incoming, type Patience } from './incoming';
import { isStream } from './streams';
import { socketCode } from './transport';

/** What these requests need of n8n: every context that runs a node has it. */
export interface RequestContext {
	helpers: { httpRequest: (options: IHttpRequestOptions) => Promise<unknown> };
}

export interface ForeignAnswer extends Incoming {
	status: number;
	headers: Record<string, unknown>;
}

/** Longest silence of a host: before it answers, and between two pieces of a body. Milliseconds. */
export const STALL_MS = 60_000;
const PATIENCE: Patience = { stallMs: STALL_MS };

/** What stands for a URL in errors and logs: never its signed query. */
export const hostIn = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'an address that is no URL');

const WHY: Record<UrlRefusal, string> = {
	'not a URL': 'is not a URL',
	'not https': 'is not https',
	'has a user name': 'carries a user name',
	'not public': 'is not on the public internet',
};

const refused = (url: string, why: string) =>
	new DingTalkError({
		code: 'fileAddress',
		kind: 'refused',
		ours: true,
		message: `the address of the file (${hostIn(url)}) ${why}, so no request was made`,
	});

type Lookup = (
	hostname: string,
	options: { all: true },
	done: (error: Error | null, found: Array<{ address: string }>) => void,
) => void;

interface EgressFilter {
	createSecureLookup: () => Lookup;
}

const isFilterHelper = (value: unknown): value is (policy: 'unsafe') => EgressFilter => typeof value === 'function';

/**
 * The addresses of a name, [] where that is not known here: n8n before 2.40 lends nodes no resolver, and behind a proxy names may be
 * known to the proxy only. ('unsafe' asks for the resolver alone; rules that the instance has set apply in `httpRequest` all the same.)
 */
async function addressesOf({ helpers }: RequestContext, hostname: string): Promise<string[]> {
	const filter: unknown = Reflect.get(helpers, 'getSecureEgressFilter');
	if (!isFilterHelper(filter)) return [];
	const lookup = filter('unsafe').createSecureLookup();
	return await new Promise((resolve) =>
		lookup(hostname, { all: true }, (error, found) => resolve(error ? [] : found.map(({ address }) => address))),
	);
}

/**
 * Lets pass what may be asked on an answer's word: https to a public address, or one of the `own` origins.
 * Names are resolved once before the request, where n8n lends its resolver. Not covered: a name whose server answers the request's own
 * look-up otherwise (DNS rebinding), and any name where there is no resolver; n8n's N8N_SSRF_PROTECTION_ENABLED covers both.
 * @throws DingTalkError `fileAddress`
 */
export async function assertForeign(context: RequestContext, url: string, own: readonly string[]): Promise<void> {
	const refusal = urlRefusal(url, own);
	if (refusal) throw refused(url, WHY[refusal]);
	const { hostname } = new URL(url);
	if (isOwnUrl(url, own) || isAddress(hostname)) return;
	const inside = (await addressesOf(context, hostname)).some((address) => !isPublicAnswer(address));
	if (inside) throw refused(url, 'has a name that leads into a private network');
}

/** The failure of a connection, without anything of the request in it (n8n's HTTP errors carry the signed URL). */
export function connectionError(error: unknown, url: string, signal?: AbortSignal): DingTalkError {
	if (error instanceof DingTalkError) return error;
	if (signal?.aborted) return cancelled();
	const code = error instanceof Stalled ? 'ETIMEDOUT' : socketCode(error);
	const host = hostIn(url);
	const { facts } = networkError(code, host, undefined);
	const silent = /^(ECONNABORTED|ETIMEDOUT)$/.test(code);
	const sentence = silent ? `${host} sent nothing for too long` : `the connection to ${host} broke during the transfer`;
	const message = facts.kind === 'unreachable' ? facts.message : sentence;
	const cause = new Error(error instanceof Error ? error.name : 'request failed');
	return new DingTalkError({ ...facts, message, hint: 'fileTransfer' }, { cause });
}

/** One request without token and without following a redirect, its answer as a stream, whatever the status. */
export async function exchange(
	context: RequestContext,
	options: IHttpRequestOptions & { method: 'GET' | 'PUT' },
	signal?: AbortSignal,
): Promise<ForeignAnswer> {
	const connection = connectionOf(signal);
	const answer = await context.helpers
		.httpRequest({
			...options,
			abortSignal: connection.signal,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})
		.catch((error: unknown) => {
			connection.release();
			throw connectionError(error, options.url, signal);
		});
	if (!isObject(answer) || !isStream(answer.body)) throw new Error('n8n gave no stream for the answer');
	// An error that comes while nobody reads (the connection of a redirect is ended) would end the process.
	answer.body.on('error', () => undefined);
	return {
		status: Number(answer.statusCode),
		headers: isObject(answer.headers) ? { ...answer.headers } : {},
		body: answer.body,
		connection,
	};
}

const EXPLANATION_BYTES = 16 * 1024;

/** The host's words without what the URL's query holds: it was signed. */
const withoutQuery = (words: string, url: string): string =>
	[...new URL(url).searchParams.values()]
		.flatMap((value) => [value, encodeURIComponent(value)])
		.filter((value) => value.length >= 6)
		.reduce((clean, value) => clean.split(value).join('***'), words)
		.slice(0, 300);

/** The error of an answer that is not a success: host, status, and what the storage says of it (code, reason, request ID). */
export async function statusError(answer: ForeignAnswer, url: string): Promise<DingTalkError> {
	const { status } = answer;
	const words = await beginningOfBody(answer, EXPLANATION_BYTES, PATIENCE).catch(() => '');
	const said = refusalIn(words);
	const [code, reason, requestId] = [said?.code, said?.message, said?.requestId].map((text) =>
		withoutQuery(text ?? '', url),
	);
	return new DingTalkError({
		code: code || `HTTP ${status}`,
		kind: status >= 500 ? 'busy' : 'refused',
		status,
		ours: true,
		...(requestId && { requestId }),
		// An address that has run out is refused; a host in trouble, or a file that is too large, is another matter.
		...(status >= 400 && status < 500 && status !== 413 && { hint: 'fileStorage' }),
		...(status >= 500 && { hint: 'fileTransfer' }),
		message: `the storage host ${hostIn(url)} answered HTTP ${status}${code ? ` ${code}` : ''}${reason ? `: "${reason}"` : ''}`,
	});
}
