/** A list opens with few calls however large the company is: that keeps it quick, and cheap for the monthly quota. */
import { listSearchOf } from '../../../nodes/runtime/list';
import { sharedLists } from '../../../nodes/shared/lists';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { editor, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox({ people: 5000 })));
afterAll(async () => await sandbox.close());

/** The token, and what the list itself takes. */
const MOST_CALLS = 3;

test.each<[string, keyof typeof sharedLists, string]>([
	['people', 'searchUsers', ''],
	['people by name', 'searchUsers', '张'],
	['departments', 'searchDepartments', ''],
	['departments by name', 'searchDepartments', '研发'],
])('%s of 5,000: %s("%s")', async (_, list, typed) => {
	sandbox.clearLog();
	const context = editor({
		parameters: { resource: 'todo', operation: 'create' },
		credentials: sandboxCredentials(sandbox),
	});
	const { results } = await listSearchOf(sharedLists[list]).call(context, typed);
	expect(results.length).toBeGreaterThan(0);
	expect(sandbox.log.length).toBeGreaterThan(0);
	expect(sandbox.log.length).toBeLessThanOrEqual(MOST_CALLS);
});
