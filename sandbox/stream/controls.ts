import type { StreamControls } from '../types';
import type { Gateway } from './gateway';

/** The gateway as a test handles it. */
export const streamControls = (gateway: Gateway): StreamControls => ({
	connections: gateway.connections,
	opens: gateway.opens,
	ackedIds: gateway.deliveries.acked,
	unacked: () => [...gateway.deliveries.unacked.keys()],
	lost: gateway.deliveries.lost,
	attempts: (messageId) => gateway.deliveries.attempts.get(messageId) ?? 0,
	problems: gateway.deliveries.problems,
	dropAll: () => gateway.dropAll(),
	disconnect: (connection) => gateway.disconnect(connection && [connection]),
	halfOpen: () => gateway.halfOpen(),
	refuseOpens: (ms) => gateway.refuseOpens(ms),
});
