import type { BinaryHelperFunctions, IBinaryData } from 'n8n-workflow';
import { isOwnUrl, secureUrl } from '../protocol/addresses';
import { DingTalkError } from '../protocol/errors';
import { cleanFileName, fileNameOf, headerText } from '../protocol/fileNames';
import {
	assertForeign,
	connectionError,
	exchange,
	STALL_MS,
	statusError,
	type ForeignAnswer,
	type RequestContext,
} from './foreign';
import { sizeText } from './sizeText';
import { chunksOf } from './incoming';
import { streamOf } from './streams';

/** A file that an answer points at. */
export interface DownloadTarget {
	url: string;
	/** Other URLs of the same file, which take the same headers. */
	urls?: readonly string[];
	/** Signed headers that came beside the URL. */
	headers?: Readonly<Record<string, string>>;
	/** The file's name where DingTalk told it; else its server is asked. */
	name?: string;
}

export interface DownloadOptions {
	/** Larger files are refused. Bytes. */
	limitBytes?: number;
	/** What the error calls the option that sets the limit. */
	limitOption?: string;
	/** The credential's own origins: they may be http and internal. */
	hosts?: readonly string[];
	signal?: AbortSignal;
	/** Longest silence of the server. Milliseconds. */
	stallMs?: number;
}

export interface Download {
	binary: IBinaryData;
	/** Bytes. */
	size: number;
}

type DownloadContext = RequestContext & { helpers: Pick<BinaryHelperFunctions, 'prepareBinaryData'> };

/** What a download may have unless the node says otherwise: 100 MB. Bytes. */
export const DOWNLOAD_LIMIT = 100 * 1024 * 1024;

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const failure = (code: string, message: string) => new DingTalkError({ code, kind: 'refused', ours: true, message });

/** Where a redirect leads. Its bytes are read as a browser does, as UTF-8. */
function redirectOf({ status, headers }: ForeignAnswer, url: string): string | undefined {
	if (!REDIRECTS.has(status) || typeof headers.location !== 'string') return undefined;
	const location = headerText(headers.location);
	return URL.canParse(location, url) ? new URL(location, url).href : location;
}

/**
 * Asks for the file, and follows redirects: each target is checked, the signed headers stay with the first origin, and only the
 * credential's own host may lead to an internal one.
 */
async function follow(
	context: DownloadContext,
	start: string,
	headers: Readonly<Record<string, string>>,
	{ hosts = [], signal, stallMs = STALL_MS }: DownloadOptions,
): Promise<{ answer: ForeignAnswer; url: string }> {
	let [url, own, signed] = [secureUrl(start, hosts), hosts, headers];
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		await assertForeign(context, url, own);
		const request = {
			method: 'GET' as const,
			url,
			// Compressed on the way, the file's length would not be known beforehand.
			headers: { 'Accept-Encoding': 'identity', Accept: '*/*', ...signed },
			timeout: stallMs,
		};
		const answer = await exchange(context, request, signal);
		const next = redirectOf(answer, url);
		if (next === undefined) {
			// A part (206) was not asked for: it is not the file.
			if (answer.status >= 200 && answer.status < 300 && answer.status !== 206) return { answer, url };
			throw await statusError(answer, url);
		}
		answer.connection.stop();
		if (!isOwnUrl(url, own)) own = [];
		const secured = secureUrl(next, own);
		if (!isOwnUrl(secured, [url])) signed = {};
		url = secured;
	}
	throw failure('fileAddress', `the address of the file redirected more than ${MOST_REDIRECTS} times`);
}

const tooLarge = (size: string, { limitBytes = DOWNLOAD_LIMIT, limitOption = 'Max File Size (MB)' }: DownloadOptions) =>
	failure(
		'fileSize',
		`the file has ${size}, and the limit is ${sizeText(limitBytes)}; raise the option "${limitOption}" to download it`,
	);

