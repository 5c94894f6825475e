import { digestOf } from '../../../../nodes/DingTalkTrigger/once/digest';
import { type IDataObject, ManualExecutionCancelledError, createRunExecutionData } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../../../sandbox';
import { sandboxCredentials } from '../../../../scripts/host/sandboxCredentials';
import { hub } from '../../../../nodes/listening/hub';
import { until } from '../../../support/until';
import { type Executions, type Parameters, type Started, streamTrigger } from '../contexts';

let sandbox: Sandbox;
/** Executions that a test leaves running. */
let running: Started[] = [];
let close: (() => Promise<void>) | undefined;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	for (const execution of running) succeed(execution);
	running = [];
	await close?.();
	close = undefined;
	await sandbox.close();
});

const prepared = (
	parameters: Parameters = {},
	before: { id?: string; saved?: IDataObject; executions?: Executions } = {},
) =>
	streamTrigger(
		{ receive: ['events', 'cardCallbacks'], events: ['*'], ...parameters },
		sandboxCredentials(sandbox).dingTalkApi,
		before,
	);

async function start(
	parameters: Parameters = {},
	before: { id?: string; saved?: IDataObject; executions?: Executions } = {},
) {
	const trigger = prepared(parameters, before);
	const response = await trigger.start();
	close = response.closeFunction;
	running = trigger.started;
	return { ...trigger, response };
}

const endedWell = createRunExecutionData({ executionData: { nodeExecutionStack: [] } });
const succeed = ({ end }: Started) => end({ status: 'success' });

test('an event starts an execution and is acknowledged at its end', async () => {
	const { started } = await start();
	sandbox.push('check_in', { staffId: 's' }, { eventId: 'e1' });
	const [execution] = await until(() => started.length > 0 && started);
	expect(execution).toMatchObject({
		item: { eventType: 'check_in', eventId: 'e1', data: { staffId: 's' } },
		key: 'dingtalk:workflow-stream:node-stream:e1',
	});
	expect(sandbox.stream.unacked().length).toBe(1);
	succeed(execution);
	await until(() => sandbox.stream.unacked().length === 0);
	expect([sandbox.stream.ackedIds.length, sandbox.stream.problems]).toEqual([1, []]);
});

