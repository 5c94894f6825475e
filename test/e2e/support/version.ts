import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/build';

/** Of the n8n that the tests run on: the pinned one, or that of docs/verification-versions.md. */
function version(): string {
	const { E2E_N8N_FOLDER: other } = process.env;
	const read = (...path: string[]): { version: string; dependencies: { n8n: string } } =>
		JSON.parse(readFileSync(join(...path), 'utf8'));
	return other
		? read(other, 'node_modules', 'n8n', 'package.json').version
		: read(root, 'n8n', 'package.json').dependencies.n8n;
}

/** Whether that n8n is this version or newer. */
export function since(wanted: string): boolean {
	const [major, minor] = version().split('.').map(Number);
	const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
	return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
