import { startSandbox, type Sandbox } from '../../../../sandbox';
import { stimuli } from '../../../../scripts/host/stimuli';
import { outputs, sandboxCredentials } from '../../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());
afterEach(() => expect(sandbox.problems()).toEqual([]));

const account = async (operation: string, person: string) =>
	await outputs({
		product: 'dingTalkContacts',
		credentials: sandboxCredentials(sandbox),
		parameters: { resource: 'organizationAccount', operation, person },
	});

test('shut, and open again', async () => {
	expect(await account('disable', 'xiaoding')).toEqual([{ userId: 'xiaoding', disabled: true }]);
	expect(sandbox.data.accounts.disabled).toEqual(['xiaoding']);
	expect(await account('enable', 'xiaoding')).toEqual([{ userId: 'xiaoding', disabled: false }]);
	expect(sandbox.data.accounts.disabled).toEqual([]);
});

test('shut for somebody who has left, as the example "leaver" does', async () => {
	await stimuli.leaver?.(sandbox);
	const [gone] = sandbox.data.hr.departures;
	const userId = gone?.userId ?? '';
	expect(sandbox.company.users.map(({ userid }) => userid)).not.toContain(userId);
	expect(await account('disable', userId)).toEqual([{ userId, disabled: true }]);
	expect(sandbox.data.accounts.disabled).toEqual([userId]);
});

test('a person’s own account is refused, and the error says what to do', async () => {
	await expect(account('disable', 'lisi')).rejects.toMatchObject({
		context: { code: 'exclusive.account.only' },
		description: expect.stringContaining('own DingTalk account') as string,
	});
});
