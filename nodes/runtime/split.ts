import { spansOf, type Unit } from '../protocol/spans';
import type { Field, Values } from './field';
import { InputError, type Json } from './operation';

/** A range of time between two dateTime fields. */
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
	span?: Span & { from: NamesOf<V, number>; to: NamesOf<V, number> };
	/**
	 * Makes one output from the answers of all calls; the runtime adds `failed` when some calls failed. Without it every
	 * answer gives its own output, and one failure fails them all: right for what only reads.
	 */
	merge?: (answers: Json[]) => Json;
}

type Erased = Values<readonly Field[]>;
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
	const spans = spansOf(Number(values[from]), Number(values[to]), days, unit);
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
