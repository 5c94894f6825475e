import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { readWebhook } from '../protocol/auth';
import { DingTalkError, type ErrorFacts } from '../protocol/errors';
import { pasted } from '../protocol/pasted';
import { within, type Field } from './field';
import { hintFor, type Hint } from './hints';
import { InputError } from './inputError';
import { words as builtWords, type Words } from './locale';

/** What the sentence says besides DingTalk's words. */
export interface About {
	/** The operation's action, for the first words: "Create a to-do". */
	action?: string;
	permission?: string;
	docs?: string;
	itemIndex?: number;
	/** The form, for the Chinese labels of its fields. */
	fields?: readonly Field[];
	/** What to do about errors of the operation's product, by code. */
	hints?: Record<string, Hint>;
}

const SECRET_NAME = /([?&](?:access_token|systemToken|sign|signature|ticket|appsecret|session)=)/gi;

/** The values of secrets in URLs blotted out. Cut at the names: a regex over long values overflows the engine's stack. */
function withoutUrlSecrets(text: string): string {
	const [first = '', ...rest] = text.split(SECRET_NAME);
	let clean = first;
	for (let at = 0; at < rest.length; at += 2) {
		const value = rest[at + 1] ?? '';
		const end = value.search(/[&\s"']/);
		const isOpen = end < 0 && at + 2 < rest.length;
		clean += `${rest[at] ?? ''}${value === '' && !isOpen ? '' : '***'}${end < 0 ? '' : value.slice(end)}`;
	}
	return clean;
}

/** Text without tokens, secrets and signed URLs. `secrets`: values that must not appear. */
export const redact = (text: string, secrets: readonly unknown[] = []): string =>
	secrets
		.filter((secret): secret is string => typeof secret === 'string' && secret.length >= 6)
		.reduce((clean, secret) => clean.split(secret).join('***'), withoutUrlSecrets(text));

/** Fields of a credential that never leave it, the token in a robot's webhook, and the values of password fields. */
export const secretsOf = (
	credential: Readonly<Record<string, unknown>>,
	passwords: Iterable<string> = [],
): unknown[] => [
	...passwords,
	...['clientSecret', 'accessToken', 'callbackToken', 'callbackAesKey', 'secret'].flatMap((name) => [
		credential[name],
		pasted(credential[name]),
	]),
	readWebhook(String(credential.webhook ?? ''), '')?.token,
];

/** What DingTalk said, every text of it, without secrets: a code or a scope may quote one too. */
function cleanFacts(facts: ErrorFacts, secrets: readonly unknown[]): ErrorFacts {
	const clean = (text: string) => redact(text, secrets);
	const { code, message, requestId, scopes, applyUrl } = facts;
	return {
		...facts,
		code: clean(code),
		message: clean(message),
		...(requestId !== undefined && { requestId: clean(requestId) }),
		...(scopes && { scopes: scopes.map(clean) }),
		...(applyUrl !== undefined && { applyUrl: clean(applyUrl) }),
	};
}

/** Causes that are kept: a socket's error stands two below ours. */
const DEEPEST_CAUSE = 4;

/** The same error without secrets, as all its causes: n8n saves them too. */
function scrubbed(error: unknown, secrets: readonly unknown[], depth = 0): Error | undefined {
	if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return undefined;
	const cause = scrubbed(error.cause, secrets, depth + 1);
	const options = cause && { cause };
	const clean =
		error instanceof DingTalkError
			? new DingTalkError(cleanFacts(error.facts, secrets), options)
			: Object.assign(new Error(redact(error.message, secrets), options), { name: error.name });
	clean.stack = error.stack && redact(error.stack, secrets);
	return clean;
}

function apiError(node: INode, error: DingTalkError, about: About, secrets: readonly unknown[]): NodeApiError {
	const known = cleanFacts(error.facts, secrets);
	const { code, requestId, status, ours, message: words } = known;
	const said = ours ? words : `DingTalk answered "${words}"`;
	const hint = hintFor(known, about.permission, about.hints);
	const trace = `code ${code}${requestId ? `, request id ${requestId}` : ''}`;
	const page = about.docs ? `\n${about.docs}` : '';
	const facts: JsonObject = { code, message: words, kind: error.kind, ...(requestId && { requestId }) };
	const message = `${about.action ? `${about.action}: ` : ''}${said} (${trace})`;
	const wrapped = new NodeApiError(node, facts, {
		message,
		description: redact(`${hint.en}\n${hint.zh}${page}`, secrets),
		httpCode: status === undefined ? undefined : String(status),
		itemIndex: about.itemIndex,
	});
	// n8n puts a sentence of its own where it knows a socket's code, without the host.
	wrapped.message = message;
	wrapped.cause = scrubbed(error, secrets);
	Object.assign(wrapped.context, { code, ...(requestId && { requestId }), dingTalkMessage: words });
	return wrapped;
}

/** A field's label in Chinese, by its English one. */
function chineseLabel(fields: readonly Field[], label: string): string | undefined {
	const zh = fields.flatMap(within).find(({ displayName }) => displayName === label)?.zh;
	return typeof zh === 'string' ? zh : zh?.name;
}

/** A bad input in both languages; the language in which the build labels its fields comes first. */
export function inputSentences(
	{ field, sentence, chinese }: InputError,
	fields: readonly Field[] = [],
	build: Words = builtWords,
): { message: string; description: string } {
	const label = chineseLabel(fields, field);
	const english = `${field}: ${sentence}`;
	if (build === 'zh-CN') return { message: `${label ?? field}：${chinese}`, description: english };
	return { message: english, description: `${label && label !== field ? `${label}（${field}）` : field}：${chinese}` };
}

/** Any error → the sentence that the user sees: what happened, DingTalk's code and request id, what to do. The only such place. */
export function toNodeError(
	node: INode,
	error: unknown,
	about: About = {},
	secrets: readonly unknown[] = [],
): NodeApiError | NodeOperationError {
	if (error instanceof DingTalkError) return apiError(node, error, about, secrets);
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof InputError) {
		const { message, description } = inputSentences(error, about.fields);
		return new NodeOperationError(node, message, { description, itemIndex: about.itemIndex });
	}
	const message = error instanceof Error ? error.message : String(error);
	const wrapped = new NodeOperationError(node, redact(message, secrets), { itemIndex: about.itemIndex });
	wrapped.cause = scrubbed(error, secrets);
	return wrapped;
}
