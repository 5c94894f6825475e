import { TriggerContext } from 'n8n-core';
import {
	type IDataObject,
	type INode,
	type IRun,
	type IRunExecutionData,
	type ITriggerFunctions,
	type IWorkflowExecuteAdditionalData,
	Workflow,
	createRunExecutionData,
} from 'n8n-workflow';

import { DingTalkTrigger } from '../../../../nodes/DingTalkTrigger/DingTalkTrigger.node';
import type { Incoming } from '../../../../nodes/DingTalkTrigger/item/incoming';
import { digestOf } from '../../../../nodes/DingTalkTrigger/once/digest';
import { LeftBehind } from '../../../../nodes/DingTalkTrigger/once/leftBehind';
import { Ledger } from '../../../../nodes/DingTalkTrigger/once/ledger';
import { runOnce } from '../../../../nodes/DingTalkTrigger/once/runOnce';
import { asResponse } from '../../../../nodes/DingTalkTrigger/once/workers';
import { type Ended, Inbox } from '../../../../nodes/DingTalkTrigger/receive/inbox';
import { createSimulatedClock } from '../../protocol/stream/simulation';

/*
 * Queue mode: what becomes of an event that workers have been given, when this process is a new one. Each test has a
 * workflow of its own. Words of workers name executions from 1,000 on: those below are of the time before.
 */
const SECOND = 1_000;

interface Given {
	readonly key?: string;
	readonly event: string;
	/** A worker says so. */
	began(execution: string, running?: string[]): void;
	answer(body: IDataObject): void;
	/** Without a run n8n has refused the key. */
	end(run?: Partial<IRun>): void;
}

const item = (eventId: string) => ({
	eventType: 'check_in',
	eventId,
	corpId: 'c',
	occurredAt: '2026-01-01T00:00:00.000Z',
	data: {},
});

let workflows = 0;

