import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './patience';
import { freePorts } from './ports';

const run = promisify(execFile);
const USER = 'n8n';

/** A PostgreSQL of this machine's package `postgresql`, with an empty database, on a free loopback port. */
export interface Postgres {
	/** The environment that has n8n keep its data there. */
	database: NodeJS.ProcessEnv;
	/** The rows of a SELECT, as objects. */
	query<T>(select: string): Promise<T[]>;
	close(): Promise<void>;
}

/** Debian keeps the server's programs out of the PATH. */
function programs(): string {
	const versions = '/usr/lib/postgresql';
	const debian = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, 'bin')) : [];
	const folders = [...debian.sort().reverse(), ...(process.env.PATH ?? '').split(delimiter)];
	const folder = folders.find((one) => existsSync(join(one, 'initdb')));
	if (folder === undefined) throw new Error('PostgreSQL is not installed: its package is called postgresql');
	return folder;
}

/** PostgreSQL does not run as root: then as the user that its package brings. */
function identity(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
	return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Starts PostgreSQL; resolves when it takes connections. Its data are deleted at the end. */
export async function startPostgres(): Promise<Postgres> {
	const [port] = await freePorts(1);
	const bin = programs();
	const who = identity();
	const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
	if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
	const data = join(folder, 'data');
	const inFolder = { cwd: folder, ...who };
	await run(join(bin, 'initdb'), ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], inFolder);
	const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: 200 };
	const server = spawn(
		join(bin, 'postgres'),
		['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
		{ ...inFolder, stdio: 'ignore' },
	);
	const exited = once(server, 'exit');
	const endWithParent = () => server.kill('SIGKILL');
	process.once('exit', endWithParent);
	const psql = async (sql: string) =>
		await run(join(bin, 'psql'), ['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-d', 'postgres', '-Atqc', sql], {
			maxBuffer: 64 * 1024 * 1024,
		});
	await eventually('PostgreSQL to take connections', async () => {
		return await psql('SELECT 1').catch(() => undefined);
	});
	return {
		database: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: USER,
			DB_POSTGRESDB_PASSWORD: USER,
		},
		query: async (select) => {
			const { stdout } = await psql(`SELECT coalesce(json_agg(row), '[]') FROM (${select}) row`);
			return JSON.parse(stdout);
		},
		close: async () => await end(server, exited, endWithParent, folder),
	};
}

async function end(
	server: ChildProcess,
	exited: Promise<unknown>,
	endWithParent: () => void,
	folder: string,
): Promise<void> {
	process.removeListener('exit', endWithParent);
	// SIGINT ends the connections, SIGTERM would wait for them.
	server.kill('SIGINT');
	await exited;
	rmSync(folder, { recursive: true, force: true });
}
