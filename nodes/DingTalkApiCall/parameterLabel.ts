import { words as builtWords, type Words } from '../runtime/locale';
import { nameWords, wholeNames } from './parameterWords';

/** Written in capitals. */
const ACRONYMS = new Set(['api', 'gmt', 'id', 'im', 'isv', 'json', 'sn', 'url', 'uuid']);

/** `openConversationId`, `user_id`, `dingISVCode` → the words in them, in small letters. */
const wordsIn = (name: string): string[] =>
	(name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());

const titled = (word: string) =>
	ACRONYMS.has(word)
		? word.toUpperCase()
		: word.endsWith('ids')
			? `${word.slice(0, -3)} IDs`.trim()
			: word.replace(/^./, (letter) => letter.toUpperCase());

/** English of a parameter's name as n8n writes labels: "Open Conversation ID". */
const englishOf = (name: string): string => wordsIn(name).map(titled).join(' ');

const isLatin = (text: string) => /[\w)]$/.test(text);

/** Chinese of a parameter's name, made of its words; '' where one of them is not known. */
export function chineseOf(name: string): string {
	const whole = wholeNames.get(name);
	if (whole !== undefined) return whole;
	const found = wordsIn(name).map((word) => nameWords.get(word));
	const known = found.filter((word): word is string => word !== undefined);
	if (known.length === 0 || known.length < found.length) return '';
	return known
		.filter((word) => word !== '')
		.reduce((text, word) => (text !== '' && isLatin(text) !== /^\w/.test(word) ? `${text} ${word}` : text + word), '');
}

/** A parameter's label: "Calendar ID 日历 ID (calendarId)". */
export function parameterLabel(name: string, build: Words = builtWords): string {
	const [english, chinese] = [englishOf(name), chineseOf(name)];
	const label = build === 'en' ? english : build === 'both' ? `${english} ${chinese}`.trim() : chinese || english;
	return label === name ? name : `${label} (${name})`;
}
