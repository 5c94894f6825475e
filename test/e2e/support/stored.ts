import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installHost } from '../../../scripts/host';

/** One execution as it stands in n8n's database. */
export interface StoredExecution {
	readonly id: number;
	readonly status: string;
	/** The event it runs. */
	readonly event?: string;
}

const run = promisify(execFile);

/**
 * Every execution of a workflow, out of n8n's SQLite file: thousands at once, and of a dead n8n too.
 * @param event finds the event's id in the data of its execution
 */
export async function storedExecutions(
	userFolder: string,
	workflowId: string,
	event: RegExp,
): Promise<StoredExecution[]> {
	const { folder, node } = await installHost();
	const file = join(userFolder, '.n8n', 'database.sqlite');
	const { stdout } = await run(node, [join(__dirname, 'storedExecutions.js'), folder, file, workflowId, event.source], {
		maxBuffer: 64 * 1024 * 1024,
	});
	const rows: Array<[number, string, string | null]> = JSON.parse(stdout);
	return rows.map(([id, status, found]) => ({ id, status, ...(found && { event: found }) }));
}

/** Whether n8n counts it as ended, and nothing cut it off. */
export const hasEnded = ({ status }: StoredExecution): boolean => ['success', 'error', 'canceled'].includes(status);

/** How often each value occurs. */
export function tally(values: ReadonlyArray<string | undefined>): Map<string, number> {
	const counts = new Map<string, number>();
	for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}
