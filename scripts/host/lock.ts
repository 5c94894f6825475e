import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process holds the lock file; a lock whose process is gone counts as free.
 * @param onWait called once, when another process holds it
 */
export async function withLock<T>(path: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
	for (let waited = false; !tryLock(path); waited = true) {
		if (!waited) onWait();
		await sleep(1000);
	}
	try {
		return await work();
	} finally {
		rmSync(path, { force: true });
	}
}

/** Takes the lock file for this process, to be removed by it; false when another living process holds it. */
export function tryLock(path: string): boolean {
	try {
		const file = openSync(path, 'wx');
		writeSync(file, String(process.pid));
		closeSync(file);
		return true;
	} catch (cause) {
		if (!isCode(cause, 'EEXIST')) throw cause;
		if (holderIsAlive(path)) return false;
		rmSync(path, { force: true });
		return tryLock(path);
	}
}

function holderIsAlive(path: string): boolean {
	try {
		// An empty file is a lock whose holder is just writing its id.
		const pid = Number(readFileSync(path, 'utf8'));
		if (pid > 0) process.kill(pid, 0);
		return true;
	} catch (cause) {
		if (isCode(cause, 'ENOENT') || isCode(cause, 'ESRCH')) return false;
		throw cause;
	}
}

function isCode(cause: unknown, code: string): boolean {
	return cause instanceof Error && 'code' in cause && cause.code === code;
}
