import { DIGEST_LENGTH, digestOf } from '../../../../nodes/DingTalkTrigger/once/digest';
import type { IDataObject } from 'n8n-workflow';

import { SHORTEST_PAUSE } from '../../../../nodes/DingTalkTrigger/recovery/failedLists';
import { clock } from '../../../../nodes/listening/clock';
import { type Sandbox, startSandbox } from '../../../../sandbox';
import { failedEntry } from '../../../../sandbox/events';
import { sandboxCredentials } from '../../../../scripts/host/sandboxCredentials';
import { until } from '../../../support/until';
import { type Started, streamTrigger, webhookTrigger } from '../contexts';

const FAILED = '/call_back/get_call_back_failed_result';
let sandbox: Sandbox;
const closing: Array<() => Promise<unknown>> = [];

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

let ids = 0;
const parameters = { connection: 'webhook', receive: ['events'], events: ['check_in'] };
async function start({
	saved = {},
	id = `recovery${++ids}`,
	...more
}: { saved?: IDataObject; id?: string; options?: object; connection?: string } = {}) {
	const trigger = streamTrigger({ ...parameters, ...more }, sandboxCredentials(sandbox).dingTalkApi, { id, saved });
	const before = sandbox.log.length;
	const { closeFunction = async () => {} } = await trigger.start();
	closing.push(closeFunction);
	return {
		...trigger,
		id,
		close: closeFunction,
		asked: async () =>
			await until(() => sandbox.log.slice(before).some(({ path, status }) => path === FAILED && status === 200)),
	};
}

const fail = (index: number, eventType = 'check_in') =>
	sandbox.failedEvents.push(
		failedEntry({
			eventType,
			eventId: `e${index}`,
			bornTime: 1_700_000_000_000 + index,
			corpId: sandbox.company.corpId,
			data: { staffId: `s${index}` },
		}),
	);
const staffOf = ({ item }: Started) => (item.data as IDataObject).staffId;
const succeed = ({ end }: Started) => end({ status: 'success' });
const kept = ({ recovering }: IDataObject) => (recovering as IDataObject[] | undefined)?.length;

test('what could not be pushed starts the workflow, to the end of the list and through the filter', async () => {
	for (let index = 0; index < 230; index++) fail(index, index < 220 ? 'check_in' : 'todo_task_create');
	const { started, staticData } = await start({ options: { maxInFlight: 50 } });
	for (let ended = 0; ended < 220; ended++) succeed(await until(() => started[ended]));
	await until(() => kept(staticData()) === 0);
	expect(started.map(staffOf).sort()).toEqual(Array.from({ length: 220 }, (_, index) => `s${index}`).sort());
	expect(started[0].item).toMatchObject({
		eventType: 'check_in',
		corpId: sandbox.company.corpId,
		occurredAt: expect.stringMatching(/^2023-11-14T/),
		eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
	});
	expect(sandbox.failedEvents).toEqual([]);
});

test('a crash in mid-list loses nothing, and what had ended does not run again', async () => {
	for (let index = 0; index < 5; index++) fail(index);
	const first = await start({ options: { maxInFlight: 2 } });
	succeed(await until(() => first.started[0]));
	const { saved } = await until(() => first.started[2]);
	expect(kept(saved)).toBe(4);

	const second = await start({ saved, id: first.id });
	// n8n has the keys of the two that the crash interrupted, and refuses them.
	const had = new Set(first.started.map(({ key }) => key));
	for (let ended = 0; ended < 6; ended++) {
		const execution = await until(() => second.started[ended]);
		if (had.has(execution.key)) execution.end();
		else succeed(execution);
	}
	await until(() => kept(second.staticData()) === 0);
	const ran = second.started.filter(({ key }) => !had.has(key));
	expect(ran.map(staffOf).sort()).toEqual(['s1', 's2', 's3', 's4']);
	expect(ran.filter(({ key }) => key?.endsWith('#1')).length).toBe(2);
	for (const execution of first.started) succeed(execution);
});

test('the last one tells n8n that all others have ended, and is refused by it after a restart', async () => {
	for (let index = 0; index < 3; index++) fail(index);
	const first = await start();
	await until(() => first.started.length === 2);
	for (const execution of first.started) succeed(execution);
	const last = await until(() => first.started[2]);
	expect(kept(last.saved)).toBe(1);
	succeed(last);

	const second = await start({ saved: last.saved, id: first.id });
	const [again] = await until(() => second.started.length > 0 && second.started);
	expect(again.key).toBe(last.key);
	again.end();
	await until(() => kept(second.staticData()) === 0);
	expect(second.started.length).toBe(1);
});

test('an event that came by the webhook does not run again, nor does its end get lost', async () => {
	const hook = await webhookTrigger(
		{ ...parameters, registration: 'automatic' },
		sandboxCredentials(sandbox).dingTalkApi,
		'both',
	);
	closing.push(hook.close);
	await hook.activate();
	sandbox.push('check_in', { staffId: 's1' }, { via: 'http', bornTime: 1_700_000_000_001 });
	await until(() => hook.started.length === 1);
	fail(1);
	fail(2);
	const { started, staticData } = await start({ id: 'both' });
	succeed(await until(() => started[0]));
	await until(() => kept(staticData()) === 0);
	expect(started.map(staffOf)).toEqual(['s2']);
	sandbox.push('check_in', { staffId: 's3' }, { via: 'http', eventId: 'third' });
	await until(() => hook.started.length === 2);
	// The running trigger's static data, which n8n saves with its next execution, know of it.
	expect(staticData().ended).toContain(digestOf('third'));
});

