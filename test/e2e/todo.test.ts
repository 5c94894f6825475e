import { type Bench, openBench } from './support/bench';
import { chain, dingTalk, person } from './support/workflow';

describe('to-dos in a real n8n', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('creates a to-do for each item and finds them again', async () => {
		const execution = await bench.run(
			chain(
				'e2e to-dos',
				[
					dingTalk('todo', 'create', { person: person('zhangsan'), subject: '={{ $json.subject }}' }),
					dingTalk('todo', 'getAll', { person: person('zhangsan'), returnAll: true }, { executeOnce: true }),
				],
				[{ subject: 'one' }, { subject: 'two' }],
			),
		);
		expect(execution.error()).toBeUndefined();
		expect(execution.json('todo.create').map(({ subject }) => subject)).toEqual(['one', 'two']);
		expect(
			execution
				.json('todo.getAll')
				.map(({ subject }) => subject)
				.sort(),
		).toEqual(['one', 'two']);
		expect(bench.sandbox.problems()).toEqual([]);
		expect(bench.sandbox.tokenFetches).toBe(1);
	});
});
