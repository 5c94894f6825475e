import { TriggerContext } from 'n8n-core';
import {
	type INode,
	type IRun,
	type ITriggerFunctions,
	type IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';

import { DingTalkTrigger } from '../../../../nodes/DingTalkTrigger/DingTalkTrigger.node';
import { runOnce } from '../../../../nodes/DingTalkTrigger/once/runOnce';
import { LeftBehind } from '../../../../nodes/DingTalkTrigger/once/leftBehind';
import { Ledger } from '../../../../nodes/DingTalkTrigger/once/ledger';
import { createSimulatedClock } from '../../protocol/stream/simulation';

const MINUTE = 60_000;

type Emit = ITriggerFunctions['emit'];
type Begin = (response: Parameters<Emit>[1]) => Promise<{ ended: Promise<IRun> }>;

/** What n8n 1.123 does with a done promise (dist/active-workflow-manager.js, getExecuteTriggerFunctions). `begin` is its runWorkflow. */
const emitOf =
	(begin: Begin): Emit =>
	(_, response, done) =>
		void begin(response).then(
			async ({ ended }) => await ended.then(done?.resolve, done?.reject),
			// Nobody hears of it there.
			() => undefined,
		);

/** One event on its way through an n8n that does this with each execution that it is asked for, the last of them with any more. */
function run(...begins: Begin[]) {
	const clock = createSimulatedClock();
	const trigger = new DingTalkTrigger();
	const node: INode = { id: 'n', name: 'Trigger', type: 'ours', typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({
		id: 'w',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes: { getByName: () => trigger, getByNameAndVersion: () => trigger, getKnownTypes: () => ({}) },
	});
	let asked = 0;
	const emit: Emit = (...given) => emitOf(begins[Math.min(asked++, begins.length - 1)])(...given);
	const context = new TriggerContext(workflow, node, {} as IWorkflowExecuteAdditionalData, 'trigger', 'activate', emit);
	const ledger = new Ledger({}, 'w:n');
	const policy = {
		repeatFailed: false,
		comesWithoutId: false,
		clock,
		leftBehind: new LeftBehind(context, ledger),
		enrich: async <T>(incoming: T) => await Promise.resolve(incoming),
	};
	const said: unknown[] = [];
	const item = { eventType: 'check_in', eventId: 'e', corpId: 'c', occurredAt: '2026-01-01T00:00:00.000Z', data: {} };
	const started = () => void said.push('started');
	const aside = async () => await Promise.resolve(true);
	void runOnce(context, ledger, policy, { kind: 'event', key: 'e', item }, started, aside).then((ended) =>
		said.push(ended),
	);
	return { clock, ledger, said, asked: () => asked };
}

const away: Begin = async () => await Promise.reject(new Error('SQLITE_BUSY: database is locked'));
const succeeded = { status: 'success', data: { resultData: {} } } as unknown as IRun;
const atOnce: Begin = async () => await Promise.resolve({ ended: Promise.resolve(succeeded) });

test('an event whose execution n8n 1 could not begin, of which it says nothing, is tried once more', async () => {
	const { clock, said, asked, ledger } = run(away, atOnce);
	await clock.pass(9 * MINUTE);
	expect([said, asked()]).toEqual([[], 1]);
	await clock.pass(2 * MINUTE);
	expect([said, asked(), ledger.hasEnded('e')]).toEqual([['started', { failed: false }], 2, true]);
});

test('and is then left to DingTalk; its place is free again', async () => {
	const { clock, said, asked, ledger } = run(away);
	await clock.pass(21 * MINUTE);
	expect([said, asked(), ledger.begin('e')]).toEqual([[{ failed: true, handedBack: true }], 2, true]);
});

test('an execution that has begun may take its time', async () => {
	let end: ((run: IRun) => void) | undefined;
	const { clock, said, asked } = run(
		async () => await Promise.resolve({ ended: new Promise<IRun>((resolve) => (end = resolve)) }),
	);
	await clock.pass(60 * MINUTE);
	expect([said, asked()]).toEqual([['started'], 1]);
	end?.(succeeded);
	await clock.pass(1);
	expect([said, asked()]).toEqual([['started', { failed: false }], 1]);
});

test('where n8n may not use the credentials it says so by the response alone', async () => {
	const { clock, said, asked } = run(async (response) => {
		response?.reject(new Error('Node does not have access to the credential'));
		return await Promise.reject(new Error('No active execution'));
	});
	await clock.pass(2_000);
	expect([said, asked()]).toEqual([[{ failed: true }], 1]);
});
