/** One number of a benchmark, with what it has to be where there is a target. */
export interface Line {
	what: string;
	value: number;
	/** Absent: a ratio or a count. */
	unit?: 's' | 'ms' | 'µs' | 'KB' | 'MB' | 'bytes';
	atLeast?: number;
	atMost?: number;
}

/** One benchmark; both sides of its ratios are measured in the same run. */
export interface Bench {
	/** What it is called on the command line. */
	name: string;
	about: string;
	/** Runs only when it is named: it takes long. */
	onDemand?: true;
	/** @param say receives progress, a line at a time */
	run: (say: (line: string) => void) => Promise<Line[]>;
	/** How the lines are printed; default: {@link table}. */
	show?: (lines: readonly Line[]) => string;
}

/** Whether the value is what it has to be; undefined: there is no target. */
export function isMet({ value, atLeast, atMost }: Line): boolean | undefined {
	if (atLeast === undefined && atMost === undefined) return undefined;
	return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
}

/** Three digits that count, but no whole number is rounded. */
const digits = (value: number): string =>
	Math.abs(value) >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toPrecision(3);

function targetOf({ atLeast, atMost }: Line): string {
	if (atLeast !== undefined && atLeast === atMost) return `= ${digits(atLeast)}`;
	return [
		...(atLeast === undefined ? [] : [`≥ ${digits(atLeast)}`]),
		...(atMost === undefined ? [] : [`≤ ${digits(atMost)}`]),
	].join(', ');
}

/** A table of aligned columns: what, value, and the target with its verdict. */
export function table(lines: readonly Line[]): string {
	const width = Math.max(...lines.map(({ what }) => what.length));
	return lines
		.map((line) => {
			const met = isMet(line);
			const verdict = met === undefined ? '' : `   ${met ? '✓' : '✗'} ${targetOf(line)}`;
			return `  ${line.what.padEnd(width)}  ${digits(line.value).padStart(8)} ${(line.unit ?? '').padEnd(5)}${verdict}`.trimEnd();
		})
		.join('\n');
}