function listening({ saved = {}, most = 20 }: { saved?: IDataObject; most?: number } = {}) {
	const clock = createSimulatedClock();
	const trigger = new DingTalkTrigger();
	const node: INode = { id: 'n', name: 'Trigger', type: 'ours', typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({
		id: `workers${++workflows}`,
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes: { getByName: () => trigger, getByNameAndVersion: () => trigger, getKnownTypes: () => ({}) },
	});
	const executions: Record<string, IRunExecutionData> = {};
	const read: string[] = [];
	const given: Given[] = [];
	const emit: ITriggerFunctions['emit'] = ([[{ json }]], response, done, key) => {
		const resolve = done?.resolve;
		given.push({
			key: key?.split(':n:')[1],
			event: String(json.eventId),
			began: (execution, running = [execution]) => response?.resolve(asResponse({ execution, running })),
			answer: (body) => response?.resolve({ body }),
			end: (run) => resolve?.((run && { data: { resultData: {} }, jobId: '1', ...run }) as IRun),
		});
	};
	const data = {
		getRunExecutionData: async (id: string) => {
			read.push(id);
			return await Promise.resolve(executions[id]);
		},
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new TriggerContext(workflow, node, data, 'trigger', 'activate', emit);
	const ledger = new Ledger(saved, `${workflow.id}:n`);
	const policy = {
		repeatFailed: false,
		comesWithoutId: false,
		clock,
		leftBehind: new LeftBehind(context, ledger),
		enrich: async (incoming: Incoming) => await Promise.resolve(incoming),
	};
	const inbox = new Inbox<Incoming>(
		most,
		async (incoming, started, aside) => await runOnce(context, ledger, policy, incoming, started, aside),
	);
	const said: string[] = [];
	const ends: Record<string, Ended> = {};
	const push = (key: string, kind: Incoming['kind'] = 'event') => {
		const ticket = inbox.take({ kind, key, item: item(key) });
		void ticket.started.then(() => said.push(key));
		void ticket.ended.then((ended) => (ends[key] = ended));
	};
	/** An execution of an event as n8n has stored it. */
	const stored = (key: string, isOver: boolean, error?: object) =>
		createRunExecutionData({
			executionData: {
				nodeExecutionStack: isOver ? [] : [{ node, data: { main: [[{ json: item(key) }]] }, source: null }],
			},
			resultData: {
				...(error && { error: error as never }),
				runData: isOver
					? {
							Trigger: [
								{
									startTime: 0,
									executionIndex: 0,
									executionTime: 0,
									source: [],
									data: { main: [[{ json: item(key) }]] },
								},
							],
						}
					: {},
			},
		});
	/** Time passes; between its seconds everything that can happen does. */
	const pass = async (seconds: number) => {
		for (let second = 0; second < seconds; second++) {
			await clock.pass(SECOND);
			await new Promise(setImmediate);
		}
	};
	return { clock, inbox, saved, executions, read, given, said, ends, push, stored, pass };
}

const begun = (key: string, note: object) => ({ byWorkers: true, begun: { [digestOf(key)]: { attempt: 0, ...note } } });
const success: Partial<IRun> = { status: 'success' };

test('what a worker says when it begins is noted, and the answer of the workflow still comes', async () => {
	const { push, given, saved, ends, pass } = listening();
	push('e', 'card');
	await pass(1);
	given[0].began('1001');
	expect(saved).toMatchObject({ byWorkers: true, newest: 1001, begun: { [digestOf('e')]: { execution: '1001' } } });
	given[0].answer({ text: 'done' });
	await pass(1);
	expect(ends.e).toEqual({ failed: false, response: { text: 'done' } });
});

test('what n8n is given later has to be looked for behind the newest execution known', async () => {
	const { push, given, saved, pass } = listening({ saved: { byWorkers: true, newest: 1_200 } });
	push('e');
	await pass(1);
	expect(given[0].key).toBe('e');
	expect(saved.begun).toEqual({ [digestOf('e')]: { attempt: 0, after: 1_200 } });
});

test.each([
	['has ended', true],
	['is not kept, since it has ended', false],
])('an execution that a worker had begun and that %s is not repeated', async (_, isKept) => {
	const { push, executions, stored, given, ends, pass } = listening({ saved: begun('e', { execution: '7' }) });
	if (isKept) executions['7'] = stored('e', true);
	push('e');
	await pass(1);
	expect([given, ends.e]).toEqual([[], { failed: false }]);
});

test('one that went down with its worker runs again after 90 s; meanwhile others have its place', async () => {
	const { push, executions, stored, given, said, ends, pass } = listening({
		saved: begun('e', { execution: '7' }),
		most: 1,
	});
	executions['7'] = stored('e', false);
	push('e');
	push('other');
	await pass(2);
	expect(given.map(({ key }) => key)).toEqual(['other']);
	given[0].end(success);
	await pass(86);
	expect([given.length, said, ends]).toEqual([1, ['other'], { other: { failed: false } }]);
	await pass(4);
	expect(given[1].key).toBe('e#1');
	given[1].end(success);
	await pass(1);
	expect(ends.e).toEqual({ failed: false });
});

test('it gets the next free place', async () => {
	const { push, executions, stored, given, pass } = listening({ saved: begun('e', { execution: '7' }), most: 1 });
	executions['7'] = stored('e', false);
	for (const key of ['e', 'a', 'b']) push(key);
	await pass(95);
	given[0].end(success);
	await pass(1);
	expect(given.map(({ event }) => event)).toEqual(['a', 'e']);
});

test('while its worker says that it is at it, it is waited for', async () => {
	const { push, executions, stored, given, ends, pass } = listening({ saved: begun('e', { execution: '7' }) });
	executions['7'] = stored('e', false);
	push('e');
	push('other');
	await pass(80);
	given[0].began('1002', ['7', '1002']);
	await pass(80);
	executions['7'] = stored('e', true);
	await pass(2);
	expect([given.length, ends.e]).toEqual([1, { failed: false }]);
});

test('one whose execution was not noted is found among those that the crash left, the newest of its own', async () => {
	const { push, executions, stored, given, ends, read, pass } = listening({ saved: begun('e', { after: 100 }) });
	Object.assign(executions, {
		100: stored('e', false),
		101: stored('other', true),
		105: stored('e', false),
		180: stored('e', true),
	});
	push('e');
	await pass(1);
	expect(given[0].key).toBe('e');
	given[0].end();
	await pass(2);
	expect([given.length, ends.e]).toEqual([1, { failed: false }]);
	// The 200 after the last one, each once, and that one once more.
	expect([read.length, read.includes('100')]).toEqual([281, false]);
});

test('one that cannot be found runs again after 90 s', async () => {
	const { push, given, pass } = listening({ saved: begun('e', { after: 100 }) });
	push('e');
	await pass(1);
	given[0].end();
	await pass(88);
	expect(given.length).toBe(1);
	await pass(5);
	expect(given[1].key).toBe('e#1');
});

test('one that n8n itself has given up runs again at once', async () => {
	const { push, executions, stored, given, pass } = listening({ saved: begun('e', { execution: '7' }) });
	executions['7'] = stored('e', false, { message: 'job stalled more than maxStalledCount' });
	push('e');
	await pass(1);
	expect(given[0].key).toBe('e#1');
});

test('a trigger that is stopped meanwhile leaves it to DingTalk', async () => {
	const { push, executions, stored, given, ends, inbox, pass } = listening({ saved: begun('e', { execution: '7' }) });
	executions['7'] = stored('e', false);
	push('e');
	await pass(2);
	inbox.close();
	await pass(100);
	expect([given, ends.e]).toEqual([[], { failed: true, handedBack: true }]);
});

test('what n8n may still refuse is not said to be in its hands', async () => {
	const { push, said, pass } = listening({ saved: { byWorkers: true } });
	push('e');
	await pass(9);
	expect(said).toEqual([]);
	await pass(2);
	expect(said).toEqual(['e']);
});
