/** `npm run e2e`: the end-to-end tests, in one real n8n; arguments go to jest. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type N8n, startN8n } from './host';
import { buildPackage, root } from './host/build';
import { placePackage } from './host/packed';

async function main(): Promise<number> {
	const chinese = mkdtempSync(join(tmpdir(), 'n8n-zh-'));
	try {
		console.log('Building the package, in Chinese and in English …');
		await buildPackage('zh-CN');
		placePackage(root, chinese);
		await buildPackage();
		console.log('Starting n8n …');
		return await test(await startN8n({ packageDir: root, say: console.log }), chinese);
	} finally {
		rmSync(chinese, { recursive: true, force: true });
	}
}

/** @param chinese user folder of an n8n that has the package with Chinese labels */
async function test(n8n: N8n, chinese: string): Promise<number> {
	try {
		const jest = spawn(
			process.execPath,
			[
				join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
				'--config',
				join(root, 'test', 'e2e', 'jest.config.js'),
				'--runInBand',
				...process.argv.slice(2),
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
