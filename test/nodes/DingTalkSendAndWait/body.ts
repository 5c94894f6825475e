import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Response } from 'undici';

const oneOrAll = (some: unknown[]): unknown => (some.length > 1 ? some : some[0]);

/** A body in parts as n8n reads it (webhook-form-data.js): texts and files apart, a list only where there are several. */
async function partsOf(type: string, body: Buffer): Promise<object> {
	const sent = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
	const folder = mkdtempSync(join(tmpdir(), 'form-'));
	const data: Record<string, unknown> = {};
	const files: Record<string, unknown> = {};
	for (const name of new Set(sent.keys())) {
		const entries = sent.getAll(name);
		const uploads = entries.flatMap((entry) => (typeof entry === 'string' ? [] : [entry]));
		const kept = uploads.map(async (file, index) => {
			const filepath = join(folder, `${name}-${index}`);
			writeFileSync(filepath, Buffer.from(await file.arrayBuffer()));
			return { filepath, originalFilename: file.name, newFilename: 'x', mimetype: file.type, size: file.size };
		});
		if (uploads.length > 0) files[name] = oneOrAll(await Promise.all(kept));
		else data[name] = oneOrAll(entries);
	}
	return { data, files };
}

/** What n8n makes of the body of a request. */
export async function bodyOf(type: string, raw: Buffer): Promise<unknown> {
	const body = raw.toString();
	if (type.startsWith('multipart/form-data')) return await partsOf(type, raw);
	if (type.startsWith('application/json')) return JSON.parse(body);
	if (type.startsWith('text/plain')) return body;
	if (!type.startsWith('application/x-www-form-urlencoded')) return {};
	const fields = new URLSearchParams(body);
	return Object.fromEntries([...new Set(fields.keys())].map((name) => [name, oneOrAll(fields.getAll(name))]));
}
