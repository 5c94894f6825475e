import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Sandbox } from '../../../sandbox';

/** What a bare program on the official client makes of the same events and faults. */
export interface Yardstick {
	/** How often the work of each event was done, by event id. */
	readonly done: ReadonlyMap<string, number>;
	/** SIGKILL, and a new start. */
	crash(): Promise<void>;
	close(): Promise<void>;
}

/** Starts the official client against a sandbox. `work`: milliseconds that the work for one event takes. */
export async function startYardstick({ url, company, stream }: Sandbox, work: number): Promise<Yardstick> {
	const done = new Map<string, number>();
	let child: ChildProcess;
	const kill = async () => {
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
	};
	const start = async () => {
		const opened = stream.opens.length;
		child = spawn(
			process.execPath,
			[join(__dirname, 'officialClient.js'), url, company.appKey, company.appSecret, String(work)],
			{ stdio: ['ignore', 'pipe', 'ignore'] },
		);
		createInterface({ input: child.stdout! }).on('line', (line) => {
			const [, eventId] = /^done (.+)$/.exec(line) ?? [];
			if (eventId) done.set(eventId, (done.get(eventId) ?? 0) + 1);
		});
		while (stream.opens.length === opened) await new Promise((resolve) => setTimeout(resolve, 50));
	};
	await start();
	return {
		done,
		crash: async () => {
			await kill();
			await start();
		},
		close: kill,
	};
}
