import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultKind } from '../../sandbox';
import { withCredentials } from '../../scripts/host/examples';
import { sandboxCredentials } from '../../scripts/host/sandboxCredentials';
import { type Bench, openBench } from './support/bench';
import { type Step, chain, dingTalk, person } from './support/workflow';

/** What n8n wrote to its database, raw: finished executions stand there in clear text, credentials encrypted. */
function databaseOf(userFolder: string): string {
	const folder = join(userFolder, '.n8n');
	const files = readdirSync(folder).filter((name) => /^database\.sqlite(-wal)?$/.test(name));
	return files.map((name) => readFileSync(join(folder, name), 'latin1')).join('\n');
}

/** Calls that are not repeated, so that they fail at once; each with the path that a fault is to hit. */
const steps: Array<{ step: Step; path: string | RegExp }> = [
	{
		step: dingTalk('workNotification', 'send', {
			people: person('zhangsan'),
			messageType: 'text',
			content: 'secret-free',
		}),
		path: '/topapi/message/corpconversation/asyncsend_v2',
	},
	{
		step: dingTalk('todo', 'create', { person: person('unzhangsaniEiE', 'unionId'), subject: 'secret-free' }),
		path: /^\/v1\.0\/todo\//,
	},
	{ step: dingTalk('groupRobot', 'send', { messageType: 'text', text: 'secret-free' }), path: '/robot/send' },
];

/** An n8n of its own, as talkative as it can be, in which everything goes wrong. */
describe('tokens, secrets and signs', () => {
	let bench: Bench;
	const secrets = new Set<string>();

	beforeAll(async () => {
		bench = await openBench({ n8n: { env: { N8N_LOG_LEVEL: 'debug', CODE_ENABLE_STDOUT: 'true' } } });
		const { dingTalkApi, dingTalkRobotApi } = sandboxCredentials(bench.sandbox);
		for (const secret of [
			dingTalkApi.clientSecret,
			dingTalkApi.callbackToken,
			dingTalkApi.callbackAesKey,
			dingTalkRobotApi.secret,
			bench.sandbox.company.groupRobot.accessToken,
		])
			secrets.add(String(secret));
	});
	afterAll(async () => await bench.close());

	it.each<FaultKind>(['expiredToken', 'busy', '500', 'reset', 'quota'])(
		'are in no error when DingTalk answers with %s',
		async (kind) => {
			const { sandbox } = bench;
			// The robot's message has a key, which makes it safe to repeat: there a fault that is never waited out.
			for (const { path } of steps)
				sandbox.fault(
					path === '/robot/send'
						? { kind: 'quota', match: path }
						: { kind, match: path, times: kind === 'expiredToken' ? 2 : 1 },
				);
			const execution = await bench.run(
				chain(
					`secrets: ${kind}`,
					steps.map(({ step }) => ({ ...step, onError: 'continueRegularOutput' })),
				),
			);
			sandbox.clearFaults();
			for (const { step } of steps)
				expect(execution.json(step.name)).toEqual([
					{ error: expect.objectContaining({ message: expect.any(String) }) },
				]);
		},
	);

	it.each([
		['whose secret is wrong', {}, 'invalidClientIdOrSecret'],
		['whose host does not answer', { apiHost: 'http://127.0.0.1:9' }, 'no connection to'],
	])('are in no error of a credential %s', async (name, difference, expected) => {
		const { api, sandbox, credentials } = bench;
		const wrong = { ...sandboxCredentials(sandbox).dingTalkApi, clientSecret: 'wrong'.repeat(8), ...difference };
		secrets.add(wrong.clientSecret);
		const dingTalkApi = await api.createCredential(name, 'dingTalkApi', wrong);
		const execution = await api.run(
			withCredentials(chain(`secrets: ${name}`, [steps[1].step]), { ...credentials, dingTalkApi }),
		);
		expect(execution.error()?.message).toContain(expected);
	});

	it('are neither in what n8n keeps of these executions nor in its log', async () => {
		const { sandbox, n8n } = bench;
		for (const { headers, query } of sandbox.log)
			for (const token of [headers['x-acs-dingtalk-access-token'], query.access_token]) if (token) secrets.add(token);
		expect(secrets.size).toBeGreaterThanOrEqual(7);
		const database = databaseOf(n8n?.userFolder ?? '');
		const log = n8n?.log() ?? '';
		expect(database).toContain('secret-free');
		expect(log).toContain('debug');
		for (const secret of secrets)
			for (const [where, text] of Object.entries({ database, log }))
				expect({ where, secret, found: text.includes(secret) }).toEqual({ where, secret, found: false });
		expect(database).not.toMatch(/[?&]sign=(?!\*\*\*)/);
		expect(log).not.toMatch(/[?&]sign=|access_token=(?!\*\*\*)/);
	});
});
