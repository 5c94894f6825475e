/**
 * `npm run live -- --client-id …`: reads from the real DingTalk all that can be read without knowing an ID, and writes a report
 * without values into `live-report/`. It changes nothing, and nothing leaves this machine but the calls to DingTalk.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/build';
import { markdown } from './markdown';
import { lackingPermissions, type OperationResult, type Report } from './report';
import { check } from './run';
import { clientSecret } from './secret';
import { settingsFrom } from './settings';

const FOLDER = 'live-report';

const line = (done: number, all: number, { id, outcome, code, permissions = [] }: OperationResult) =>
	`${String(done).padStart(3)}/${all} ${outcome.padEnd(12)} ${id} ${[code, ...permissions].filter(Boolean).join(' ')}`;

/** The report as two files; what the user typed appears in neither. */
function write(report: Report, typed: readonly string[]): string {
	const clean = (text: string) =>
		typed.filter((value) => value.length > 3).reduce((rest, value) => rest.split(value).join('***'), text);
	const folder = join(root, FOLDER);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'report.json'), clean(`${JSON.stringify(report, undefined, '\t')}\n`));
	writeFileSync(join(folder, 'report.md'), clean(markdown(report)));
	return folder;
}

async function main(): Promise<void> {
	const settings = settingsFrom(process.argv.slice(2));
	const { clientId, corpId, operator, agentId, host, legacyHost, callsPerSecond, only } = settings;
	const secret = await clientSecret();
	const report = await check({
		credential: {
			clientId,
			clientSecret: secret,
			accessToken: '',
			expiresAt: '',
			corpId,
			agentId,
			// The robot of an internal app has the app's own ID.
			robotCode: clientId,
			defaultOperator: operator,
			callbackToken: '',
			callbackAesKey: '',
			apiHost: host,
			legacyHost,
			fileHosts: '',
		},
		gapMs: 1000 / callsPerSecond,
		only: (id) => only.length === 0 || only.includes(id.split(' ')[0] ?? ''),
		say: (...told) => console.log(line(...told)),
	});
	const folder = write(report, [clientId, secret, corpId, operator, agentId, host, legacyHost]);
	const lacking = lackingPermissions(report).map(([permission]) => permission);
	if (report.ended) console.log(`Ended early 提前结束: ${report.ended}`);
	console.log(`
${report.calls} calls 次调用; ${report.routes.reduce((sum, { contradictions }) => sum + contradictions.length, 0)} contradictions 处与文档不符
${lacking.length > 0 ? `Permissions to apply for 需要申请的权限: ${lacking.join(', ')}` : 'No permission is missing 没有缺少权限'}
${folder}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : 'Failed 失败');
	process.exitCode = 1;
});
