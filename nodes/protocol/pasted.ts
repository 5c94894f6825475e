/** Labels that stand before a value where it was copied from, up to its colon: "AppKey: ", `"client_id":`, "加密 aes_key：", "Client ID（原 AppKey）：". */
const LABEL =
	/^[^:=]{0,40}(?:key|id|secret|token|code|webhook|url|密钥|加签|凭证|地址)[^:=\w]{0,4}(?:\([^()]{0,40}\))?["'\s]*[:=](.+)$/is;

const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** Marks that cannot be seen: zero-width ones, those of the direction of writing, the byte order mark. */
const UNSEEN = /\p{Cf}/gu;
const AROUND = new Set([...' \t\r\n\u00a0\u3000"\'`“”‘’「」『』«»<>,;，；。']);

/** The text without blanks, quotes and punctuation around it. No regex: `\s+$` takes the square of their number. */
function bare(text: string): string {
	let [start, end] = [0, text.length];
	while (start < end && AROUND.has(text.charAt(start))) start++;
	while (end > start && AROUND.has(text.charAt(end - 1))) end--;
	return text.slice(start, end);
}

/**
 * A key, secret, token or webhook as it was meant, from what somebody pasted: without what came along around it, its label, and marks
 * that cannot be seen; full-width letters (ＡＢＣ) as usual ones. No such value of DingTalk's has any of these. What is left inside
 * (a blank, a line break) stays, since it may be two values.
 */
export function pasted(value: unknown): string {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	const plain = text
		.replace(UNSEEN, '')
		.replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
	const inner = bare(plain);
	const named = /^https?:/i.test(inner) ? undefined : LABEL.exec(inner)?.[1];
	return named === undefined ? inner : bare(named);
}

/** Whether a value could be one of DingTalk's: letters and marks of ASCII, without a blank. */
export const isPlainValue = (value: string): boolean => /^[!-~]+$/.test(value);
