import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/host/build';
import { until } from '../support/until';

/** Stands for n8n: says that it is ready, and never ends. */
const N8N =
	"require('fs').writeFileSync('pid', String(process.pid)); console.log('ready'); setInterval(() => {}, 1000);";
const STARTER = `
	import { runN8n } from ${JSON.stringify(join(root, 'scripts/host/process'))};
	void runN8n({ folder: process.cwd(), node: process.execPath, cli: 'n8n.js' }, [], { env: process.env, readyText: 'ready' })
		.then(() => console.log('started'));
`;

const isAlive = (pid: number) => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

test('n8n ends with the process that has started it, even if that is killed outright', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'host-process-'));
	writeFileSync(join(folder, 'n8n.js'), N8N);
	writeFileSync(join(folder, 'starter.ts'), STARTER);
	const tsx = require.resolve('tsx');
	const starter = spawn(process.execPath, ['--import', tsx, 'starter.ts'], { cwd: folder });
	let said = '';
	starter.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
	await until(() => said.includes('started'));
	const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
	expect(isAlive(pid)).toBe(true);
	starter.kill('SIGKILL');
	await until(() => !isAlive(pid));
	rmSync(folder, { recursive: true });
});