/** Types that only say "bytes": the file name says more. */
const SAYS_NOTHING =
	/^(application\/(octet-stream|x-download|download|force-download|binary|unknown)|binary\/.*|\*\/\*)$/;
const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;
/** What `text/plain` is known for; n8n calls whatever it does not know so. */
const PLAIN_TEXT = /\.(txt|text|log|conf|def|list|ini|in)$/i;

function typeIn(headers: ForeignAnswer['headers']): string | undefined {
	const type = String(headers['content-type'] ?? '')
		.split(';')[0]
		?.trim()
		.toLowerCase();
	return type && TYPE.test(type) && !SAYS_NOTHING.test(type) ? type : undefined;
}

/** Streams an answer into n8n's binary store, counted. */
async function store(
	context: DownloadContext,
	{ answer, url }: { answer: ForeignAnswer; url: string },
	name: string | undefined,
	options: DownloadOptions,
): Promise<Download> {
	const { limitBytes = DOWNLOAD_LIMIT, signal, stallMs = STALL_MS } = options;
	const announced = Number(answer.headers['content-length'] ?? Number.NaN);
	if (announced > limitBytes) {
		answer.connection.stop();
		throw tooLarge(sizeText(announced), options);
	}
	let size = 0;
	let broken: unknown;
	async function* counted() {
		try {
			for await (const chunk of chunksOf(answer, { stallMs })) {
				size += chunk.length;
				if (size > limitBytes) throw tooLarge(`more than ${sizeText(limitBytes)}`, options);
				yield chunk;
			}
		} catch (error) {
			broken = connectionError(error, url, signal);
			throw broken;
		}
	}
	const fileName = cleanFileName(name ?? '') ?? fileNameOf(answer.headers, url) ?? 'file';
	const type = typeIn(answer.headers) ?? (/\.\w+$/.test(fileName) ? undefined : 'application/octet-stream');
	const stream = streamOf(answer.body, counted());
	const binary = await context.helpers.prepareBinaryData(stream, fileName, type).catch((error: unknown) => {
		// What the store itself cannot do (a full disk) keeps its own words.
		throw broken ?? error;
	});
	const guessed = type === undefined && binary.mimeType === 'text/plain' && !PLAIN_TEXT.test(fileName);
	return { binary: guessed ? { ...binary, mimeType: 'application/octet-stream', fileType: undefined } : binary, size };
}

/** Whether another attempt can go otherwise: not when the file is too large, or the execution was cancelled. */
const mayDiffer = (error: unknown): error is DingTalkError =>
	error instanceof DingTalkError && error.code !== 'fileSize';
/** Whether the same URL can do better the second time. */
const isPassing = ({ kind }: DingTalkError) => kind === 'busy' || kind === 'unreachable' || kind === 'broken';

/**
 * Fetches a file as a stream into n8n's binary store, in every binary mode. No token is sent, and no signed URL stands in an error.
 * Only https to public addresses, or the credential's own `hosts` (see `assertForeign` for what that does not cover).
 * A download that failed is tried once more: from the next of `urls`, or from the same URL when the connection or the server failed.
 * @throws DingTalkError `fileAddress`, `fileSize`, the storage's code or `HTTP 403`, or the socket's code.
 */
export async function download(
	context: DownloadContext,
	{ url, urls = [], headers = {}, name }: DownloadTarget,
	options: DownloadOptions = {},
): Promise<Download> {
	const once = async (from: string) =>
		await store(context, await follow(context, from, headers, options), name, options);
	const [next] = urls.filter((other) => other !== url);
	return await once(url).catch(async (error: unknown) => {
		if (!mayDiffer(error)) throw error;
		if (next === undefined && !isPassing(error)) throw error;
		// The first failure says more than one that the alternative adds.
		return await once(next ?? url).catch((second: unknown) => {
			throw second instanceof DingTalkError && second.code === 'fileSize' ? second : error;
		});
	});
}
