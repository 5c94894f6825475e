import { decrypt, encrypt, robotSign, signature } from '../../sandbox/crypto';

/** Vectors made with openssl, and two that DingTalk's own pages print. */
const A = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const B = 'ZYXWVUTSRQPONMLKJIHGFEDCBA9876543210zyxwvuA';

const vectors = [
	{
		key: A,
		token: 'tok3n',
		owner: 'dingappkey0001',
		time: '1700000000000',
		nonce: 'n0nce001',
		random: '0123456789abcdef',
		message: '{"EventType":"check_url"}',
		encrypted: 'Q3stYC6hdFzMh9T8HCvyDLV8JeomtQuxZLosYEI28mjzSD5UpK2hp0QUc4H6M/N5ly3jG17WwENxT2k9HIRGKg==',
		sign: '9e125ab2587f300348bb2b7979188fdf28e1c4a6',
	},
	{
		key: A,
		token: 'tok3n',
		owner: 'dingappkey0001',
		time: '1700000000001',
		nonce: 'n0nce002',
		random: 'ABCDEFGHIJKLMNOP',
		message: 'success',
		encrypted: 'ECb94sC68hxnidW1ycQhs7B4ed9r9nTyVkDmPLOkI9MoauTzXOgM+ni2qICARDzToYju2QjR0c8meaWtH4k7Pw==',
		sign: 'a0944b27567708e374453c529fa3da51fb94632f',
	},
	{
		key: A,
		token: 'tok3n',
		owner: 'kkkkk',
		time: '1700000000001',
		nonce: 'n0nce002',
		random: 'ABCDEFGHIJKLMNOP',
		message: 'success',
		encrypted: 'ECb94sC68hxnidW1ycQhs/cTIyBQz5N7QEkK0/QTDGIbmaCDkNlXF2ETLr843l18mnO325Qk+ECEIDApiX3QWQ==',
		sign: 'a78f5e2f04d2afdd45bda17902c16345251ba4c4',
	},
	{
		key: B,
		token: '123456',
		owner: 'suitekey4test',
		time: '1614767836',
		nonce: 'A7Co0cJLMzIDtMMI',
		random: 'fedcba9876543210',
		message: '{"EventType":"user_add_org","CorpId":"dingcorp1","UserId":["张三","user2"]}',
		encrypted:
			'rORvLD+n9zOfHqTbSeMuXhttg4rXGKu/drKuyUox48I10jwQRgprDoR+7rOOkjaq8NUuzKVyFpiAQah175LLRE6CynhbcmkvF42YQv54CQSnRJX79K4GSpTMxs0RbdL5sS/yz/GN5WmDMH5tnkP0KYEvVxyeev+xl1q2z3HVlBM=',
		sign: 'e1674447586395485b6d687ea9cfbb7e5a6103c5',
	},
];

test.each(vectors)('$message of $owner', ({ key, token, owner, time, nonce, random, message, encrypted, sign }) => {
	expect(encrypt(key, owner, message, random)).toBe(encrypted);
	expect(signature(token, time, nonce, encrypted)).toBe(sign);
	expect(decrypt(key, encrypted)).toEqual({ message, owner });
});

test('the vector of https://open.dingtalk.com/document/development/configure-stream-push', () => {
	const encrypted = 'YvkvaGe4hQxd3VxRmEty0dVlnCOAqwf56xwTRHDHoOURqhalbmBJQk5FNcRk42Gl5T0YQXZNwpwWSm1xAFJ5ZA==';
	expect(signature('123456', '1614767836', 'A7Co0cJLMzIDtMMI', encrypted)).toBe(
		'9a95a004dd16f5c307e849b994173f76aa26e5eb',
	);
	expect(decrypt('1234567890123456789012345678901234567890123', encrypted)).toEqual({
		message: 'success',
		owner: 'dingsnotzck6pm5veliw',
	});
});

test('the sign of a robot message in HTTP mode', () => {
	expect(robotSign('this is a secret', '1577262236757')).toBe('DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=');
});
