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
	const credential = await api.createCredential('gateway', 'dingTalkApi', { clientId: 'id', clientSecret: 'secret', apiHost: gateway.url, legacyHost: gateway.url });
	const credentials = { dingTalkApi: { id: credential.id, name: credential.name } };
	const nothing = { name: 'Nothing', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	const { id } = await api.createWorkflow(line('acknowledge at once', [{ ...trigger({ options: { acknowledge: 'received', recoverFailed: false } }), credentials }, nothing]));
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

const lines = (who: string, { steady, burst }: Times): Line[] => [
	{ what: `${who}, ${1000 / STEADY.everyMs} events a second, p50`, value: median(steady), unit: 'ms' },
	{ what: `${who}, ${1000 / STEADY.everyMs} events a second, p99`, value: percentile(steady, 0.99), unit: 'ms' },
	{ what: `${who}, ${BURST} events at once, p50`, value: median(burst), unit: 'ms' },
	{ what: `${who}, ${BURST} events at once, p99`, value: percentile(burst, 0.99), unit: 'ms' },
];

export const triggerAck: Bench = {
	name: 'trigger-ack',
	about: 'from an event to its acknowledgement "received": a trigger in n8n, which runs a workflow for each, beside the official client, which does nothing',
	run: async () => {
		const gateway = await startGateway();
		const ours = await withN8n(async (n8n) => await inN8n(n8n, gateway));
		const theirs = await official(gateway);
		await gateway.close();
		return [...lines('n8n', ours), ...lines('official client', theirs)];
	},
};