test('a burst runs in order, so many at once, and an event that comes again runs once', async () => {
	const { started } = await start({ options: { maxInFlight: 2 } });
	for (let index = 0; index < 10; index++) sandbox.push('check_in', {}, { eventId: `e${index % 5}` });
	for (let ended = 0; ended < 5; ended++) {
		await until(() => started.length > ended);
		expect(started.length).toBeLessThanOrEqual(ended + 2);
		succeed(started[ended]);
	}
	await until(() => sandbox.stream.ackedIds.length === 10);
	expect(started.map(({ item }) => item.eventId)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4']);
	sandbox.push('check_in', {}, { eventId: 'e3' });
	await until(() => sandbox.stream.ackedIds.length === 11);
	expect(started.length).toBe(5);
});

test('an event that n8n cannot store is tried once more and then left to DingTalk', async () => {
	const { started, staticData } = await start();
	sandbox.push('check_in', {}, { eventId: 'e' });
	const locked = new Error('database is locked');
	(await until(() => started[0])).reject(locked);
	(await until(() => started[1])).reject(locked);
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(started.map(({ key }) => key)).toEqual([
		'dingtalk:workflow-stream:node-stream:e',
		'dingtalk:workflow-stream:node-stream:e',
	]);
	expect([sandbox.stream.unacked().length, staticData().ended]).toEqual([1, undefined]);
});

test('an event whose execution n8n had begun after all, or a person stopped, does not run again', async () => {
	const { started, staticData, execute } = await start({}, { id: 'begun', executions: { 1: endedWell } });
	sandbox.push('check_in', {}, { eventId: 'e1' });
	(await until(() => started[0])).reject(new Error('the connection broke'));
	const again = await until(() => started[1]);
	await execute('1', [{ json: { eventType: 'check_in', eventId: 'e1' } }]);
	again.end();
	sandbox.push('check_in', {}, { eventId: 'e2' });
	(await until(() => started[2])).reject(new ManualExecutionCancelledError('1'));
	await until(() => sandbox.stream.ackedIds.length === 2);
	expect([started.length, staticData().ended]).toEqual([3, digestOf('e1') + digestOf('e2')]);
});

test('an event whose execution n8n had stored but not begun runs under another key', async () => {
	const { started, staticData } = await start({}, { id: 'stored' });
	sandbox.push('check_in', {}, { eventId: 'e' });
	(await until(() => started[0])).reject(new Error('database is locked'));
	(await until(() => started[1])).end();
	succeed(await until(() => started[2]));
	await until(() => sandbox.stream.ackedIds.length === 1);
	expect(started.map(({ key }) => key?.split(':').at(-1))).toEqual(['e', 'e', 'e#1']);
	expect(staticData().ended).toBe(digestOf('e'));
});

test('when asked so, a failed execution is delivered again', async () => {
	const { started } = await start({ options: { acknowledge: 'succeeded' } });
	sandbox.push('check_in', {}, { eventId: 'e' });
	await until(() => started.length === 1);
	started[0].end({ status: 'error' });
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(sandbox.stream.unacked().length).toBe(1);
});

test('a card gets what the workflow answers, as JSON in a buffer or as it is', async () => {
	const { started } = await start();
	const answers = [
		{ cardData: { cardParamMap: { status: 'done' } } },
		{ userPrivateData: { cardParamMap: { seen: 'yes' } } },
	];
	for (const [index, body] of answers.entries()) {
		const click = sandbox.act.clickCard({ outTrackId: 'o', actionId: 'agree' });
		const execution = await until(() => started[index]);
		expect(execution.item).toMatchObject({ eventType: 'card_callback', outTrackId: 'o', actionIds: ['agree'] });
		execution.respond(index === 0 ? Buffer.from(JSON.stringify(body)) : body);
		expect(await click).toEqual(body);
		succeed(execution);
	}
});

test('closing waits for what runs, so that it is acknowledged; what waits is handed back', async () => {
	const { started, response } = await start({ options: { maxInFlight: 1 } });
	sandbox.push('check_in', {}, { eventId: 'runs' });
	sandbox.push('check_in', {}, { eventId: 'waits' });
	await until(() => started.length === 1);
	const closing = response.closeFunction?.();
	sandbox.push('check_in', {}, { eventId: 'comes' });
	succeed(started[0]);
	await closing;
	expect(sandbox.stream.ackedIds.length).toBe(1);
	expect(sandbox.stream.unacked().length).toBe(2);
	expect(started.length).toBe(1);
});

test('closing leaves no connection', async () => {
	const { response } = await start();
	expect([sandbox.stream.connections.length, hub.size]).toEqual([1, 1]);
	await response.closeFunction?.();
	expect(hub.size).toBe(0);
	await until(() => sandbox.stream.connections.length === 0);
});

test('a wrong secret fails the start with a sentence that does not tell it', async () => {
	const credential = { ...sandboxCredentials(sandbox).dingTalkApi, clientSecret: 'not the secret' };
	const failure: Error = await streamTrigger({ receive: ['events'] }, credential)
		.start()
		.then(
			() => new Error('it started'),
			(error: Error) => error,
		);
	expect(failure.message).toMatch(/refused this app.*code invalidClientIdOrSecret, request id/);
	expect(JSON.stringify([failure.message, failure.stack, Object.entries(failure)])).not.toContain('not the secret');
	expect(hub.size).toBe(0);
});

test('a gateway that is away does not fail the start', async () => {
	sandbox.stream.refuseOpens(500);
	const { started, log } = await start();
	await until(() => log.length === 2);
	expect(log.map((line) => line.replace(/\(.*\)/, '(…)'))).toEqual([
		'DingTalk Stream: not connected (…), trying again',
		'DingTalk Stream: connected',
	]);
	sandbox.push('check_in', {}, { eventId: 'e2', via: 'stream' });
	await until(() => started.length > 0);
});

test("the editor's test run gets an event, and takes none from the active workflow", async () => {
	const { started } = await start();
	// It wants more than the active one, so that it shows when it has joined the connection.
	const testRun = prepared({ receive: ['events', 'robotMessages'] }).execute('1', [{ json: {} }], 'manual');
	await until(() => sandbox.stream.connections.length === 2);
	sandbox.push('check_in', {}, { eventId: 'test', via: 'stream' });
	expect(await testRun).toEqual([[{ json: expect.objectContaining({ eventId: 'test' }) }]]);
	const execution = await until(() => started[0]);
	expect(execution.item).toMatchObject({ eventId: 'test' });
	expect(sandbox.stream.unacked().length).toBe(1);
	succeed(execution);
	await until(() => sandbox.stream.unacked().length === 0);
});

test('a test run that a person stops ends with nothing, and leaves no connection', async () => {
	const stop = new AbortController();
	const testRun = prepared().execute('1', [{ json: {} }], 'manual', stop.signal);
	await until(() => sandbox.stream.connections.length === 1);
	stop.abort();
	expect(await testRun).toEqual([[]]);
	expect(hub.size).toBe(0);
});

test('what an execution was started with is passed on', async () => {
	const items = [{ json: { eventType: 'check_in', eventId: 'e' } }];
	expect(await prepared({}, { executions: { 1: endedWell } }).execute('1', items)).toEqual([items]);
	expect(await prepared({ connection: 'webhook' }).execute('2', items, 'manual')).toEqual([items]);
});

test('a pattern that is none fails the start and names the field', async () => {
	await expect(start({ filters: { text: '(' } })).rejects.toThrow('Text Matches is not a regular expression');
});
