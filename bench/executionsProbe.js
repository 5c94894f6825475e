/**
 * Run by burst.ts on n8n's Node, which has SQLite: what a workflow's executions are, read beside n8n and not by it.
 * Arguments: the database file, the workflow's id, what the event ids of the burst begin with.
 */
const { DatabaseSync } = require('node:sqlite');

const [, , file, workflowId, prefix] = process.argv;
const database = new DatabaseSync(file, { readOnly: true });
const rows = database.prepare(
	'SELECT e.status, e.stoppedAt, d.data FROM execution_entity e JOIN execution_data d ON d.executionId = e.id WHERE e.workflowId = ? AND d.data LIKE ?',
);

const eventId = new RegExp(`${prefix}\\d+`);
const times = new Map();
const succeeded = new Set();
let lastEnd = 0;
for (const { status, stoppedAt, data } of rows.iterate(workflowId, `%${prefix}%`)) {
	const [id] = eventId.exec(data);
	times.set(id, (times.get(id) ?? 0) + 1);
	if (status === 'success') succeeded.add(id);
	// Empty for those that ran when n8n died.
	if (stoppedAt) lastEnd = Math.max(lastEnd, Date.parse(`${stoppedAt.replace(' ', 'T')}Z`));
}
console.log(
	JSON.stringify({
		succeeded: succeeded.size,
		twice: [...times.values()].filter((count) => count > 1).length,
		lastEnd,
	}),
);
