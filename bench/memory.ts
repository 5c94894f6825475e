import { readFileSync, writeFileSync } from 'node:fs';

/** The kernel keeps the peak; it is read now and then because it is gone when the process is. */
const EVERY_MS = 200;

function peakOf(pid: number): number | undefined {
	try {
		const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
		return found ? Number(found[1]) / 1024 : undefined;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

/**
 * Watches the largest resident size of a process from now on. Linux only.
 * @returns `stop` says it, in MB; of a process that has ended, what it was shortly before
 */
export function watchPeak(pid: number): { stop: () => number } {
	// Forgets the peak so far. https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
	let peak = 0;
	const look = (): void => {
		peak = peakOf(pid) ?? peak;
	};
	const timer = setInterval(look, EVERY_MS);
	return {
		stop: () => {
			clearInterval(timer);
			look();
			return peak;
		},
	};
}
