import { type Bench, openBench } from '../support/bench';
import { chain, dingTalk, line, person, trigger } from '../support/workflow';

/** Seed 000: real-time state of tasks. To-dos are listed and shown, one is finished, and the callback brings the changed state. */
describe('seed 000: the state of tasks', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('lists to-dos, finishes one, and the trigger gets the change', async () => {
		const listening = await bench.activate(line('seed 000 callback', [trigger({ events: ['todo_task_update'] })]));
		const made = await bench.run(
			chain(
				'seed 000 create',
				[dingTalk('todo', 'create', { person: person('zhangsan'), subject: '={{ $json.subject }}' })],
				[{ subject: 'Count the stock' }, { subject: 'Order paper' }],
			),
		);
		const ids = made.json('todo.create').map(({ id }) => String(id));

		const finished = await bench.run(
			chain('seed 000 finish', [
				dingTalk('todo', 'getAll', { person: person('zhangsan'), returnAll: true, status: 'open' }),
				{
					name: 'Show',
					type: 'n8n-nodes-base.set',
					typeVersion: 3.4,
					parameters: {
						mode: 'manual',
						includeOtherFields: true,
						assignments: { assignments: [{ id: '1', name: 'shown', type: 'string', value: '={{ $json.subject }}' }] },
					},
				},
				{ name: 'First', type: 'n8n-nodes-base.limit', typeVersion: 1, parameters: { maxItems: 1 } },
				dingTalk('todo', 'updateStatus', {
					person: person('zhangsan'),
					taskId: '={{ $json.taskId }}',
					executors: person('zhangsan'),
					done: true,
				}),
			]),
		);
		expect(finished.error()).toBeUndefined();
		expect(
			finished
				.json('Show')
				.map(({ shown }) => shown)
				.sort(),
		).toEqual(['Count the stock', 'Order paper']);
		const [taskId] = finished.json('First').map((item) => item.taskId);
		expect(ids).toContain(taskId);

		const [fired] = await bench.api.ended(listening.id);
		expect(fired.status).toBe('success');
		const [event] = fired.json('DingTalk Trigger');
		expect(event).toMatchObject({ eventType: 'todo_task_update', corpId: bench.sandbox.company.corpId });
		expect(JSON.stringify(event.data)).toContain(String(taskId));
		const done = await bench.run(
			chain('seed 000 done', [
				dingTalk('todo', 'getAll', { person: person('zhangsan'), returnAll: true, status: 'done' }),
			]),
		);
		expect(done.json('todo.getAll').map((item) => item.taskId)).toEqual([taskId]);
		expect(bench.sandbox.problems()).toEqual([]);
	});

	it('does the same with the legacy work records that the document names', async () => {
		const execution = await bench.run(
			chain('seed 000 legacy', [
				dingTalk('workRecord', 'create', {
					person: person('lisi'),
					title: 'Legacy task',
					url: 'https://example.com/task',
					form: { row: [{ title: 'From', content: 'seed 000' }] },
				}),
				dingTalk('workRecord', 'getAll', { person: person('lisi'), returnAll: true }, { executeOnce: true }),
				dingTalk('workRecord', 'complete', {
					person: person('lisi'),
					recordId: '={{ $("workRecord.create").item.json.recordId ?? $("workRecord.create").item.json.record_id }}',
				}),
			]),
		);
		expect(execution.error()).toBeUndefined();
		expect(execution.json('workRecord.getAll')).toEqual([expect.objectContaining({ title: 'Legacy task' })]);
		expect(bench.sandbox.problems()).toEqual([]);
	});
});
