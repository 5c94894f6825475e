import { ExecuteContext, ExecutionLifecycleHooks } from 'n8n-core';
import {
	type INode,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	Workflow,
	createEmptyRunExecutionData,
} from 'n8n-workflow';

import { DingTalkTrigger } from '../../../../nodes/DingTalkTrigger/DingTalkTrigger.node';
import { wordIn } from '../../../../nodes/DingTalkTrigger/once/workers';

const trigger = new DingTalkTrigger();
const node: INode = { id: 'n', name: 'Trigger', type: 'ours', typeVersion: 1, position: [0, 0], parameters: {} };
const workflow = new Workflow({
	id: 'worker',
	nodes: [node],
	connections: {},
	active: true,
	nodeTypes: { getByName: () => trigger, getByNameAndVersion: () => trigger, getKnownTypes: () => ({}) },
});

/** An execution of an event in a worker. */
async function execute(executionId: string, isStored = true) {
	const hooks = new ExecutionLifecycleHooks('trigger', executionId, { id: 'worker' } as IWorkflowBase);
	const words: unknown[] = [];
	hooks.addHandler('sendResponse', async (response) => void words.push(await Promise.resolve(wordIn(response))));
	const data = {
		executionId,
		hooks,
		getRunExecutionData: async () => await Promise.resolve(isStored ? createEmptyRunExecutionData() : undefined),
	} as unknown as IWorkflowExecuteAdditionalData;
	const items = [{ json: { eventType: 'check_in', eventId: `e${executionId}` } }];
	const input = { main: [items] };
	const source = { node, data: input, source: null };
	const run = createEmptyRunExecutionData();
	const context = new ExecuteContext(workflow, node, data, 'trigger', run, 0, items, input, source, []);
	const [given] = await trigger.execute.call(context);
	const end = async () => await hooks.runHook('workflowExecuteAfter', [{ status: 'success' } as IRun, {}]);
	return { given, items, words, end };
}

test('a worker says which execution it begins, and which others it has not ended', async () => {
	const first = await execute('1');
	const second = await execute('2');
	await first.end();
	const third = await execute('3');
	expect([first.words, second.words, third.words]).toEqual([
		[{ execution: '1', running: ['1'] }],
		[{ execution: '2', running: ['1', '2'] }],
		[{ execution: '3', running: ['2', '3'] }],
	]);
	expect(first.given).toEqual(first.items);
});

test('an execution that n8n has replaced after a worker had taken it does nothing', async () => {
	const { given, words } = await execute('4', false);
	expect([given, words]).toEqual([[], []]);
});

test('a workflow that answers with something else is not taken for a worker', () => {
	for (const answer of [undefined, 'text', {}, { body: { execution: '1' } }, { dingTalkTriggerBegan: 'yes' }])
		expect(wordIn(answer)).toBeUndefined();
});
