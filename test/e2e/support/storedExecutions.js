/**
 * Run by stored.ts on n8n's own Node.js, whose SQLite driver does not survive in a test's sandbox.
 * Arguments: n8n's folder, the database file, a workflow id, a pattern. Prints [[id, status, what the pattern finds in the data], …].
 */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const [, , folder, file, workflowId, pattern] = process.argv;
const { Database, OPEN_READONLY } = createRequire(join(folder, 'package.json'))('sqlite3');

const SELECT = `SELECT execution.id, execution.status, coalesce(content.data, '') AS data FROM execution_entity execution
	LEFT JOIN execution_data content ON content.executionId = execution.id
	WHERE execution.workflowId = ? AND execution.deletedAt IS NULL ORDER BY execution.id`;
const find = new RegExp(pattern);

new Database(file, OPEN_READONLY).all(SELECT, [workflowId], (error, rows) => {
	if (error) throw error;
	process.stdout.write(JSON.stringify(rows.map(({ id, status, data }) => [id, status, find.exec(data)?.[0]])));
});
