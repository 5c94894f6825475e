import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verbFirst, type Known } from './verbs';
import { SPELLING, WORDS } from './words';

const LONGEST = 60;

/** The names written by hand, by row id: one file per product in `names/`. Of undocumented operations only where the action tells too little. */
export function writtenNames(folder: string): Map<string, string> {
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	return new Map(
		files.flatMap((file) =>
			Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>),
		),
	);
}

/** The words of a name in camelCase or with underscores, as they are written there. */
function wordsIn(name: string): string[] {
	const spelt = Object.entries(SPELLING).reduce((text, [slip, right]) => text.replace(slip, right), name);
	return spelt
		.replace(/OTO/g, 'Oto')
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
		.split(/[\s_]+/)
		.filter((word) => word !== '');
}

/** Words in lower case → a title; `written` has those that stay as they are ("KR"). */
function titleOf(words: string[], written: string[]): string {
	const capitals = new Map(written.map((word) => [word.toLowerCase(), word]));
	const shown = words.map(
		(word) => WORDS[word] ?? (capitals.get(word) ?? word).replace(/^./, (letter) => letter.toUpperCase()),
	);
	const short = shown.reduce((text, word) => (`${text} ${word}`.length <= LONGEST ? `${text} ${word}` : text));
	return short.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** A readable English label of a thing: `dept_id_list` → "Department ID List". */
export function derivedLabel(name: string): string {
	const words = wordsIn(name);
	return titleOf(
		words.map((word) => word.toLowerCase()),
		words,
	);
}

/** A readable English name from an action in camelCase, verb first: `createTodoTask` → "Create To-Do Task". */
export function derivedName(action: string, known: Known): string {
	const words = wordsIn(action);
	return titleOf(
		verbFirst(
			words.map((word) => word.toLowerCase()),
			known,
		),
		words,
	);
}

/**
 * Gives each row its name: the written one, else one derived from its action, told apart by its version
 * or a number where the product has it already.
 * @throws when a written name is missing for a documented row
 */
export function nameRows(
	rows: Array<Known & { id: string; undocumented?: true; name: string }>,
	written: Map<string, string>,
): void {
	const taken = new Set<string>();
	const product = (id: string) => id.slice(0, id.indexOf('.'));
	const claim = (id: string, name: string) => taken.size !== taken.add(`${product(id)} ${name.toLowerCase()}`).size;
	for (const row of rows.filter(({ undocumented }) => !undocumented)) {
		const name = written.get(row.id);
		if (name === undefined) throw new Error(`${row.id} has no name: add it to names/${product(row.id)}.json`);
		if (!claim(row.id, name)) throw new Error(`${row.id}: another row of the product is called ${name}`);
		row.name = name;
	}
	for (const row of rows.filter(({ undocumented }) => undocumented)) {
		const action = row.id.slice(row.id.indexOf('.') + 1);
		const [, bare, version] = /^(.+?)(?:V(\d))?$/.exec(action) ?? [action, action];
		const plain = written.get(row.id) ?? derivedName(bare, row);
		const wanted = version ? [`${plain} (V${version})`] : [plain];
		const name = [...wanted, ...['2', '3', '4'].map((n) => `${wanted[0]} (${n})`)].find((candidate) =>
			claim(row.id, candidate),
		);
		if (name === undefined) throw new Error(`No free name for ${row.id}`);
		row.name = name;
	}
}
