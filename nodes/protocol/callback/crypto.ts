import { createCipheriv, createDecipheriv, createHash, randomInt, timingSafeEqual } from 'node:crypto';

/**
 * What signs and encrypts the event pushes of one app.
 * `owners`: the keys a push may be addressed to. An internal app whose events are switched on in
 * the console is addressed by its client ID, one that registered through the API by its corpId, a
 * third-party app by its suite key.
 * https://open.dingtalk.com/document/development/develop-stream-mode-push-server
 */
export interface CallbackKeys {
	readonly token: string;
	readonly aesKey: string;
	readonly owners: readonly string[];
}

/** The four strings a push is signed over, and its signature in lower-case hex. */
export interface SignedText {
	readonly signature: string;
	readonly timestamp: string;
	readonly nonce: string;
	readonly encrypt: string;
}

/** The body DingTalk wants as the answer to a push. Note its spelling `timeStamp`. */
export interface EncryptedAnswer {
	readonly msg_signature: string;
	readonly timeStamp: string;
	readonly nonce: string;
	readonly encrypt: string;
}

export type Opened =
	| { readonly ok: true; readonly message: string; readonly owner: string }
	| { readonly ok: false; readonly reason: 'undecipherable' | 'wrong owner' };

/** DingTalk pads to 32 bytes, twice the AES block, so Node's own padding has to be off. */
const PADDING_BLOCK = 32;
const AES_BLOCK = 16;
const RANDOM_LENGTH = 16;
const HEADER_LENGTH = RANDOM_LENGTH + 4;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Random letters and digits, as DingTalk's own helper draws them. */
export function randomText(length: number): string {
	return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** Whether `aesKey` has the shape of a callback AES key: 43 base64 characters, 32 bytes. */
export const isAesKey = (aesKey: string): boolean => /^[A-Za-z0-9+/]{43}$/.test(aesKey);

/** Whether a callback token is long enough to be kept secret: the event-subscription API wants 6 letters and digits, the console takes 3. */
export const isCallbackToken = (token: string): boolean => /^[A-Za-z0-9]{6,63}$/.test(token);

/** Compares two texts without telling by its timing where they differ. */
export function equalInConstantTime(left: string, right: string): boolean {
	const [a, b] = [left, right].map((text) => createHash('sha256').update(text).digest());
	return timingSafeEqual(a, b);
}

/** SHA-1 over the four strings in byte order, without a separator, in lower-case hex. */
export function sign(token: string, timestamp: string, nonce: string, encrypt: string): string {
	const sorted = [token, timestamp, nonce, encrypt].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	return createHash('sha1').update(sorted.join('')).digest('hex');
}

/** Whether the push was signed with this token. */
export function verify(token: string, push: SignedText): boolean {
	const expected = sign(token, push.timestamp, push.nonce, push.encrypt);
	return equalInConstantTime(expected, push.signature);
}

function keyAndIv(aesKey: string): { key: Buffer; iv: Buffer } {
	const key = Buffer.from(`${aesKey}=`, 'base64');
	return { key, iv: key.subarray(0, AES_BLOCK) };
}

/** Opens an encrypted text and checks whom it is addressed to. Never throws for what came in. */
export function decrypt(keys: CallbackKeys, encrypt: string): Opened {
	const sealed = Buffer.from(encrypt, 'base64');
	if (sealed.length === 0 || sealed.length % AES_BLOCK !== 0) {
		return { ok: false, reason: 'undecipherable' };
	}
	const { key, iv } = keyAndIv(keys.aesKey);
	const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
	const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
	const pad = padded[padded.length - 1];
	// The official helper takes a pad outside 1…32 for none.
	const plain = pad >= 1 && pad <= PADDING_BLOCK ? padded.subarray(0, -pad) : padded;
	if (plain.length < HEADER_LENGTH) return { ok: false, reason: 'undecipherable' };

	const end = HEADER_LENGTH + plain.readUInt32BE(RANDOM_LENGTH);
	if (end > plain.length) return { ok: false, reason: 'undecipherable' };
	const owner = plain.toString('utf8', end);
	if (!keys.owners.includes(owner)) return { ok: false, reason: 'wrong owner' };
	return { ok: true, message: plain.toString('utf8', HEADER_LENGTH, end), owner };
}

/** Seals a text for one owner: random(16) ‖ length(4, big-endian) ‖ text ‖ owner ‖ padding. */
export function encrypt(aesKey: string, owner: string, message: string, random = randomText(RANDOM_LENGTH)): string {
	const text = Buffer.from(message);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(text.length);
	const plain = Buffer.concat([Buffer.from(random), length, text, Buffer.from(owner)]);
	const pad = PADDING_BLOCK - (plain.length % PADDING_BLOCK);
	const { key, iv } = keyAndIv(aesKey);
	const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
	const sealed = [cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()];
	return Buffer.concat(sealed).toString('base64');
}

/**
 * The signed, encrypted answer to a push, by default `success`, the only one DingTalk takes for
 * "received". `now` in epoch milliseconds.
 */
export function encryptedAnswer(
	keys: CallbackKeys,
	owner: string,
	now: number,
	message = 'success',
	random: (length: number) => string = randomText,
): EncryptedAnswer {
	const timeStamp = String(now);
	const nonce = random(16);
	const sealed = encrypt(keys.aesKey, owner, message, random(RANDOM_LENGTH));
	return {
		msg_signature: sign(keys.token, timeStamp, nonce, sealed),
		timeStamp,
		nonce,
		encrypt: sealed,
	};
}
