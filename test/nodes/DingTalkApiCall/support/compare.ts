import type { Row } from '../../../../nodes/catalog/types';
import type { Given } from '../../../../nodes/DingTalkApiCall/parts';
import type { Loopback, Received } from './loopback';
import type { SdkOperation } from './officialSdk';
import { compiledFor, decodePath, decodeQuery, written, type OnTheWire } from './ours';
import { requestOf } from './sample';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members in one order, so that two objects that are the same print the same. */
const ordered = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(ordered);
	return isRecord(value)
		? Object.fromEntries(
				Object.keys(value)
					.sort()
					.map((name) => [name, ordered(value[name])]),
			)
		: value;
};
export const print = (value: unknown) => JSON.stringify(ordered(value)) ?? 'nothing';

/** A received request, decoded. */
export const read = ({ method, path, rawQuery, headers, body }: Received): OnTheWire => ({
	method,
	path: decodePath(path.replace(/(%20)+$/, '')),
	query: decodeQuery(rawQuery),
	headers: headers as Record<string, string>,
	body: body === '' ? undefined : (JSON.parse(body) as unknown),
});

/** Query and body by their names on the wire, as the SDK's request models take them. */
export const merged = ({ query, body }: Required<Given>): Record<string, unknown> => ({
	...query,
	...(isRecord(body) ? body : { body }),
});

/** Our request without what only the documentation knows. */
function within(ours: OnTheWire, operation: SdkOperation, accepted: Record<string, unknown>): OnTheWire {
	const body = isRecord(ours.body)
		? operation.known(ours.body)
		: ours.body && operation.known({ body: ours.body }).body;
	return { ...ours, query: ours.query.filter(([name]) => (name.split('.')[0] ?? '') in accepted), body };
}

const count = (value: unknown): number =>
	Array.isArray(value)
		? value.reduce<number>((sum, entry) => sum + count(entry), 0)
		: isRecord(value)
			? Object.values(value).reduce<number>((sum, member) => sum + 1 + count(member), 0)
			: 0;

export interface Comparison {
	/** What differs; undefined: nothing. */
	difference?: string;
	/** How many members (nested ones and list entries too) were compared, and how many only the documentation has. */
	members: number;
	onlyDocumented: number;
}

/** Sends the same values by the SDK and by us (as n8n would write them), and compares what the wire carries. */
export async function compare(operation: SdkOperation, row: Row, server: Loopback): Promise<Comparison> {
	const given = requestOf(row);
	const values = merged(given);
	const accepted = operation.known(values);
	const ours = within(written(await compiledFor(row, given)), operation, accepted);
	const name = `${operation.key}:${row.id}`;
	const failure = await operation
		.call(server.port, Object.values(given.path).map(String), accepted, {
			...(given.headers as Record<string, string>),
			'x-case': name,
		})
		.then(() => '', String);
	const received = server.received.get(name);
	const counts = { members: count(accepted), onlyDocumented: count(values) - count(accepted) };
	if (!received) return { ...counts, difference: `the SDK did not send: ${failure}` };
	const theirs = {
		...read(received),
		headers: Object.fromEntries(
			Object.keys(given.headers).map((header) => [header, String(received.headers[header.toLowerCase()])]),
		),
	};
	const part = (['method', 'path', 'query', 'headers', 'body'] as const).find(
		(one) => print(ours[one]) !== print(theirs[one]),
	);
	return part ? { ...counts, difference: `${part}: SDK ${print(theirs[part])}, ours ${print(ours[part])}` } : counts;
}
