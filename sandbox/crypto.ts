import { createCipheriv, createDecipheriv, createHash, createHmac, randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `length` letters and digits. */
export const randomText = (length: number): string =>
	Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

const keyOf = (aesKey: string): Buffer => {
	const key = Buffer.from(`${aesKey}=`, 'base64');
	if (aesKey.length !== 43 || key.length !== 32) throw new Error('An AES key is 43 letters and digits');
	return key;
};

/**
 * AES-256-CBC as DingTalk's callbacks use it: 16 random characters, the length as 4 bytes, the message, its owner,
 * then padding to blocks of 32, not of 16 (https://open.dingtalk.com/document/development/develop-stream-mode-push-server).
 */
export const encrypt = (aesKey: string, owner: string, message: string, random = randomText(16)): string => {
	const key = keyOf(aesKey);
	const text = Buffer.from(message, 'utf8');
	const length = Buffer.alloc(4);
	length.writeUInt32BE(text.length);
	const plain = Buffer.concat([Buffer.from(random), length, text, Buffer.from(owner)]);
	const pad = 32 - (plain.length % 32);
	const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
	return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString(
		'base64',
	);
};

/** @throws Error when the text is not what {@link encrypt} makes with the same key */
export const decrypt = (aesKey: string, encrypted: string): { message: string; owner: string } => {
	const key = keyOf(aesKey);
	const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
	const plain = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
	const last = plain[plain.length - 1];
	const body = plain.subarray(0, plain.length - (last >= 1 && last <= 32 ? last : 0));
	const end = 20 + body.readUInt32BE(16);
	if (end > body.length) throw new Error('The length inside is longer than the text');
	return { message: body.subarray(20, end).toString('utf8'), owner: body.subarray(end).toString('utf8') };
};

/** SHA-1 over the four texts in byte order. */
export const signature = (token: string, timestamp: string, nonce: string, encrypted: string): string =>
	createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex');

/** The `sign` header of robot messages in HTTP mode, https://open.dingtalk.com/document/development/receive-message */
export const robotSign = (appSecret: string, timestamp: string): string =>
	createHmac('sha256', appSecret).update(`${timestamp}\n${appSecret}`).digest('base64');
