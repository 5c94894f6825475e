import type { Json, Refusal } from '../../runtime/operation';
import { refusalOf } from '../../runtime/partial';

/** Rows or columns side by side, from 0. */
interface Span {
	from: number;
	count: number;
}

/** Spans that overlap or touch, as one; the last first. */
export function joined(spans: readonly Span[]): Span[] {
	const all: Span[] = [];
	for (const { from, count } of [...spans].sort((a, b) => a.from - b.from)) {
		const last = all.at(-1);
		if (last && from <= last.from + last.count) last.count = Math.max(last.count, from + count - last.from);
		else all.push({ from, count });
	}
	return all.reverse();
}

/**
 * Deletes rows or columns from the end to the start, so that no deletion shifts what is still to be deleted; each span's outcome in
 * order. After one that failed no other is made.
 */
export async function removeLines(
	spans: readonly Span[],
	remove: (from: number, count: number) => Promise<unknown>,
): Promise<Array<Json | Refusal>> {
	const done = new Map<Span, Json | Refusal>();
	let failed: { error: unknown } | undefined;
	for (const block of joined(spans)) {
		const outcome = failed
			? refusalOf(failed.error, '')
			: await remove(block.from, block.count).then(
					(id) => ({ id }),
					(error: unknown) => {
						failed = { error };
						return refusalOf(error, '');
					},
				);
		for (const span of spans)
			if (span.from >= block.from && span.from < block.from + block.count) done.set(span, outcome);
	}
	return spans.map((span) => done.get(span) ?? {});
}
