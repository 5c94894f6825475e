/** The value below which a share of the values lies (nearest rank); `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
	if (values.length === 0) throw new Error('There is nothing to take a percentile of');
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	return (
		(percentile(values, 0.5) +
			-percentile(
				values.map((value) => -value),
				0.5,
			)) /
		2
	);
}

/**
 * Runs two things in turn, whoever begins changing each round, so that what else the machine does falls on both alike.
 * @returns for each round what the two gave
 */
export async function inTurn<T>(
	rounds: number,
	first: () => Promise<T>,
	second: () => Promise<T>,
): Promise<Array<[T, T]>> {
	const pairs: Array<[T, T]> = [];
	for (let round = 0; round < rounds; round++) {
		const swapped = round % 2 === 1;
		const a = await (swapped ? second() : first());
		const b = await (swapped ? first() : second());
		pairs.push(swapped ? [b, a] : [a, b]);
	}
	return pairs;
}

/** Median of the ratios first : second within each round. */
export const medianRatio = (pairs: ReadonlyArray<readonly [number, number]>): number =>
	median(pairs.map(([first, second]) => first / second));
