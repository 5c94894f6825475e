/** Writes the generated documents; test/docs.test.ts tells when that is due. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './docs/documents';

async function main(): Promise<void> {
	for (const [file, text] of await documents()) writeFileSync(join(__dirname, '..', file), text);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
