import { setTimeout as sleep } from 'node:timers/promises';
import { storedExecutions, tally } from '../test/e2e/support/stored';
import { line, trigger } from '../test/e2e/support/workflow';
import type { Bench, Line } from './line';
import { type Held, heldBy } from './process';
import { withN8n, withSandbox } from './stage';
import { median } from './stats';

/** `BENCH_MINUTES=5` makes the hour shorter. */
const MINUTES = Number(process.env.BENCH_MINUTES ?? 60);
const PER_SECOND = 10;
/** The second of each minute in which the line drops. */
const DROP_AT = 30;
/** Within this the last event is acknowledged. */
const DRAIN_MS = 900_000;

/** n8n keeps 10,000 executions; here all are read at the end. */
const env = { EXECUTIONS_DATA_PRUNE_MAX_COUNT: '0' };

/** The values of the first and of the last third, without the first tenth, in which n8n warms up. */
function ends(values: number[]): [number, number] {
	const warm = values.slice(Math.ceil(values.length / 10));
	const third = Math.ceil(warm.length / 3);
	return [median(warm.slice(0, third)), median(warm.slice(-third))];
}

function lines(held: readonly Held[], times: Map<string, number>, sent: number, connections: number): Line[] {
	const [memory, handles] = [ends(held.map(({ megabytes }) => megabytes)), ends(held.map((one) => one.handles))];
	const last = held[held.length - 1];
	return [
		{ what: 'events', value: sent },
		{ what: 'done once', value: [...times.values()].filter((count) => count === 1).length, atLeast: sent },
		{ what: 'done twice or more', value: [...times.values()].filter((count) => count > 1).length, atMost: 0 },
		{ what: 'connections asked for', value: connections },
		{ what: 'memory of n8n, first third', value: memory[0], unit: 'MB' },
		{ what: 'memory of n8n, last third', value: memory[1], unit: 'MB' },
		{ what: 'memory, last third : first third', value: memory[1] / memory[0], atMost: 1.1 },
		{ what: 'open handles, first third', value: handles[0] },
		{ what: 'open handles, last third', value: handles[1], atMost: handles[0] + 5 },
		{ what: 'processor time of n8n for an event', value: ((last.seconds - held[0].seconds) / sent) * 1000, unit: 'ms' },
	];
}

export const triggerHour: Bench = {
	name: 'trigger-hour',
	about: `${MINUTES} real minutes in n8n: ${PER_SECOND} events a second at the trigger as it comes, the line drops once a minute`,
	onDemand: true,
	run: async (say) =>
		await withN8n(
			async (n8n) =>
				await withSandbox(n8n, {}, async ({ sandbox, save }) => {
					const nothing = { name: 'Nothing', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
					const { id } = await save(line('An hour', [trigger({ events: ['check_in'] }), nothing]));
					await n8n.api.activate(id);
					const held = [heldBy(n8n.pid)];
					const began = Date.now();
					let sent = 0;
					for (; sent < MINUTES * 60 * PER_SECOND; sent++) {
						await sleep(began + (sent * 1000) / PER_SECOND - Date.now());
						const eventId = `hour-${sent}`;
						sandbox.push('check_in', { eventId }, { via: 'stream', eventId });
						const inMinute = sent % (60 * PER_SECOND);
						if (inMinute === DROP_AT * PER_SECOND) sandbox.stream.dropAll();
						if (inMinute !== 60 * PER_SECOND - 1) continue;
						const now = heldBy(n8n.pid);
						held.push(now);
						say(
							`minute ${held.length - 1}: ${now.megabytes.toFixed(0)} MB, ${now.handles} handles, ${sandbox.stream.unacked().length} under way`,
						);
					}
					const end = Date.now() + DRAIN_MS;
					while (sandbox.stream.unacked().length > 0 && Date.now() < end) await sleep(1000);
					// The database has the end of an execution a moment after the acknowledgement.
					await sleep(5000);
					const stored = await storedExecutions(n8n.userFolder, id, /hour-\d+/);
					const ended = stored.filter(({ status }) => status === 'success');
					return lines(held, tally(ended.map(({ event }) => event)), sent, sandbox.stream.opens.length);
				}),
			{ env },
		),
};
