import type { Delivery } from '../../../../nodes/protocol/stream/connection';
import type { Subscription } from '../../../../nodes/protocol/stream/gateway';
import { startSession } from '../../../../nodes/protocol/stream/session';
import { SimulatedGateway, createSimulatedClock } from './simulation';

const app = { host: 'https://api.invalid', clientId: 'id', clientSecret: 'secret' };
export const MINUTE = 60_000;

/** A session on a simulated gateway and clock. */
export function start(prepare: (gateway: SimulatedGateway) => void = () => {}) {
	const clock = createSimulatedClock();
	const gateway = new SimulatedGateway(clock);
	prepare(gateway);
	const deliveries: Delivery[] = [];
	const states: string[] = [];
	/** Why there was no connection, each time it was told. */
	const causes: string[] = [];
	const subscriptions: Subscription[] = [{ type: 'EVENT', topic: '*' }];
	const session = startSession(
		{ dial: gateway.dial, post: gateway.post, clock, random: () => 0 },
		app,
		() => subscriptions,
		{
			delivery: (delivery) => deliveries.push(delivery),
			unread: () => undefined,
			state: (state) => {
				states.push(state.name);
				if (state.name !== 'online') causes.push(state.cause.message);
			},
		},
	);
	return { clock, gateway, deliveries, states, causes, subscriptions, session };
}
