import { decrypt, encrypt, encryptedAnswer, isAesKey, sign, verify } from '../../../../nodes/protocol/callback/crypto';
import { cardSign, robotSign } from '../../../../nodes/protocol/signs';
import vectors from './vectors.json';

// `sealed` was made with Node's crypto and cross-checked with openssl; `documented` is printed in
// the pages configure-stream-push and callback-event-message-body-encryption-and-decryption.
const { sealed: SEALED, documented: DOCUMENTED } = vectors;
const all = [...SEALED, ...DOCUMENTED];

describe('the reference vectors', () => {
	test.each(all)('sign, open and seal again: $message for $owner', (v) => {
		expect(sign(v.token, v.timestamp, v.nonce, v.encrypt)).toBe(v.signature);
		expect(verify(v.token, v)).toBe(true);
		const keys = { token: v.token, aesKey: v.aesKey, owners: ['somebody else', v.owner] };
		expect(decrypt(keys, v.encrypt)).toEqual({ ok: true, message: v.message, owner: v.owner });
		expect(encrypt(v.aesKey, v.owner, v.message, v.random)).toBe(v.encrypt);
	});

	test('of the signs without encryption', () => {
		expect(robotSign(vectors.robot.secret, vectors.robot.timestamp)).toBe(vectors.robot.sign);
		for (const v of vectors.customRobot) {
			expect(robotSign(v.secret, Number(v.timestamp))).toBe(v.sign);
			expect(encodeURIComponent(v.sign)).toBe(v.inUrl);
		}
		expect(cardSign(vectors.card.secret, vectors.card.timestamp)).toBe(vectors.card.sign);
	});
});

describe('what is not as it should be', () => {
	const v = SEALED[0];
	const keys = { token: v.token, aesKey: v.aesKey, owners: [v.owner] };

	test.each([
		{ ...v, signature: v.signature.toUpperCase() },
		{ ...v, signature: '' },
		{ ...v, signature: `${v.signature}0` },
		{ ...v, timestamp: '1700000000001' },
		{ ...v, nonce: 'n0nce002' },
		{ ...v, encrypt: SEALED[1].encrypt },
	])('a changed signature, timestamp, nonce or text does not verify', (changed) => {
		expect(verify(v.token, changed)).toBe(false);
		expect(verify('another token', v)).toBe(false);
	});

	test('an owner that is not ours is told from a text that does not open', () => {
		expect(decrypt({ ...keys, owners: ['other'] }, v.encrypt)).toEqual({ ok: false, reason: 'wrong owner' });
		const none = { ok: false, reason: 'undecipherable' };
		for (const text of ['', 'AAAA', 'not base64 at all', v.encrypt.slice(4)]) {
			expect(decrypt(keys, text)).toEqual(none);
		}
		expect(decrypt({ ...keys, aesKey: SEALED[2].aesKey }, v.encrypt).ok).toBe(false);
	});

	test('an AES key has 43 characters of base64', () => {
		expect(all.every(({ aesKey }) => isAesKey(aesKey))).toBe(true);
		expect([v.aesKey.slice(1), `${v.aesKey}A`, `${v.aesKey.slice(1)}-`, ''].some(isAesKey)).toBe(false);
	});
});

test('every message length seals and opens again, with the padding of 32', () => {
	const { aesKey, owner, token } = SEALED[0];
	for (let length = 0; length < 70; length++) {
		const message = '钉'.repeat(length);
		const sealed = encrypt(aesKey, owner, message);
		expect(Buffer.from(sealed, 'base64').length % 32).toBe(0);
		expect(decrypt({ token, aesKey, owners: [owner] }, sealed)).toEqual({ ok: true, message, owner });
	}
});

test('the answer is `success`, signed and sealed for who asked', () => {
	const v = SEALED[1];
	const keys = { token: v.token, aesKey: v.aesKey, owners: [v.owner] };
	const answer = encryptedAnswer(keys, v.owner, 1700000000001, 'success', () => v.random);
	expect(answer).toEqual({
		msg_signature: sign(v.token, '1700000000001', v.random, v.encrypt),
		timeStamp: '1700000000001',
		nonce: v.random,
		encrypt: v.encrypt,
	});
});