test('a push that n8n cannot store is refused and taken when DingTalk repeats it, also while the list is watched', async () => {
	const hook = await webhookTrigger(
		{ ...parameters, registration: 'automatic' },
		sandboxCredentials(sandbox).dingTalkApi,
		'locked',
	);
	closing.push(hook.close);
	await hook.activate();
	const { staticData } = await start({ id: 'locked' });
	const answers = () => sandbox.callback.sent.filter(({ eventId }) => eventId === 'e').map(({ status }) => status);
	const push = () =>
		sandbox.push('check_in', { staffId: 's' }, { via: 'http', eventId: 'e', bornTime: 1_700_000_000_009 });
	hook.database.locked = true;
	push();
	await until(() => answers().length === 1);
	expect([answers(), hook.started, staticData().ended]).toEqual([[500], [], '']);
	hook.database.locked = false;
	push();
	await until(() => answers().length === 2);
	push();
	await until(() => answers().length === 3);
	expect([answers(), hook.started.length, staticData().ended]).toEqual([
		[500, 200, 200],
		1,
		// Itself, and what it would be known by in the list.
		expect.stringMatching(new RegExp(`^${digestOf('e')}.{${DIGEST_LENGTH}}$`)),
	]);
});

test('a list that cannot be read fails nothing and is told once', async () => {
	sandbox.fault({ match: FAILED, kind: 'quota' });
	const { log } = await start();
	await until(() => log.length > 0);
	expect(log).toEqual([expect.stringMatching(/^DingTalk Trigger: the list of failed events cannot be read \(/)]);
});

test('is asked for in Stream mode when that is wished, not when it is switched off', async () => {
	fail(1);
	const off = await start({ options: { recoverFailed: false } });
	expect(sandbox.failedEvents.length).toBe(1);
	const { started } = await start({ connection: 'stream', options: { recoverFailed: true } });
	succeed(await until(() => started[0]));
	expect([staffOf(started[0]), off.started]).toEqual(['s1', []]);
});

test('goes on for the others when the trigger that came last goes', async () => {
	const due = new Set<() => void>();
	const { after } = clock;
	jest.spyOn(clock, 'after').mockImplementation((delay, run) => {
		if (delay < SHORTEST_PAUSE) return after(delay, run);
		due.add(run);
		return () => void due.delete(run);
	});
	const { started } = await start();
	const last = await start();
	await last.asked();
	await until(() => due.size === 1);
	await last.close();
	fail(1);
	expect(due.size).toBe(1);
	for (const run of due) run();
	succeed(await until(() => started[0]));
	jest.restoreAllMocks();
});

describe('an event that DingTalk gave up although it has come over Stream', () => {
	const push = (index: number) =>
		sandbox.push(
			'check_in',
			{ staffId: `s${index}` },
			{ via: 'stream', eventId: `e${index}`, bornTime: 1_700_000_000_000 + index },
		);
	/** Another trigger of the app has the list read: for both, for the first one first. */
	const list = async (...indexes: number[]) => {
		for (const index of indexes) fail(index);
		const { started } = await start();
		for (const ended of indexes.keys()) succeed(await until(() => started[ended]));
	};
	const onStream = async (options: object = {}) =>
		await start({ connection: 'stream', options: { recoverFailed: true, ...options } });

	test('does not run beside itself while it runs or waits, and is kept until its end', async () => {
		const { started, staticData } = await onStream({ maxInFlight: 2 });
		for (const index of [1, 2, 3]) push(index);
		await until(() => started.length === 2);
		await list(1, 3);
		expect(kept(staticData())).toBe(2);
		succeed(started[0]);
		succeed(started[1]);
		succeed(await until(() => started[2]));
		await until(() => kept(staticData()) === 0);
		expect(started.map(staffOf)).toEqual(['s1', 's2', 's3']);
	});

	test('does not run again when more have ended since than the static data remember', async () => {
		const { started, staticData } = await onStream();
		for (let index = 0; index <= 1_000; index++) {
			push(index);
			succeed(await until(() => started[index]));
		}
		await until(() => sandbox.stream.ackedIds.length === 1_001);
		expect(staticData().ended).not.toContain(digestOf('e0'));
		await list(0);
		expect([kept(staticData()), started.length]).toEqual([undefined, 1_001]);
	});

	test('runs when it has failed and is to succeed', async () => {
		const { started, staticData } = await onStream({ acknowledge: 'succeeded' });
		push(1);
		(await until(() => started[0])).end({ status: 'error' });
		await list(1);
		succeed(await until(() => started[1]));
		await until(() => kept(staticData()) === 0);
		expect(started.map(staffOf)).toEqual(['s1', 's1']);
	});
});
