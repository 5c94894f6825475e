/**
 * `npm run e2e`: the end-to-end tests, in one real n8n; arguments go to jest.
 * `npm run e2e -- --n8n 1.123 seeds`: in another n8n than the pinned one; `latest` is the newest that can be installed.
 * `npm run e2e -- --workers 3 seeds`: in queue mode, with so many workers, on PostgreSQL and Redis.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type N8n, installVersion, startN8n } from './host';
import { buildPackage, root } from './host/build';
import { placePackage } from './host/packed';
import { startQueue } from './host/queue';

/** Takes an option and its value out of the arguments. */
function take(given: string[], option: string, example: string): string | undefined {
	const at = given.indexOf(option);
	if (at < 0) return undefined;
	const [, value] = given.splice(at, 2);
	if (!value) throw new Error(`Give ${option} a value: ${option} ${example}`);
	return value;
}

/** Has another n8n than the pinned one run the tests. */
async function useVersion(version: string): Promise<void> {
	const { folder, node } = await installVersion(version);
	process.env.E2E_N8N_FOLDER = folder;
	process.env.E2E_NODE = node;
}

/** Starts n8n; with workers in queue mode, which carry out everything. @returns it, and what ends all of it */
async function start(workers: number): Promise<[N8n, () => Promise<void>]> {
	const queue = workers > 0 ? await startQueue() : undefined;
	console.log(queue ? `Starting n8n with ${workers} workers, on PostgreSQL and Redis …` : 'Starting n8n …');
	const n8n = await startN8n({ packageDir: root, say: console.log, env: queue?.env });
	const started = await Promise.all(Array.from({ length: workers }, n8n.startWorker));
	return [
		{ ...n8n, log: () => [n8n, ...started].map((one) => one.log()).join('\n') },
		async () => {
			await Promise.all(started.map(async (worker) => await worker.stop()));
			await n8n.stop();
			await queue?.close();
		},
	];
}

async function main(): Promise<number> {
	const given = process.argv.slice(2);
	const version = take(given, '--n8n', '1.123');
	const workers = Number(take(given, '--workers', '3') ?? 0);
	if (version) await useVersion(version);
	const chinese = mkdtempSync(join(tmpdir(), 'n8n-zh-'));
	try {
		console.log('Building the package, in Chinese and in English …');
		await buildPackage('zh-CN');
		placePackage(root, chinese);
		await buildPackage();
		const [n8n, end] = await start(workers);
		return await test(n8n, chinese, given).finally(end);
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
	}
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
