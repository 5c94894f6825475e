import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { eventually } from './patience';
import { freePorts } from './ports';

/** A Redis of this machine's package `redis-server`, in memory only, on a free loopback port. */
export interface Redis {
	port: number;
	/** The environment that puts n8n into queue mode on this Redis. */
	queueMode: NodeJS.ProcessEnv;
	close(): Promise<void>;
}

/** Starts Redis for n8n's queue mode; resolves when it takes connections. */
export async function startRedis(): Promise<Redis> {
	const [port] = await freePorts(1);
	const child = spawn(
		'redis-server',
		['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
		{ stdio: 'ignore' },
	);
	const exited = once(child, 'exit');
	const endWithParent = () => child.kill('SIGKILL');
	process.once('exit', endWithParent);
	await eventually('Redis to take connections', async () => (await connects(port)) || undefined);
	return {
		port,
		queueMode: { EXECUTIONS_MODE: 'queue', QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
		close: async () => await end(child, exited, endWithParent),
	};
}

async function end(child: ChildProcess, exited: Promise<unknown>, endWithParent: () => void): Promise<void> {
	process.removeListener('exit', endWithParent);
	child.kill('SIGTERM');
	await exited;
}

async function connects(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1');
	try {
		await once(socket, 'connect');
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
