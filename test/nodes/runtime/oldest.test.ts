/**
 * The oldest n8n that the package promises to run in, 1.123, comes with n8n-workflow 1.120.0. Its errors drop their cause
 * (as those of n8n 2.10 still do), so what went wrong below n8n's HTTP helper has to come up by another way.
 */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials, type Call } from '../../support/engine';
import { getUser, nodeOf } from '../../support/node';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	NodeApiError: jest.requireActual<{ NodeApiError: unknown }>('n8n-workflow-oldest').NodeApiError,
	sleep: async () => await Promise.resolve(),
}));

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());

const call = (credential: IDataObject = {}): Call => ({
	nodeType: nodeOf([getUser]),
	parameters: { resource: 'thing', operation: 'getUser', userId: 'zhangsan', options: { callsPerSecond: 0 } },
	credentials: sandboxCredentials(sandbox, credential),
});
const failure = async (wanted: Call) =>
	await execute(wanted).then(
		() => undefined,
		(error: Error) => error.message,
	);
const nobody = 'http://127.0.0.1:9';

test('a wrong secret is told from a broken connection', async () => {
	expect(await failure(call({ clientSecret: 'wrong-secret' }))).toMatch(/\(code invalidClientIdOrSecret, request id /);
});

test('a token that ran out and a secret that was changed: the same', async () => {
	expect(await failure(call({ clientSecret: 'wrong-secret', accessToken: 'old', expiresAt: 1 }))).toMatch(
		/\(code invalidClientIdOrSecret, request id /,
	);
});

test.each([
	['the token', { apiHost: nobody }],
	['the operation', { legacyHost: nobody, accessToken: 'unused', expiresAt: Date.now() + 60_000 }],
])('nobody listens where %s is asked for', async (_, credential) => {
	expect(await failure(call(credential))).toMatch(/no connection to (http:\/\/)?127\.0\.0\.1:9 \(code ECONNREFUSED\)$/);
});

test('a later failure is not taken for an earlier one', async () => {
	const wanted = call({ apiHost: nobody });
	expect(await outputs({ ...wanted, items: [{ json: {} }, { json: {} }], onError: 'continueRegularOutput' })).toEqual([
		{ error: expect.objectContaining({ code: 'ECONNREFUSED' }) },
		{ error: expect.objectContaining({ code: 'ECONNREFUSED' }) },
	]);
});
