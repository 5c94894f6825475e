import { beginningOf } from '../../protocol/beginning';

/** Of a message of the robot for its text: its 15,000 bytes of JSON hold the title too. https://open.dingtalk.com/document/development/the-robot-sends-a-group-message */
const MOST_TEXT_BYTES = 14_000;
const MOST_TITLE = 20;

/** Messages of one answer: each is a call of the monthly quota, and a group that gets more of them reads none. */
const MOST_MESSAGES = 20;

/** A fence of a code block: three or more backticks or tildes at the beginning of a line. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ROW = /^\s*\|.*\|\s*$/;
const RULE_CELL = /^:?-{3,}:?$/;

/** The line below the head of a table: `| --- | :-: |`. */
function isRule(line: string): boolean {
	const cells = line.split('|').map((cell) => cell.trim());
	if (cells[0] === '') cells.shift();
	if (cells.at(-1) === '') cells.pop();
	return cells.length > 0 && cells.every((cell) => RULE_CELL.test(cell));
}

/** The line that closes the code block in which the text ends, if it ends in one, and the line that opened it. */
function openFence(text: string): { closing: string; opening: string } | undefined {
	let open: { closing: string; opening: string } | undefined;
	for (const line of text.split('\n')) {
		const mark = FENCE.exec(line)?.[1];
		if (mark === undefined) continue;
		if (!open) open = { closing: mark, opening: line };
		else if (mark.startsWith(open.closing) && line.trim() === mark) open = undefined;
	}
	return open;
}

/** DingTalk shows a table only behind an empty line. */
function withRoomForTables(text: string): string {
	let inCode = false;
	const lines = text.split('\n');
	return lines
		.flatMap((line, index) => {
			if (FENCE.test(line)) inCode = !inCode;
			const before = lines[index - 1] ?? '';
			const starts = !inCode && ROW.test(line) && isRule(lines[index + 1] ?? '') && before.trim() !== '';
			return starts ? ['', line] : [line];
		})
		.join('\n');
}

/**
 * Markdown as a card shows it at any moment: DingTalk wants it complete in every update, so that a code block which is still being
 * written is closed. https://open.dingtalk.com/document/development/api-streamingupdate
 */
export function complete(text: string): string {
	const roomy = withRoomForTables(text);
	const open = openFence(roomy);
	return open ? `${roomy.replace(/\n$/, '')}\n${open.closing}` : roomy;
}

const bytesOf = (text: string) => Buffer.byteLength(JSON.stringify(text));

/** The longest beginning of the text that fits, cut between paragraphs where it can be, else lines, else letters. */
function beginning(text: string, most: number): string {
	if (bytesOf(text) <= most) return text;
	// Halved until it is found: a letter has one to six bytes there.
	let [fits, breaks] = [0, Math.min(text.length, most)];
	while (breaks - fits > 1) {
		const middle = (fits + breaks) >> 1;
		if (bytesOf(text.slice(0, middle)) <= most) fits = middle;
		else breaks = middle;
	}
	const whole = text.slice(0, fits);
	const cut = [whole.lastIndexOf('\n\n'), whole.lastIndexOf('\n')].find((place) => place > fits / 2) ?? fits;
	return beginningOf(text, cut);
}

/** The note below the last message of an answer that is longer than all of them. */
export const CUT = '（回答过长，后面的内容已省略 The answer is too long, the rest is left out）';

/**
 * The text in parts that a robot message can hold each; a code block that is cut is closed and opened again. What is longer than
 * `most` of them is cut, and says so.
 */
export function messageParts(
	text: string,
	mostBytes: number = MOST_TEXT_BYTES,
	most: number = MOST_MESSAGES,
): string[] {
	const parts: string[] = [];
	for (let rest = text; rest.trim() !== '';) {
		if (parts.length === most) {
			parts.push(`${parts.pop() ?? ''}\n\n${CUT}`);
			return parts;
		}
		const part = beginning(rest, mostBytes);
		parts.push(complete(part));
		const open = openFence(part);
		const next = rest.slice(part.length).replace(/^\n+/, '');
		rest = open && next !== '' ? `${open.opening}\n${next}` : next;
	}
	return parts;
}

/** What the list of chats shows: the first words without marks of markdown. */
export const titleOf = (text: string): string => {
	const [line = ''] = text
		.replace(/[#>*_`|~-]+/g, ' ')
		.trim()
		.split('\n');
	return beginningOf(line, MOST_TITLE).trim() || 'DingTalk';
};
