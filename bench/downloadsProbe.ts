/** The process whose memory `downloads` watches: our downloader and `putFile` with n8n-core's own helpers and file store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BinaryDataService, ErrorReporter } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';
import { DingTalkError } from '../nodes/protocol/errors';
import { download } from '../nodes/runtime/download';
import { putFile } from '../nodes/runtime/putFile';
import { inNode } from '../test/support/context';

interface Di {
	Container: { get: <T>(of: new (...parts: never[]) => T) => T; set: (of: unknown, value: unknown) => void };
}
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as Di;

const folder = mkdtempSync(join(tmpdir(), 'downloads-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit());

interface Job {
	kind: 'download' | 'put';
	url: string;
	limitBytes: number;
}

/** The last downloaded file: `put` sends it. */
let last: { binary: IBinaryData; size: number } | undefined;

async function run({ kind, url, limitBytes }: Job): Promise<{ size?: number; code?: string }> {
	const hosts = [new URL(url).origin];
	return await inNode(async (context) => {
		if (kind === 'download') {
			last = await download(context, { url }, { hosts, limitBytes });
			const { fileSize } = await context.helpers.getBinaryMetadata(last.binary.id ?? '');
			return { size: fileSize };
		}
		const { binary: { id = '' } = {}, size = 0 } = last ?? {};
		const open = async () => await context.helpers.getBinaryStream(id);
		await putFile(context, { url }, { name: 'file', mimeType: '', size, open }, { hosts });
		return { size };
	}).catch((error: unknown) => ({ code: error instanceof DingTalkError ? error.code : String(error) }));
}

async function main(): Promise<void> {
	const config = { mode: 'filesystem', localStoragePath: folder, availableModes: ['filesystem'], signingSecret: '' };
	const logger = { info: () => undefined };
	const service = new BinaryDataService(config as never, Container.get(ErrorReporter), logger as never);
	await service.init();
	Container.set(BinaryDataService, service);
	process.on('message', (job: Job) => {
		const began = performance.now();
		void run(job).then((done) => process.send?.({ ...done, seconds: (performance.now() - began) / 1000 }));
	});
	process.send?.({});
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
