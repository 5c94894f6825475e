import { type Gateway, exchange, startGateway } from './gateway';
import type { Bench, Line } from './line';
import { median } from './stats';
import { type Client, startClient } from './streamClient';

const clients: Array<{ client: Client; name: string }> = [
	{ client: 'official', name: 'official client' },
	{ client: 'hub', name: 'hub' },
	{ client: 'hubOnWs', name: "hub on the official client's WebSocket" },
	{ client: 'trigger', name: 'hub with inbox and once-only memory' },
];
const EVENTS = 20_000;
const WARM_UP = 2_000;
const ROUNDS = 5;
/** So many events are sent before the sockets get their turn. */
const AT_ONCE = 100;

const inSteps = (index: number): Promise<unknown> | undefined =>
	index % AT_ONCE === AT_ONCE - 1 ? new Promise(setImmediate) : undefined;

/** Processor time per event, µs. */
async function measure(gateway: Gateway, client: Client): Promise<number> {
	const { socket, processorTime, stop } = await startClient(gateway, client);
	await exchange(socket, WARM_UP, inSteps);
	const micros = await processorTime(async () => await exchange(socket, EVENTS, inSteps));
	await stop();
	return micros / EVENTS;
}

export const triggerHub: Bench = {
	name: 'trigger-hub',
	about:
		'processor time for an event in the Stream connection, beside the official client dingtalk-stream; both acknowledge at once, without n8n',
	run: async () => {
		const gateway = await startGateway();
		const rounds: number[][] = [];
		for (let round = 0; round < ROUNDS; round++) {
			const times: number[] = [];
			for (const { client } of clients) times.push(await measure(gateway, client));
			rounds.push(times);
		}
		await gateway.close();
		const times = clients.map(({ name }, i): Line => ({
			what: name,
			value: median(rounds.map((one) => one[i])),
			unit: 'µs',
		}));
		const ratios = clients.slice(1).map(({ name }, i): Line => ({
			what: `${name} : official client`,
			value: median(rounds.map((one) => one[i + 1] / one[0])),
		}));
		return [...times, ...ratios];
	},
};
