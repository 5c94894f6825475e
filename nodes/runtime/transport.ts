import type { IAllExecuteFunctions, ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { htmlError, networkError, type Answer } from '../protocol/errors';
import type { Compiled } from '../protocol/request';
import { takeTokenFailure } from '../protocol/tokenFailure';
import { multipart } from './multipart';

/** The decrypted credential; n8n writes a fresh token into this very object when it pre-authenticates. */
export interface Session {
	type: 'dingTalkApi' | 'dingTalkRobotApi';
	data: ICredentialDataDecryptedObject;
	/** Why this execution gets no token: asking once more would not help. */
	noToken?: Error;
}

/** Longest wait for an answer; DingTalk names none, its gateway gives up earlier. */
const TIMEOUT_MS = 60_000;
/** Uploads of 20 MB on a slow line. */
const UPLOAD_TIMEOUT_MS = 10 * 60_000;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isCode = (value: unknown): value is string => typeof value === 'string' && /^[A-Z][A-Z0-9_]+$/.test(value);

/** The socket's code of a failed request, '' where none is told. Older n8n drops the causes of its errors and names the code `httpCode`. */
function socketCode(error: unknown): string {
	for (let cause = error, depth = 0; isRecord(cause) && depth < 8; cause = cause.cause, depth++) {
		const found = [cause.code, cause.httpCode].find(isCode);
		if (found !== undefined) return found;
	}
	return '';
}

const hostIn = (url: string) => (URL.canParse(url) ? new URL(url).host : url.split(/[/?]/).slice(0, 3).join('/'));

/** An error without anything of the request in it (n8n's HTTP errors carry the request with its token). */
const bare = (error: unknown): Error => new Error(error instanceof Error ? error.name : 'request failed');

const isEmpty = (body: unknown) => typeof body === 'object' && body !== null && Object.keys(body).length === 0;

/** n8n's helper drops an empty object; DingTalk expects `{}` where an operation has a body, and the official SDK sends it. */
const bodyFor = (body: unknown) => (isEmpty(body) ? JSON.stringify(body) : body);

async function optionsFor(url: string, request: Compiled): Promise<IHttpRequestOptions> {
	const upload = request.form ? await multipart(request.form) : undefined;
	return {
		method: request.method,
		url,
		qs: { ...request.query } as IHttpRequestOptions['qs'],
		headers: {
			Accept: 'application/json',
			...(isEmpty(request.body) && { 'Content-Type': 'application/json' }),
			...request.headers,
			...upload?.headers,
		},
		...(upload
			? { body: upload.body as IHttpRequestOptions['body'] }
			: { body: bodyFor(request.body) as IHttpRequestOptions['body'], json: true }),
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirect could carry the token to another host; DingTalk's API never redirects.
		disableFollowRedirect: true,
		timeout: upload ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS,
	};
}

/** DingTalk's answers are JSON whatever their Content-Type says. */
function parse(body: unknown): unknown {
	if (typeof body !== 'string') return body ?? {};
	const text = body.trim();
	if (text === '') return {};
	try {
		return JSON.parse(text);
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
	return await context.helpers.httpRequestWithAuthentication.call(context, session.type, options, {
		credentialsDecrypted,
	});
}

/**
 * One request through n8n's own HTTP helper (proxies, TLS settings and logging of the instance apply), signed by the session's
 * credential, or unsigned without a session. Answers whatever the status; throws a `DingTalkError` where there is no answer.
 */
export async function transport(
	context: IAllExecuteFunctions,
	session: Session | undefined,
	url: string,
	request: Compiled,
): Promise<Answer> {
	const response: unknown = await exchange(context, session, await optionsFor(url, request)).catch((error: unknown) => {
		const noToken = session && takeTokenFailure(session.data);
		throw noToken ?? networkError(socketCode(error), hostIn(url), bare(error));
	});
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	const status = Number(statusCode ?? 200);
	const parsed = parse(body);
	const fields = isRecord(headers) ? headers : {};
	if (!(parsed instanceof NotJson)) return { status, headers: fields, body: parsed };
	// A JSON answer that is just a text: n8n's helper has read it already.
	if (/json/i.test(String(fields['content-type']))) return { status, headers: fields, body: parsed.text };
	throw htmlError(status, parsed.text.slice(0, 2000));
}
