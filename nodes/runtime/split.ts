import { daySpansOf, spansOf, type Unit } from '../protocol/spans';
import type { Field } from './field';
import type { Json } from '../protocol/json';
import { InputError } from './inputError';

/** A range of time between two dateTime fields, or of whole days. */
interface Span {
	from: string;
	to: string;
	/** Longest range of one call. */
	days: number;
	unit: Unit;
}

type NamesOf<V, T> = { [K in keyof V]: V[K] extends T | undefined ? K : never }[keyof V];

/** Splits what is longer than one call may carry: every list's slices with every part of the range. */
export interface Split<V> {
	/** `[field]: most entries per call`; several lists are cut side by side. */
	lists?: { [K in NamesOf<V, string[]>]?: number };
	span?: Span & { from: NamesOf<V, number | string>; to: NamesOf<V, number | string> };
	/**
	 * Makes one output from the answers of all calls; the runtime adds `failed` when some calls failed. Without it every
	 * answer gives its own output, and one failure fails them all: right for what only reads.
	 */
	merge?: (answers: Json[]) => Json;
}

type Erased = Json;
const labelOf = (fields: readonly Field[], name: string) =>
	fields.find((field) => field.name === name)?.displayName ?? name;

function listSlices(lists: object, values: Erased): object[] {
	const limits = Object.entries(lists).map(([name, size]) => ({
		name,
		size: Number(size),
		entries: Array.isArray(values[name]) ? (values[name] as unknown[]) : [],
	}));
	const calls = Math.max(1, ...limits.map(({ entries, size }) => Math.ceil(entries.length / size)));
	if (calls === 1) return [{}];
	return Array.from({ length: calls }, (_, index) =>
		Object.fromEntries(
			limits.map(({ name, size, entries }) => [name, entries.slice(index * size, (index + 1) * size)]),
		),
	);
}

function spanSlices(fields: readonly Field[], { from, to, days, unit }: Span, values: Erased): object[] {
	const [first, last] = [values[from], values[to]];
	// A range without one of its ends cannot be cut.
	if (first === undefined || last === undefined) return [{}];
	const spans: Array<{ from: number | string; to: number | string }> =
		typeof first === 'string' && typeof last === 'string'
			? daySpansOf(first, last, days)
			: spansOf(Number(first), Number(last), days, unit);
	if (spans.length === 0) {
		const [start, end] = [labelOf(fields, from), labelOf(fields, to)];
		throw new InputError(end, `is before "${start}"`, `早于“${start}”`);
	}
	return spans.map((span) => ({ [from]: span.from, [to]: span.to }));
}

/** The values once per call. Throws `InputError` when a range of time ends before it starts. */
export function slicesOf<V extends object>(fields: readonly Field[], { lists = {}, span }: Split<V>, values: V): V[] {
	const ranges = span ? spanSlices(fields, span, values as Erased) : [{}];
	return listSlices(lists, values as Erased).flatMap((part) =>
		ranges.map((range) => ({ ...values, ...part, ...range })),
	);
}
