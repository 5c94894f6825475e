/** The option Download File To. */
import { randomBytes } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { downloadTarget } from '../../../nodes/DingTalkApiCall/download';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { callNode, jsonForm } from './support/call';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.clearLog());

/** Sends the robot a file and downloads it. */
async function downloaded(data: Buffer, options: IDataObject) {
	const message = await sandbox.act.sendRobotMessage({ msgtype: 'file', file: { name: 'a.bin', data } });
	const { downloadCode } = message.content as { downloadCode: string };
	const request = { body: { downloadCode, robotCode: sandbox.company.robotCode } };
	const [item] = await callNode(sandbox, jsonForm('robot.robotMessageFileDownload', request, options));
	return { item, downloadCode };
}

test('the file that an answer points at comes into a binary property', async () => {
	const data = Buffer.from('\u0000picture\u00ff');
	const { item, downloadCode } = await downloaded(data, { downloadTo: 'file' });
	expect(Buffer.from(item?.binary?.file?.data ?? '', 'base64').equals(data)).toBe(true);
	expect(item?.binary?.file?.fileName).toBe(downloadCode);
	expect(item?.json).toMatchObject({ downloadUrl: expect.stringContaining(downloadCode) });
});

test('a file over the limit is an error that says how large it is', async () => {
	const data = randomBytes(3 * 1024 * 1024);
	await expect(downloaded(data, { downloadTo: 'file', maxFileSize: 2 })).rejects.toMatchObject({
		message: expect.stringContaining(
			'the file has 3.0 MB, and the limit is 2.0 MB; raise the option "Max File Size (MB)" to download it',
		),
	});
	expect((await downloaded(data, { downloadTo: 'file', maxFileSize: 3 })).item?.binary?.file?.bytes).toBe(data.length);
});

test('an answer without an address: a sentence', async () => {
	const user = jsonForm(
		'contact.v2UserGet',
		{ body: { userid: sandbox.company.users[0]?.userid } },
		{ downloadTo: 'data' },
	);
	await expect(callNode(sandbox, user)).rejects.toThrow(
		'Download File To: this operation answered no download address',
	);
});

test.each([
	[
		{ headerSignatureInfo: { resourceUrls: ['https://oss/x', 'https://oss/y'], headers: { a: 1 } } },
		{ url: 'https://oss/x', urls: ['https://oss/y'], headers: { a: '1' } },
	],
	[{ result: { downloadUrl: 'http://oss/x' } }, { url: 'http://oss/x', urls: [], headers: {} }],
	[{ result: { url: 'not one', fileUrl: 'https://oss/z' } }, { url: 'https://oss/z', urls: [], headers: {} }],
	[{ result: { url: 7 } }, undefined],
])('the address in %j', (answer, target) => {
	expect(downloadTarget(answer)).toEqual(target);
});
