import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from './install';

/** A running n8n process: its log so far, and the two ways to end it. */
export interface N8nProcess {
	readonly pid: number;
	/** What it has printed so far, both streams; at most the last million characters. */
	log(): string;
	/** Resolves with the exit code (null after a signal) when the process has ended. */
	readonly exited: Promise<number | null>;
	/** Asks n8n to shut down and waits; kills it after 20 s. */
	stop(): Promise<void>;
	/** Ends it at once, as a crash would (SIGKILL). */
	kill(): Promise<void>;
}

const keptLog = 1_000_000;

/**
 * Starts one n8n command and waits until it has printed `readyText`.
 * @throws when it ends or stays silent before that; the error carries the end of its log
 */
export async function runN8n(
	host: Host,
	command: string[],
	{ env, readyText, timeoutMs = 180_000 }: { env: NodeJS.ProcessEnv; readyText: string; timeoutMs?: number },
): Promise<N8nProcess> {
	const args = ['--require', join(__dirname, 'endWithParent.js'), host.cli, ...command];
	const child = spawn(host.node, args, { env, cwd: host.folder, stdio: 'pipe' });
	let log = '';
	let noticed = () => {};
	const ready = new Promise<void>((resolve) => (noticed = resolve));
	const read = (chunk: Buffer) => {
		log = (log + chunk.toString()).slice(-keptLog);
		if (log.includes(readyText)) noticed();
	};
	child.stdout.on('data', read);
	child.stderr.on('data', read);
	const exited = ended(child);
	const endWithParent = () => child.kill('SIGKILL');
	process.once('exit', endWithParent);
	void exited.finally(() => process.removeListener('exit', endWithParent));

	const timer = new AbortController();
	const outcome = await Promise.race([
		ready.then(() => 'ready'),
		exited.then((code) => `ended with ${code}`),
		sleep(timeoutMs, `was not ready after ${timeoutMs / 1000} s`, { signal: timer.signal }),
	]);
	timer.abort();
	if (outcome !== 'ready') {
		child.kill('SIGKILL');
		throw new Error(`n8n ${command.join(' ')} ${outcome}:\n${log.slice(-4000)}`);
	}
	if (child.pid === undefined) throw new Error('n8n has no process id');
	return {
		pid: child.pid,
		log: () => log,
		exited,
		stop: async () => {
			child.kill('SIGTERM');
			const timeout = setTimeout(() => child.kill('SIGKILL'), 20_000);
			await exited;
			clearTimeout(timeout);
		},
		kill: async () => {
			child.kill('SIGKILL');
			await exited;
		},
	};
}

async function ended(child: ChildProcess): Promise<number | null> {
	const [code] = await once(child, 'exit');
	return typeof code === 'number' ? code : null;
}
