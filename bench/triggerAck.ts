import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { N8n } from '../scripts/host';
import { line, trigger } from '../test/e2e/support/workflow';
import { type Gateway, exchange, startGateway } from './gateway';
import type { Bench, Line } from './line';
import { withN8n } from './stage';
import { median, percentile } from './stats';
import { startClient } from './streamClient';

/** A quiet stream: n8n is done with one execution before the next event comes. */
const STEADY = { events: 200, everyMs: 100 };
const BURST = 500;
const WARM_UP = 20;

/** Milliseconds to each acknowledgement. */
interface Times {
	steady: number[];
	burst: number[];
}

async function measure(socket: WebSocket): Promise<Times> {
	const atOwnPace = async () => await sleep(STEADY.everyMs);
	await exchange(socket, WARM_UP, atOwnPace);
	const steady = await exchange(socket, STEADY.events, atOwnPace);
	return { steady, burst: await exchange(socket, BURST, () => undefined) };
}

/** An active workflow in n8n whose trigger acknowledges at once. */
async function inN8n({ api }: N8n, gateway: Gateway): Promise<Times> {
	const credential = await api.createCredential('gateway', 'dingTalkApi', {
		clientId: 'id',
		clientSecret: 'secret',
		apiHost: gateway.url,
		legacyHost: gateway.url,
	});
	const credentials = { dingTalkApi: { id: credential.id, name: credential.name } };
	const nothing = { name: 'Nothing', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	const { id } = await api.createWorkflow(
		line('acknowledge at once', [
			{ ...trigger({ options: { acknowledge: 'received', recoverFailed: false } }), credentials },
			nothing,
		]),
	);
	const arriving = gateway.connected();
	await api.activate(id);
	return await measure(await arriving);
}

async function official(gateway: Gateway): Promise<Times> {
	const { socket, stop } = await startClient(gateway, 'official');
	const times = await measure(socket);
	await stop();
	return times;
}

/** What is said of the times, by the words for it. */
const figures: Array<[string, (times: Times) => number]> = [
	[`${1000 / STEADY.everyMs} events a second, p50`, ({ steady }) => median(steady)],
	[`${1000 / STEADY.everyMs} events a second, p99`, ({ steady }) => percentile(steady, 0.99)],
	[`${BURST} events at once, p50`, ({ burst }) => median(burst)],
	[`${BURST} events at once, p99`, ({ burst }) => percentile(burst, 0.99)],
];

const lines = (ours: Times, theirs: Times): Line[] =>
	figures.flatMap(([what, of]): Line[] => [
		{ what: `${what}: n8n`, value: of(ours), unit: 'ms' },
		{ what: `${what}: official client`, value: of(theirs), unit: 'ms' },
		{ what: `${what}: n8n : official client`, value: of(ours) / of(theirs) },
	]);

export const triggerAck: Bench = {
	name: 'trigger-ack',
	about:
		'from an event to its acknowledgement "received": a trigger in n8n, which runs a workflow for each, beside the official client, which does nothing',
	run: async () => {
		const gateway = await startGateway();
		const ours = await withN8n(async (n8n) => await inN8n(n8n, gateway));
		const theirs = await official(gateway);
		await gateway.close();
		return lines(ours, theirs);
	},
};
