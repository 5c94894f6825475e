import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi, type Owner } from './api';
import { n8nEnvironment, reachedAt } from './environment';
import { installHost } from './install';
import { placePackage } from './packed';
import { ownerOf } from './owner';
import { freePorts } from './ports';
import { type N8nProcess, runN8n } from './process';
import { RestError } from './rest';

export { N8nApi, type Owner, type Saved, type Workflow } from './api';
export { Execution, type ExecutionError } from './execution';
export { type Host, installHost, installVersion } from './install';
export { packedFiles } from './packed';
export { PATIENCE_MS, PATIENT, eventually } from './patience';
export { freePorts } from './ports';
export type { N8nProcess } from './process';
export { type Postgres, startPostgres } from './postgres';
export { type Redis, startRedis } from './redis';

export interface N8nOptions {
	/** A built community-node package to load. */
	packageDir?: string;
	/** Where n8n keeps its data; default: a new folder that `stop` and `kill` delete. Start again with the same one to go on with its data. */
	userFolder?: string;
	/** More environment variables of n8n; they win. */
	env?: NodeJS.ProcessEnv;
	/** The editor's port; default: a free one. */
	port?: number;
	/** Progress of the installation, when there is one. */
	say?: (line: string) => void;
}

/** A running n8n with a signed-in owner. */
export interface N8n extends N8nProcess {
	readonly url: string;
	readonly owner: Owner;
	readonly userFolder: string;
	readonly api: N8nApi;
	/** Starts a worker on this n8n's data (queue mode: `EXECUTIONS_MODE=queue` and `QUEUE_BULL_REDIS_*` in `env`). */
	startWorker(): Promise<N8nProcess>;
}

/** Installs n8n if need be, starts it with the package loaded, and signs in. Resolves when active workflows are live. */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const { packageDir, env = {}, say } = options;
	const host = await installHost(say);
	const userFolder = options.userFolder ?? mkdtempSync(join(tmpdir(), 'n8n-'));
	if (packageDir) placePackage(packageDir, userFolder);
	const [freePort, brokerPort] = await freePorts(2);
	const port = options.port ?? freePort;
	const url = `http://127.0.0.1:${port}`;
	const running = await runN8n(host, ['start'], {
		env: n8nEnvironment(userFolder, { port, brokerPort }, env),
		readyText: 'Editor is now accessible via',
	});
	const refused = /^.*Failed to load package[^]*?\n\n/m.exec(running.log());
	if (packageDir && refused) throw new Error(`n8n does not load the package: ${refused[0].trim()}`);
	const api = new N8nApi(url);
	const owner = ownerOf(userFolder);
	await api.signIn(owner).catch(async (error: unknown) => {
		await running.stop();
		if (!(error instanceof RestError && error.status === 401)) throw error;
		throw new Error(`${userFolder} has an owner with another password. Delete this folder and start again.`);
	});
	const cleanUp = () => {
		if (!options.userFolder) rmSync(userFolder, { recursive: true, force: true });
	};
	return {
		...running,
		url,
		owner,
		userFolder,
		api,
		stop: async () => {
			await running.stop();
			cleanUp();
		},
		kill: async () => {
			await running.kill();
			cleanUp();
		},
		startWorker: async () => {
			const [workerPort, workerBrokerPort] = await freePorts(2);
			return await runN8n(host, ['worker'], {
				env: n8nEnvironment(
					userFolder,
					{ port: workerPort, brokerPort: workerBrokerPort },
					// Links that a worker sends lead to the main process.
					{
						QUEUE_HEALTH_CHECK_PORT: String(workerPort),
						...reachedAt(`${url}/`),
						...env,
					},
				),
				readyText: 'n8n worker is now ready',
			});
		},
	};
}
