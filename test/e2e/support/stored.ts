import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installHost } from '../../../scripts/host';

/** One execution as it stands in n8n's database. */
export interface StoredExecution {
	readonly id: number;
	readonly status: string;
	/** Its data, as n8n writes them. */
	readonly data: string;
}

interface Database {
	all(sql: string, parameters: unknown[], done: (error: Error | null, rows: StoredExecution[]) => void): void;
	close(done: (error: Error | null) => void): void;
}

interface Sqlite {
	Database: new (file: string, mode: number, done: (error: Error | null) => void) => Database;
	OPEN_READONLY: number;
}

const SELECT =
	'SELECT execution.id, execution.status, coalesce(content.data, \'\') AS data FROM execution_entity execution LEFT JOIN execution_data content ON content.executionId = execution.id WHERE execution.workflowId = ? AND execution.deletedAt IS NULL ORDER BY execution.id';

/** Every execution of a workflow, read from n8n's SQLite file with n8n's own driver: thousands at once, of a dead n8n too. */
export async function storedExecutions(userFolder: string, workflowId: string): Promise<StoredExecution[]> {
	const { folder } = await installHost();
	const { Database, OPEN_READONLY }: Sqlite = createRequire(join(folder, 'package.json'))('sqlite3');
	const file = join(userFolder, '.n8n', 'database.sqlite');
	const database = await new Promise<Database>((resolve, reject) => {
		const opened: Database = new Database(file, OPEN_READONLY, (error) => (error ? reject(error) : resolve(opened)));
	});
	try {
		return await new Promise((resolve, reject) => database.all(SELECT, [workflowId], (error, rows) => (error ? reject(error) : resolve(rows))));
	} finally {
		database.close(() => undefined);
	}
}
