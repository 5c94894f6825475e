/** The official SDK of the new API as witness of a request: it is given what we sent, by the names on the wire, and sends it in its own way. */
import type { LogEntry } from '../../../../sandbox';
import { print, read } from '../../DingTalkApiCall/support/compare';
import { decodePath, decodeQuery } from '../../DingTalkApiCall/support/ours';
import { officialOperations, type SdkOperation } from '../../DingTalkApiCall/support/officialSdk';
import type { Loopback } from '../../DingTalkApiCall/support/loopback';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Official {
	/** Whether the SDK has an operation for the request. */
	knows: (sent: LogEntry) => boolean;
	/** What the SDK sends otherwise; undefined: nothing. */
	difference: (sent: LogEntry) => Promise<string | undefined>;
}

interface Known {
	operation: SdkOperation;
	pattern: RegExp;
}

/** A list that goes out as JSON text in the query: the SDK takes the list and makes the text of it. */
const listsOf = (query: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(query).map(([name, value]) => [
			name,
			typeof value === 'string' && /^\[.*\]$/.test(value) ? JSON.parse(value) : value,
		]),
	);

const patternOf = ({ method, path }: SdkOperation) =>
	new RegExp(
		`^${method} ${path
			.trim()
			.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
			.replace(/\{[^}]*\}/g, '([^/]+)')}$`,
	);

/** Reads the SDK and sends by it to a server that keeps what it receives. */
export async function officialSdk(server: Loopback): Promise<Official> {
	const all: Known[] = (await officialOperations()).map((operation) => ({ operation, pattern: patternOf(operation) }));
	// Of two patterns that fit, the one with fewer places: `/users/me` before `/users/{id}`.
	const places = ({ pattern }: Known) => pattern.source.split('([^/]+)').length;
	all.sort((a, b) => places(a) - places(b));
	const find = ({ host, method, path }: LogEntry) =>
		host === 'api' ? all.find(({ pattern }) => pattern.test(`${method} ${path}`)) : undefined;
	let count = 0;
	return {
		knows: (sent) => find(sent) !== undefined,
		difference: async (sent) => {
			const { operation, pattern } = find(sent) ?? {};
			if (!operation || !pattern) return undefined;
			const name = String((count += 1));
			const segments = pattern.exec(`${sent.method} ${sent.path}`)?.slice(1).map(decodeURIComponent) ?? [];
			const body = isRecord(sent.body) ? sent.body : { body: sent.body };
			const ask = async (query: Record<string, unknown>) =>
				await operation.call(server.port, segments, { ...query, ...body }, { 'x-case': name }).then(() => '', String);
			const text = await ask(sent.query);
			const failure = /expect array, but string/.test(text) ? await ask(listsOf(sent.query)) : text;
			const received = server.received.get(name);
			if (!received) return `the SDK did not send: ${failure}`;
			const theirs = read(received);
			const ours = {
				path: decodePath(sent.path),
				query: decodeQuery(sent.rawQuery),
				body: sent.method === 'GET' ? undefined : sent.body,
			};
			const part = (['path', 'query', 'body'] as const).find((one) => print(ours[one]) !== print(theirs[one]));
			return part && `${operation.key} ${part}: SDK ${print(theirs[part])}, ours ${print(ours[part])}`;
		},
	};
}
