import { createCipheriv, createHash, createHmac } from 'node:crypto';

import type { IncomingCall } from '../../../../nodes/protocol/callback/request';
import vectors from './vectors.json';

/*
 * DingTalk's side of a callback, written from the reference without the code under test: whoever
 * changes both alike has to do it twice.
 */
export const NOW = 1_700_000_000_000;
export const { token, aesKey, owner } = vectors.sealed[0];
export const appSecret = vectors.robot.secret;
export const cardSecret = vectors.card.secret;

function seal(message: string, to: string): string {
	const key = Buffer.from(`${aesKey}=`, 'base64');
	const text = Buffer.from(message);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(text.length);
	const plain = Buffer.concat([Buffer.from('0123456789abcdef'), length, text, Buffer.from(to)]);
	const pad = 32 - (plain.length % 32);
	const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
	return cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])).toString('base64');
}

interface Push {
	readonly message: string;
	readonly to?: string;
	readonly at?: number | string;
	readonly nonce?: string;
	readonly parameter?: 'signature' | 'msg_signature';
}

/** An event push as DingTalk sends it. */
export function push({ message, to = owner, at = NOW, nonce = 'n0nce', parameter }: Push): IncomingCall {
	const encrypt = seal(message, to);
	const timestamp = String(at);
	const signed = [token, timestamp, nonce, encrypt].sort().join('');
	const signature = createHash('sha1').update(signed).digest('hex');
	return {
		query: { [parameter ?? 'signature']: signature, timestamp, nonce },
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ encrypt }),
	};
}

/** A robot message as DingTalk posts it. */
export function robot(message: object, at = NOW, secret = appSecret): IncomingCall {
	const sign = createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64');
	return { query: {}, headers: { timestamp: String(at), sign }, body: JSON.stringify(message) };
}

/** A card callback as DingTalk posts it. */
export function card(callback: object, at = NOW, secret = cardSecret): IncomingCall {
	const signature = createHmac('sha256', secret).update(String(at)).digest('base64');
	const headers = { 'x-ddpaas-signature-timestamp': String(at), 'x-ddpaas-signature': signature };
	return { query: {}, headers, body: Buffer.from(JSON.stringify(callback)) };
}
