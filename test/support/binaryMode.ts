import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { BinaryDataBlobManager, BinaryDataService, ErrorReporter } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

interface Di {
	Container: { get: <T>(of: new (...parts: never[]) => T) => T; set: (of: unknown, value: unknown) => void };
}

/** n8n-core's own copy of n8n's container. */
const { Container } = jest.requireActual<Di>(
	require.resolve('@n8n/di', { paths: [dirname(require.resolve('n8n-core'))] }),
);

/** Where n8n keeps files: in the workflow's data, on disk, or in a store that takes whole buffers as its S3 and its database do. */
export type BinaryMode = 'default' | 'filesystem' | 's3';

/** Files in a map, taken and named as n8n's S3 store does it (`S3ByteStore.write`, `ObjectStoreService.put`). */
class BufferStore {
	readonly files = new Map<string, { content: Buffer; metadata: { fileName?: string; mimeType?: string } }>();

	async write(key: string, body: Buffer | Readable, metadata: { fileName?: string; mimeType?: string } = {}) {
		const content = Buffer.isBuffer(body) ? body : await buffer(body);
		encodeURIComponent(metadata.fileName ?? '');
		this.files.set(key, { content, metadata });
		return content.length;
	}
	async read(key: string) {
		return await Promise.resolve(this.files.get(key)?.content ?? null);
	}
}

/** Puts n8n's binary store into this mode for the tests of a file. */
export async function useBinaryMode(mode: BinaryMode) {
	const folder = mkdtempSync(join(tmpdir(), 'binary-'));
	const reporter = Container.get(ErrorReporter);
	const config = { mode, localStoragePath: folder, availableModes: [mode], signingSecret: '' };
	const service = new BinaryDataService(config as never, reporter, { info: () => undefined } as never);
	await service.init();
	if (mode === 's3') service.setManager('s3', new BinaryDataBlobManager(new BufferStore() as never, reporter));
	Container.set(BinaryDataService, service);
	return {
		folder,
		/** What the store has of a file. */
		content: async (binary: IBinaryData) => await service.getAsBuffer(binary),
		metadata: async ({ id = '' }: IBinaryData) => await service.getMetadata(id),
		read: (path: string) => readFileSync(join(folder, path)),
		close: () => rmSync(folder, { recursive: true, force: true }),
	};
}
