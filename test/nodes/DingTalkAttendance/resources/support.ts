import type { Sandbox } from '../../../../sandbox';
import { sandboxCredentials } from '../../../support/engine';

/** The moment at which the sandbox of these tests stands, in epoch ms. */
export const NOW = Date.parse('2026-11-21T12:00:00+08:00');
export const BONUS = 'leave-sandbox-bonus';

/** An operation of the node against a sandbox, for `execute` and `outputs`. */
export const attendance =
	(sandbox: () => Sandbox) =>
	(resource: string, operation: string, parameters: object, timezone = 'Asia/Shanghai') => ({
		credentials: sandboxCredentials(sandbox()),
		product: 'dingTalkAttendance',
		timezone,
		parameters: {
			resource,
			operation,
			returnAll: true,
			simplify: true,
			additionalFields: {},
			filters: {},
			options: { callsPerSecond: 0 },
			...parameters,
		},
	});
