import { InputError } from './inputError';

/** What separates the entries of a text: commas, semicolons and lines, ASCII or Chinese. */
const SEPARATOR = /[,，;；、\n]/;

/** A text or a list of texts → its entries in order, without blanks around them; one that occurs twice stays twice. */
export const entriesIn = (value: unknown): string[] =>
	(Array.isArray(value)
		? value.flatMap(entriesIn)
		: typeof value === 'number'
			? [String(value)]
			: String(value ?? '').split(SEPARATOR)
	)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');

/** The parts of a text of which each means something by its place: equal ones and empty ones stay. */
export const placesIn = (text: string): string[] =>
	text
		.trim()
		.split(SEPARATOR)
		.map((part) => part.trim());

/** The two ends of a condition "Between". @throws InputError for more, or fewer */
export function endsIn(text: string): string[] {
	const ends = entriesIn(text);
	if (ends.length !== 2)
		throw new InputError('Value', `"${text}" are not two values for Between`, `“${text}”不是“介于”所需的两个值`);
	return ends;
}

/**
 * The entries of a text of which some may have a separator in them, as the choice "A, B" has: `known` are whole, the longest first;
 * the rest is separated as ever.
 */
export function knownEntriesIn(text: string, known: readonly string[]): string[] {
	const whole = known.filter((one) => SEPARATOR.test(one)).sort((a, b) => b.length - a.length);
	const found: string[] = [];
	for (let rest = text.trim(); rest !== '';) {
		const at = rest;
		const match = whole.find((one) => at.startsWith(one) && /^\s*($|[,，;；、\n])/.test(at.slice(one.length)));
		const end = match?.length ?? at.search(SEPARATOR);
		found.push(end < 0 ? at : at.slice(0, end));
		rest = end < 0 ? '' : at.slice(end).replace(/^\s*[,，;；、\n]?\s*/, '');
	}
	return [...new Set(found.map((entry) => entry.trim()).filter((entry) => entry !== ''))];
}

/** The text without the separators at its end. No regex: `/[,;]+$/` takes the square of their number where something follows them. */
function withoutEnd(text: string): string {
	let end = text.length;
	while (end > 0 && SEPARATOR.test(text.charAt(end - 1))) end--;
	return text.slice(0, end).trim();
}

/** The addresses or media IDs in a text. A comma may be part of one, as in `?x-oss-process=image/resize,w_100`: only before the next address, or the next media ID, does it separate. */
export const urlsIn = (text: string): string[] => [
	...new Set(
		text
			.split(/[,，;；、](?=\s*(?:https?:\/\/|@))|\n/i)
			.map((entry) => withoutEnd(entry.trim()))
			.filter((entry) => entry !== ''),
	),
];
