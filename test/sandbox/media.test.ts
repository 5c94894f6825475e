import { createHash } from 'node:crypto';

import { FormData, request } from 'undici';

import { signedIn, useSandbox } from './client';

const sandbox = useSandbox();

const upload = async (type: string | undefined, filename: string, bytes: Buffer | undefined) => {
	const { token } = await signedIn(sandbox.it);
	const form = new FormData();
	if (type) form.set('type', type);
	if (bytes) form.set('media', new File([new Uint8Array(bytes)], filename));
	const { body } = await request(`${sandbox.it.legacyUrl}/media/upload?access_token=${token}`, {
		method: 'POST',
		body: form,
	});
	return (await body.json()) as Record<string, unknown>;
};

test('a file arrives whole', async () => {
	const bytes = Buffer.alloc(300_000, 'pdf');
	const answer = await upload('file', '报告.pdf', bytes);
	expect(answer).toMatchObject({
		errcode: 0,
		type: 'file',
		media_id: expect.stringMatching(/^@l/),
		created_at: expect.any(Number),
	});
	expect(sandbox.it.received.media).toMatchObject([
		{
			mediaId: answer.media_id,
			filename: '报告.pdf',
			size: 300_000,
			sha256: createHash('sha256').update(bytes).digest('hex'),
		},
	]);
	expect(sandbox.it.problems()).toEqual([]);
});

const MB = 1024 * 1024;
test.each([
	['an unknown kind', 'song', 'a.mp3', 10, 40004],
	['the wrong extension', 'image', 'a.pdf', 10, 40005],
	['no extension', 'file', 'report', 10, 40005],
	['a voice over 2 MB', 'voice', 'a.mp3', 2 * MB + 1, 40006],
	['a picture over 20 MB', 'image', 'a.png', 20 * MB + 1, 40006],
	['an empty file', 'image', 'a.png', 0, 44001],
])('refused: %s', async (_name, type, filename, size, errcode) => {
	expect(await upload(type, filename, Buffer.alloc(size))).toMatchObject({ errcode });
	expect(sandbox.it.received.media).toEqual([]);
});

test('no kind or no file is malformed', async () => {
	expect(await upload(undefined, 'a.png', Buffer.alloc(1))).toMatchObject({ errcode: 400002 });
	expect(await upload('image', 'a.png', undefined)).toMatchObject({ errcode: 400002 });
	expect(sandbox.it.problems().map(({ problem }) => problem)).toEqual([
		'body.type: required, missing',
		'body.media: required, missing',
	]);
});
