import {
	type IDataObject,
	type INodeExecutionData,
	type IRunExecutionData,
	createRunExecutionData,
} from 'n8n-workflow';

import { digestOf } from '../../../../nodes/DingTalkTrigger/once/digest';
import { type Sandbox, startSandbox } from '../../../../sandbox';
import { sandboxCredentials } from '../../../../scripts/host/sandboxCredentials';
import { until } from '../../../support/until';
import { type Executions, type Started, streamTrigger } from '../contexts';

/*
 * What becomes of an event whose execution was under way when n8n went down. Each test has a trigger
 * of its own, since a process remembers the executions that it has seen.
 */
let sandbox: Sandbox;
let ids = 0;
let close: (() => Promise<void>) | undefined;

beforeEach(async () => {
	sandbox = await startSandbox({ stream: { retryAfter: [200, 200, 200] } });
});
afterEach(async () => {
	await close?.();
	await sandbox.close();
});

/** `begun`: what the static data say of the event `e`. */
async function start({
	begun,
	executions,
	byWorkers,
	options = {},
}: { begun?: IDataObject; executions?: Executions; byWorkers?: boolean; options?: object } = {}) {
	const id = `crash${++ids}`;
	const saved: IDataObject = { ...(begun && { begun: { [digestOf('e')]: begun } }), ...(byWorkers && { byWorkers }) };
	const trigger = streamTrigger(
		{ receive: ['events'], events: ['*'], options },
		sandboxCredentials(sandbox).dingTalkApi,
		{ id, saved, executions },
	);
	const activate = async () => {
		close = (await trigger.start()).closeFunction;
	};
	return {
		...trigger,
		activate,
		keys: () => trigger.started.map(({ key }) => key?.replace(`dingtalk:workflow-${id}:node-${id}:`, '')),
	};
}

const push = () => sandbox.push('check_in', {}, { eventId: 'e', via: 'stream' });
const acknowledged = async (count = 1) => await until(() => sandbox.stream.ackedIds.length === count);
const succeed = ({ end }: Started) => end({ status: 'success' });
const item = [{ json: { eventType: 'check_in', eventId: 'e' } }];

const task = (executionStatus: 'success' | 'error' | 'crashed') => ({
	startTime: 0,
	executionIndex: 0,
	executionTime: 0,
	source: [],
	executionStatus,
});
const stored = (change: {
	left?: number;
	status?: 'success' | 'error' | 'crashed';
	error?: boolean;
	waits?: boolean;
	of?: INodeExecutionData[];
}): IRunExecutionData => {
	const data = createRunExecutionData({
		executionData: {
			nodeExecutionStack: Array.from({ length: change.left ?? 0 }, () => ({ node: { id: 'end' } }) as never),
		},
	});
	const first = { ...task('success'), ...(change.of && { data: { main: [change.of] } }) };
	if (change.status) data.resultData.runData = { Trigger: [first], End: [task(change.status)] };
	if (change.error) data.resultData.error = new Error('failed') as never;
	if (change.waits) data.waitTill = new Date();
	return data;
};

test.each<[string, IRunExecutionData]>([
	['succeeded', stored({ status: 'success' })],
	['failed', stored({ left: 1, status: 'error', error: true })],
	['could not be begun', stored({ left: 1, error: true })],
	['waits for a time', stored({ left: 1, status: 'success', waits: true })],
])('an execution that %s when n8n went down is not repeated', async (_, data) => {
	const { activate, started, staticData } = await start({
		begun: { attempt: 0, execution: '7' },
		executions: { 7: data },
	});
	await activate();
	push();
	await acknowledged();
	expect([started, staticData().ended, staticData().begun]).toEqual([[], digestOf('e'), {}]);
});

test.each<[string, Executions]>([
	['had run no node yet', { 7: stored({ left: 1 }) }],
	['was in the middle', { 7: stored({ left: 1, status: 'success' }) }],
	['has a node that crashed', { 7: stored({ left: 0, status: 'crashed', error: true }) }],
	['is not stored any more', {}],
])('an execution that %s has a successor', async (_, executions) => {
	const { activate, started, keys } = await start({ begun: { attempt: 0, execution: '7' }, executions });
	await activate();
	push();
	succeed(await until(() => started[0]));
	await acknowledged();
	expect(keys()).toEqual(['e#1']);
});

