import { readFileSync, readdirSync } from 'node:fs';

/** What a process holds and has used, as the kernel says. Linux only. https://man7.org/linux/man-pages/man5/proc.5.html */
export interface Held {
	/** Resident memory, MB. */
	megabytes: number;
	/** Open files, sockets and pipes. */
	handles: number;
	/** Processor time since it began, s. */
	seconds: number;
}

/** Ticks a second that the kernel counts processor time in, on every architecture that Node.js supports. */
const TICKS = 100;

export function heldBy(pid: number): Held {
	const [, kilobytes = ''] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	// The name stands in brackets and may hold anything; user and system time are the 12th and 13th field after it.
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').slice(-1)[0].split(' ');
	return {
		megabytes: Number(kilobytes) / 1024,
		handles: readdirSync(`/proc/${pid}/fd`).length,
		seconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
	};
}
