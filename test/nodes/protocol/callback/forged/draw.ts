/** Choices that are the same for the same seed. */
export interface Draw {
	/** A whole number from 0 to below `limit`. */
	below(limit: number): number;
	pick<T>(list: readonly T[]): T;
	bytes(length: number): Buffer;
	/** Up to `most` letters of any script, with control characters and lone surrogates among them. */
	text(most: number): string;
}

const ALPHABETS = [
	'abcXYZ019',
	' \t\r\n\u0000\u001b\u007f',
	'"\\{}[]:,%&=+/#?\';<>$`',
	'钉钉审批，。“”',
	'\u{1F600}\ud800\udc00\u202e\ufeff\u200d',
];

/** Mulberry32, a 32-bit generator: small, quick, and good enough for choosing. */
export function draws(seed: number): Draw {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const below = (limit: number) => next() % limit;
	const pick = <T>(list: readonly T[]): T => list[below(list.length)];
	const letter = () => {
		const alphabet = pick(ALPHABETS);
		return alphabet[below(alphabet.length)];
	};
	return {
		below,
		pick,
		bytes: (length) => Buffer.from(Array.from({ length }, () => next() & 0xff)),
		text: (most) => Array.from({ length: below(most + 1) }, letter).join(''),
	};
}
