/**
 * `npm run e2e`: the end-to-end tests, in one real n8n; arguments go to jest.
 * `npm run e2e -- --n8n 1.123 seeds`: in another n8n than the pinned one; `latest` is the newest that can be installed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type N8n, installVersion, startN8n } from './host';
import { buildPackage, root } from './host/build';
import { placePackage } from './host/packed';

/** Takes `--n8n <version>` out of the arguments and installs that n8n; what is left goes to jest. */
async function jestArguments(): Promise<string[]> {
	const given = process.argv.slice(2);
	const at = given.indexOf('--n8n');
	if (at < 0) return given;
	const version = given[at + 1];
	if (!version) throw new Error('Say which n8n: --n8n 1.123, --n8n latest');
	const { folder, node } = await installVersion(version);
	process.env.E2E_N8N_FOLDER = folder;
	process.env.E2E_NODE = node;
	return given.filter((_, index) => index !== at && index !== at + 1);
}

async function main(): Promise<number> {
	const given = await jestArguments();
	const chinese = mkdtempSync(join(tmpdir(), 'n8n-zh-'));
	try {
		console.log('Building the package, in Chinese and in English …');
		await buildPackage('zh-CN');
		placePackage(root, chinese);
		await buildPackage();
		console.log('Starting n8n …');
		return await test(await startN8n({ packageDir: root, say: console.log }), chinese, given);
	} finally {
		rmSync(chinese, { recursive: true, force: true });
	}
}

/**
 * @param chinese user folder of an n8n that has the package with Chinese labels
 * @param given arguments of jest
 */
async function test(n8n: N8n, chinese: string, given: string[]): Promise<number> {
	try {
		const jest = spawn(
			process.execPath,
			[
				join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
				'--config',
				join(root, 'test', 'e2e', 'jest.config.js'),
				'--runInBand',
				...given,
			],
			{
				cwd: root,
				stdio: 'inherit',
				env: {
					...process.env,
					E2E_N8N_URL: n8n.url,
					E2E_N8N_SESSION: n8n.api.session,
					E2E_CHINESE_USER_FOLDER: chinese,
				},
			},
		);
		const [code] = await once(jest, 'exit');
		return typeof code === 'number' ? code : 1;
	} finally {
		const results = join(root, 'test-results');
		mkdirSync(results, { recursive: true });
		writeFileSync(join(results, 'n8n.log'), n8n.log());
		await n8n.stop();
	}
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
