/** Emails through the node: a draft is made and sent, and stands in the folders of both mailboxes. */
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const mail = (operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	product: 'dingTalk',
	parameters: { resource: 'mail', operation, ...parameters },
});
const letter = {
	mailbox: 'notice@example.com',
	to: 'a@example.com, b@example.com',
	subject: '报价',
	bodyKind: 'html',
	body: '<b>7</b>',
};

test('an email is sent and found in the folders', async () => {
	const [sent] = await outputs(mail('send', { ...letter, additionalFields: { cc: 'c@example.com' } }));
	expect(sent).toEqual({ id: expect.any(String) });
	const [draft, , ...more] = sandbox.log.slice(-2);
	expect(more).toEqual([]);
	expect(draft?.body).toMatchObject({
		message: {
			subject: '报价',
			from: { email: 'notice@example.com' },
			toRecipients: [{ email: 'a@example.com' }, { email: 'b@example.com' }],
			ccRecipients: [{ email: 'c@example.com' }],
			bccRecipients: [],
			replyTo: { email: 'notice@example.com' },
			body: { bodyHtml: '<b>7</b>', bodyText: '7' },
		},
	});
	const inFolder = async (mailbox: string, folder: string) =>
		await outputs(
			mail('getAll', { mailbox, folder: { __rl: true, mode: 'id', value: folder }, returnAll: true, simplify: true }),
		);
	expect(await inFolder('b@example.com', '2')).toMatchObject([{ subject: '报价', from: 'notice@example.com' }]);
	expect(await inFolder('notice@example.com', '1')).toHaveLength(1);
	expect(await inFolder('notice@example.com', '5')).toEqual([]);
	expect(sandbox.problems()).toEqual([]);
});

test.each([
	[{ to: 'a@example.com, nobody' }, 'To: is not an email address: "nobody"'],
	[{ mailbox: 'notice' }, 'Mailbox: is not an email address'],
	[{ additionalFields: { cc: 'x' } }, 'Cc: is not an email address'],
])('%j is refused before any request', async (wrong, message) => {
	const before = sandbox.log.length;
	await expect(execute(mail('send', { ...letter, ...wrong }))).rejects.toThrow(message);
	expect(sandbox.log.length).toBe(before);
});
