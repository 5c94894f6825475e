import { fork, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Bench, Line } from './line';
import { watchPeak } from './memory';

const MB = 1024 * 1024;
const GB = 1024 * MB;

/** A storage host that gives a file of so many bytes and takes any, on a process of its own: this one. */
async function storage() {
	const chunk = Buffer.alloc(MB, 'x');
	let received = 0;
	const server = createServer((request, response) => {
		if (request.method === 'PUT') {
			request.on('data', (part: Buffer) => (received += part.length));
			request.on('end', () => response.end());
			return;
		}
		const [, size = '0', announced] = /^\/(\d+)(\/announced)?/.exec(request.url ?? '') ?? [];
		let left = Number(size);
		if (announced) response.setHeader('content-length', size);
		const more = (): void => {
			while (left > 0 && !response.destroyed) {
				left -= chunk.length;
				if (!response.write(chunk)) return void response.once('drain', more);
			}
			response.end();
		};
		more();
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received: () => received,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

/** What a job of the probe answered. */
interface Done {
	/** Bytes that arrived in n8n's binary store, or the code of the error. */
	size?: number;
	code?: string;
	seconds: number;
}

const answerOf = async (probe: ChildProcess): Promise<Done> =>
	await new Promise((resolve, reject) => {
		probe.once('message', (message) => resolve(message as Done));
		probe.once('exit', (code) => reject(new Error(`the probe ended with ${code}`)));
	});

/** Runs a job in the probe, and what its memory grew by at the most. */
async function measured(probe: ChildProcess, job: object): Promise<Done & { addedMb: number }> {
	if (probe.pid === undefined) throw new Error('the probe did not start');
	const before = watchPeak(probe.pid).stop();
	const watch = watchPeak(probe.pid);
	probe.send(job);
	const done = await answerOf(probe);
	return { ...done, addedMb: watch.stop() - before };
}

export const downloads: Bench = {
	name: 'downloads',
	about: 'a file of 1 GB through n8n-core in filesystem mode, down and up; files without an end',
	run: async (say) => {
		const host = await storage();
		const probe = fork(join(__dirname, 'downloadsProbe.ts'), { execArgv: ['--import', 'tsx'] });
		try {
			await answerOf(probe);
			const lines: Line[] = [];
			const url = (path: string) => `${host.origin}/${path}`;
			say('a file of 1 MB first, so that everything is loaded');
			await measured(probe, { kind: 'download', url: url(`${MB}/announced`), limitBytes: 2 * GB });
			await measured(probe, { kind: 'put', url: url('put') });
			for (const path of [`${GB}/announced`, `${GB}`]) {
				say(`downloading 1 GB, ${path.includes('announced') ? 'announced' : 'of unknown length'}`);
				const { size, seconds, addedMb } = await measured(probe, {
					kind: 'download',
					url: url(path),
					limitBytes: 2 * GB,
				});
				const what = path.includes('announced') ? '1 GB down' : '1 GB down, length unknown';
				lines.push(
					{ what: `${what}: memory added`, value: addedMb, unit: 'MB', atMost: 64 },
					{ what: `${what}: arrived`, value: (size ?? 0) / MB, unit: 'MB', atLeast: 1024, atMost: 1024 },
					{ what: `${what}: time`, value: seconds, unit: 's' },
				);
			}
			say('putting 1 GB');
			const before = host.received();
			const up = await measured(probe, { kind: 'put', url: url('put') });
			lines.push(
				{ what: '1 GB up: memory added', value: up.addedMb, unit: 'MB', atMost: 64 },
				{ what: '1 GB up: arrived', value: (host.received() - before) / MB, unit: 'MB', atLeast: 1024, atMost: 1024 },
				{ what: '1 GB up: time', value: up.seconds, unit: 's' },
			);
			say('a file of 3 GB at the limit of 100 MB');
			const over = await measured(probe, { kind: 'download', url: url(`${3 * GB}`), limitBytes: 100 * MB });
			lines.push(
				{ what: '3 GB at a limit of 100 MB: memory added', value: over.addedMb, unit: 'MB', atMost: 64 },
				{ what: '3 GB at a limit of 100 MB: refused', value: Number(over.code === 'fileSize'), atLeast: 1, atMost: 1 },
			);
			return lines;
		} finally {
			probe.kill();
			host.close();
		}
	},
};
