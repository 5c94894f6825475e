import type { Host } from '../nodes/catalog/types';

/** One request as it came and what it was answered. Kept in memory only: headers and query hold tokens. */
export interface LogEntry {
	at: number;
	/** One of DingTalk's two, or the object storage where files are. */
	host: Host | 'storage';
	method: string;
	path: string;
	query: Record<string, string>;
	/** The query as it stood in the URL, undecoded. */
	rawQuery: string;
	headers: Record<string, string>;
	body: unknown;
	/** HTTP status; 0 when the connection was cut. */
	status: number;
	answer: unknown;
	/** Milliseconds until the answer. */
	took: number;
	/** Id of the catalog's row. */
	operation?: string;
	/** Why the request was malformed: such a request is a bug of its sender. */
	problem?: string;
	/** The injected fault that answered it. */
	fault?: string;
}

export class RequestLog {
	readonly entries: LogEntry[] = [];

	add(entry: LogEntry): LogEntry {
		this.entries.push(entry);
		return entry;
	}

	problems(): Array<LogEntry & { problem: string }> {
		return this.entries.filter((entry): entry is LogEntry & { problem: string } => entry.problem !== undefined);
	}

	clear(): void {
		this.entries.length = 0;
	}
}
