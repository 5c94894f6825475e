import type { IAllExecuteFunctions, ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { cancelled } from '../protocol/cancel';
import { DingTalkError, emptyError, htmlError, networkError, type Answer } from '../protocol/errors';
import { isObject, readJson, writeJson } from '../protocol/json';
import type { Compiled } from '../protocol/request';
import { takeTokenFailure } from '../protocol/tokenFailure';
import { readBody } from './answerBody';
import { connectionOf } from './incoming';
import { multipart, type Upload } from './multipart';
import { isStream } from './streams';

/** The decrypted credential; n8n writes a fresh token into this very object when it pre-authenticates. */
export interface Session {
	type: 'dingTalkApi' | 'dingTalkRobotApi';
	data: ICredentialDataDecryptedObject;
	/** Why this execution gets no token: asking once more would not help. */
	noToken?: unknown;
}

/** Longest wait for an answer; DingTalk names none, its gateway gives up earlier. */
const TIMEOUT_MS = 60_000;
/** Uploads of 20 MB on a slow line. */
const UPLOAD_TIMEOUT_MS = 10 * 60_000;

const isCode = (value: unknown): value is string => typeof value === 'string' && /^[A-Z][A-Z0-9_]+$/.test(value);

/** The socket's code of a failed request, '' where none is told. Older n8n drops the causes of its errors and names the code `httpCode`. */
export function socketCode(error: unknown): string {
	for (let cause = error, depth = 0; isObject(cause) && depth < 8; cause = cause.cause, depth++) {
		const found = [cause.code, cause.httpCode].find(isCode);
		if (found !== undefined) return found;
	}
	return '';
}

const hostIn = (url: string) => (URL.canParse(url) ? new URL(url).host : url.split(/[/?]/).slice(0, 3).join('/'));

/** What the socket said, without anything of the request (n8n's HTTP errors carry it with its token). */
function bare(error: unknown): Error {
	let words = error instanceof Error ? error.name : 'request failed';
	for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth++)
		if ('syscall' in cause || ('code' in cause && isCode(cause.code))) words = cause.message;
	return new Error(words);
}

const JSON_TYPE = 'application/json';

/** Whether a text that somebody wrote is a JSON object or list. */
function holdsJson(text: string): boolean {
	try {
		return typeof readJson(text) === 'object';
	} catch {
		return false;
	}
}

/**
 * The body as text with its content type: n8n's helper would round long integers, and drop an empty object, which DingTalk expects
 * where an operation has a body. A body with another content type of its own is left to the helper.
 */
function bodyOf({ body, headers }: Compiled): Pick<IHttpRequestOptions, 'body' | 'headers'> {
	const own = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
	if (body === undefined || !(own ?? JSON_TYPE).includes(JSON_TYPE))
		return { body: body as IHttpRequestOptions['body'] };
	const json = typeof body !== 'string' || holdsJson(body);
	return {
		body: typeof body === 'string' ? body : writeJson(body),
		headers: own === undefined && json ? { 'Content-Type': JSON_TYPE } : {},
	};
}

function optionsFor(
	url: string,
	request: Compiled,
	upload: Upload | undefined,
	abortSignal?: AbortSignal,
): IHttpRequestOptions {
	const sent = upload ? {} : bodyOf(request);
	return {
		method: request.method,
		url,
		qs: { ...request.query } as IHttpRequestOptions['qs'],
		arrayFormat: 'repeat',
		headers: { Accept: JSON_TYPE, ...sent.headers, ...request.headers, ...upload?.headers },
		body: (upload ? upload.body : sent.body) as IHttpRequestOptions['body'],
		// The answer's bytes as they come: n8n's helper would round long integers, read every charset as UTF-8, and read on for ever.
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirect could carry the token to another host; DingTalk's API never redirects.
		disableFollowRedirect: true,
		timeout: upload ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS,
		abortSignal,
	};
}

const isEmpty = (body: unknown) => body === undefined || (typeof body === 'string' && body.trim() === '');

/** DingTalk's answers are JSON whatever their Content-Type says. */
function parse(body: unknown): unknown {
	if (typeof body !== 'string') return body ?? {};
	const text = body.trim();
	if (text === '') return {};
	try {
		return readJson(text);
	} catch {
		return new NotJson(text);
	}
}

/** A body that is no JSON, kept until it is known whether that is an error. */
class NotJson {
	constructor(readonly text: string) {}
}

async function exchange(
	context: IAllExecuteFunctions,
	session: Session | undefined,
	options: IHttpRequestOptions,
): Promise<unknown> {
	if (session === undefined) return await context.helpers.httpRequest(options);
	const credentialsDecrypted = { id: '', name: '', type: session.type, data: session.data };
	// In place of the request's own signal n8n puts the one that it asks its context for.
	const asked = Object.create(context, { getExecutionCancelSignal: { value: () => options.abortSignal } });
	return await context.helpers.httpRequestWithAuthentication.call(asked, session.type, options, {
		credentialsDecrypted,
	});
}

/**
 * Has n8n fetch a token and store it, and writes it into the session's data, which must have none. n8n does that before it lets
 * the credential sign a request, and the credential signs none that has no address: so nothing else is sent.
 * Throws a `DingTalkError` where no token came.
 */
export async function fetchToken(context: IAllExecuteFunctions, session: Session): Promise<void> {
	const failure = await exchange(context, session, { method: 'GET', url: '' }).then(
		() => undefined,
		(error: unknown) => error,
	);
	if (session.data.accessToken !== '') return;
	throw (
		takeTokenFailure(session.data) ??
		networkError(socketCode(failure), hostIn(String(session.data.apiHost)), bare(failure))
	);
}

/**
 * One request through n8n's own HTTP helper (proxies, TLS settings and logging of the instance apply), signed by the session's
 * credential, or unsigned without a session. Answers whatever the status; throws a `DingTalkError` where there is no answer. `signal` ends it at once.
 */
export async function transport(
	context: IAllExecuteFunctions,
	session: Session | undefined,
	url: string,
	request: Compiled,
	signal?: AbortSignal,
): Promise<Answer> {
	const connection = connectionOf(signal);
	const upload = request.form ? await multipart(request.form) : undefined;
	const options = optionsFor(url, request, upload, connection.signal);
	const { statusCode, fields, body } = await exchange(context, session, options)
		.then(async (response: unknown) => {
			const { statusCode, headers, body } = isObject(response) ? response : {};
			const fields = isObject(headers) ? headers : {};
			if (!isStream(body)) return { statusCode, fields, body };
			return { statusCode, fields, body: await readBody({ body, connection }, fields['content-type'], hostIn(url)) };
		})
		.catch((error: unknown) => {
			if (signal?.aborted) throw cancelled();
			if (error instanceof DingTalkError) throw error;
			const noToken = session && takeTokenFailure(session.data);
			throw noToken ?? networkError(socketCode(error), hostIn(url), bare(error));
		})
		.finally(() => {
			connection.release();
			upload?.close();
		});
	const status = Number(statusCode ?? 200);
	const parsed = parse(body);
	if (parsed instanceof NotJson) throw htmlError(status, parsed.text);
	const cut = isEmpty(body) ? emptyError(status, fields, request.host === 'oapi') : undefined;
	if (cut) throw cut;
	return { status, headers: fields, body: parsed };
}