test('one that had not begun keeps its key, so that n8n replaces what it has stored of it', async () => {
	const { activate, started, keys } = await start({ begun: { attempt: 0 } });
	await activate();
	push();
	succeed(await until(() => started[0]));
	await acknowledged();
	expect(keys()).toEqual(['e']);
});

test('one that n8n refuses was interrupted, and runs under the next key', async () => {
	const { activate, started, keys, staticData } = await start();
	await activate();
	push();
	(await until(() => started[0])).end();
	(await until(() => started[1])).end();
	succeed(await until(() => started[2]));
	await acknowledged();
	expect([keys(), staticData().ended]).toEqual([['e', 'e#1', 'e#2'], digestOf('e')]);
});

test.each<[string, Executions, string[]]>([
	['had ended', { 7: stored({ status: 'success', of: item }) }, ['e']],
	['was interrupted', { 7: stored({ left: 1, status: 'success', of: item }) }, ['e', 'e#1']],
	['cannot be understood', { 7: { executionData: { nodeExecutionStack: [{}] } } as never }, ['e', 'e#1']],
	['is of another event', { 7: stored({ status: 'success', of: [{ json: { eventId: 'other' } }] }) }, ['e', 'e#1']],
])('one whose execution was not noted before the crash is looked for: it %s', async (_, executions, expected) => {
	const { activate, started, keys } = await start({ begun: { attempt: 0, after: 6 }, executions });
	await activate();
	push();
	(await until(() => started[0])).end();
	if (expected.length > 1) succeed(await until(() => started[1]));
	await acknowledged();
	expect(keys()).toEqual(expected);
});

test('one that n8n has taken up by itself is waited for, not repeated', async () => {
	const executions: Executions = { 7: stored({ left: 1 }) };
	const { activate, execute, started, staticData } = await start({ begun: { attempt: 0 }, executions });
	// n8n does so before it activates its workflows.
	await execute('7', item);
	await activate();
	push();
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(sandbox.stream.unacked().length).toBe(1);
	executions[7] = stored({ status: 'success' });
	await acknowledged();
	expect([started, staticData().ended]).toEqual([[], digestOf('e')]);
});

test('one that runs on while its trigger is restarted is not repeated', async () => {
	const executions: Executions = { 8: stored({ left: 1 }) };
	const { activate, execute, started } = await start({ executions, options: { maxInFlight: 1 } });
	await activate();
	push();
	await until(() => started[0]);
	await execute('8', item);
	const leaving = close?.();
	succeed(started[0]);
	await leaving;
	executions[8] = stored({ status: 'success' });
	await activate();
	push();
	await acknowledged(2);
	expect(started).toHaveLength(1);
});

test('the execution of an event is noted when it has begun', async () => {
	const { activate, execute, started, staticData } = await start();
	await activate();
	push();
	await until(() => started[0]);
	await execute('9', item);
	expect(staticData().begun).toEqual({ [digestOf('e')]: { attempt: 0, execution: '9' } });
	succeed(started[0]);
	await acknowledged();
	expect(staticData().begun).toEqual({});
});

test('what workers carry out lives on when this process goes down', async () => {
	const first = await start();
	await first.activate();
	push();
	(await until(() => first.started[0])).end({ status: 'success', jobId: '1' });
	await acknowledged();
	expect(first.staticData().byWorkers).toBe(true);
	await close?.();

	const { activate, started, staticData } = await start({
		begun: { attempt: 0, after: 6 },
		executions: { 7: stored({ status: 'success', of: item }) },
		byWorkers: true,
	});
	await activate();
	push();
	(await until(() => started[0])).end();
	await acknowledged(2);
	expect([started.length, staticData().ended]).toEqual([1, digestOf('e')]);
});

test('an execution that goes down with its worker is repeated, but not for ever', async () => {
	const { activate, started, keys } = await start({ byWorkers: true });
	await activate();
	push();
	const stalled = {
		status: 'error' as const,
		data: { resultData: { error: { message: 'job stalled' }, runData: {} } },
	};
	for (const index of [0, 1, 2]) (await until(() => started[index])).end(stalled);
	await acknowledged();
	expect(keys()).toEqual(['e', 'e#1', 'e#2']);
});
