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

/** What an app and DingTalk know and nobody else does. */
export interface Secrets {
	readonly token: string;
	readonly aesKey: string;
	readonly owner: string;
	readonly appSecret: string;
	readonly cardSecret: string;
}

interface Push {
	readonly message: string;
	readonly to?: string;
	readonly at?: number | string;
	readonly nonce?: string;
	readonly parameter?: 'signature' | 'msg_signature';
}

/** What is encrypted, before its padding: random(16) ‖ length of the message ‖ message ‖ owner. */
export function frame(message: string, to: string, length = Buffer.byteLength(message)): Buffer {
	const size = Buffer.alloc(4);
	size.writeUInt32BE(length);
	return Buffer.concat([Buffer.from('0123456789abcdef'), size, Buffer.from(message), Buffer.from(to)]);
}

/** Pads to a multiple of 32 bytes with the count of what is missing, or with another byte. */
export function padded(plain: Buffer, byte?: number): Buffer {
	const missing = 32 - (plain.length % 32);
	return Buffer.concat([plain, Buffer.alloc(missing, byte ?? missing)]);
}

/** DingTalk, as the app with these secrets hears it. `now`: epoch milliseconds. */
export function dingTalk({ token, aesKey, owner, appSecret, cardSecret }: Secrets, now: () => number) {
	const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64');

	/** Encrypts whole blocks as they are. */
	function encipher(blocks: Buffer): Buffer {
		const key = Buffer.from(`${aesKey}=`, 'base64');
		const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
		return Buffer.concat([cipher.update(blocks), cipher.final()]);
	}

	/** A push of any text in the place of the encrypted one, rightly signed. */
	function signed(
		encrypt: string,
		{ at = now(), nonce = 'n0nce', parameter = 'signature' }: Omit<Push, 'message' | 'to'> = {},
	): IncomingCall {
		const timestamp = String(at);
		const signature = createHash('sha1').update([token, timestamp, nonce, encrypt].sort().join('')).digest('hex');
		return {
			query: { [parameter]: signature, timestamp, nonce },
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ encrypt }),
		};
	}

	return {
		now,
		owner,
		encipher,
		signed,
		/** An event push as DingTalk sends it. */
		push: ({ message, to = owner, ...rest }: Push): IncomingCall =>
			signed(encipher(padded(frame(message, to))).toString('base64'), rest),
		/** A robot message as DingTalk posts it. */
		robot(message: object, at: number | string = now(), secret = appSecret): IncomingCall {
			return {
				query: {},
				headers: { timestamp: String(at), sign: hmac(secret, `${at}\n${secret}`) },
				body: JSON.stringify(message),
			};
		},
		/** A card callback as DingTalk posts it. */
		card(callback: object, at: number | string = now(), secret = cardSecret): IncomingCall {
			const headers = { 'x-ddpaas-signature-timestamp': String(at), 'x-ddpaas-signature': hmac(secret, String(at)) };
			return { query: {}, headers, body: Buffer.from(JSON.stringify(callback)) };
		},
	};
}

export type DingTalk = ReturnType<typeof dingTalk>;

export const { push, robot, card } = dingTalk({ token, aesKey, owner, appSecret, cardSecret }, () => NOW);
