import type { Schema } from '../../nodes/catalog/types';
import type { LogEntry } from '../../sandbox';
import { catalogRows } from '../../sandbox/catalog';

/** What stands around every legacy answer. */
const ENVELOPE = ['errcode', 'errmsg', 'request_id', 'requestId', 'success'];

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

const stray = (schema: Schema, value: unknown, at: string): string[] => {
	const { type, properties, items } = schema;
	if (value === null || value === undefined || type === 'any') return [];
	const wanted = type === 'map' ? 'object' : type;
	if (typeOf(value) !== wanted) return [`${at}: ${typeOf(value)}, documented as ${wanted}`];
	if (Array.isArray(value)) return items ? value.flatMap((one) => stray(items, one, `${at}[]`)) : [];
	if (type !== 'object' || !properties) return [];
	return Object.entries(value as object).flatMap(([name, member]) =>
		Object.hasOwn(properties, name)
			? stray(properties[name], member, `${at}.${name}`)
			: [`${at}.${name}: not documented`],
	);
};

/** Members of successful answers that the operation's page does not have, or has with another type: `calendar.getEvent answer.rooms: not documented`. */
export const strayAnswers = (log: readonly LogEntry[]): string[] => {
	const rows = new Map(catalogRows().map((row) => [row.id, row]));
	const found = log.flatMap(({ operation, status, answer, fault }) => {
		const { response } = rows.get(operation ?? '') ?? {};
		if (!response || status !== 200 || fault || typeof answer !== 'object' || answer === null) return [];
		if ((answer as { errcode?: number }).errcode) return [];
		const own = Object.fromEntries(Object.entries(answer).filter(([name]) => !ENVELOPE.includes(name)));
		return stray(response, Array.isArray(answer) ? answer : own, 'answer').map((one) => `${operation} ${one}`);
	});
	return [...new Set(found)];
};
