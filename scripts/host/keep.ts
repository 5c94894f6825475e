import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** Notes in the folder's time of change that it has been used now. */
export function markUsed(folder: string): void {
	const now = new Date();
	utimesSync(folder, now, now);
}

/** An n8n that was used within this time may be running still. */
const RUNNING_MS = 24 * 60 * 60_000;

/**
 * Removes all but the folders of a cache that were used last. What was used today, what is being filled (`.partial`), and locks, stay.
 * @param kept how many stay
 * @returns the folders removed
 */
export function removeUnused(cache: string, kept = 2): string[] {
	const folders = readdirSync(cache, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !entry.name.endsWith('.partial'))
		.map(({ name }) => join(cache, name));
	const used = new Map(folders.map((folder) => [folder, statSync(folder).mtimeMs]));
	const old = folders
		.sort((a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0))
		.slice(kept)
		.filter((folder) => Date.now() - (used.get(folder) ?? 0) > RUNNING_MS);
	for (const folder of old) rmSync(folder, { recursive: true, force: true });
	return old;
}
