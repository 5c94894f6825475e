import type { FunctionsBase } from 'n8n-workflow';

import { clock } from '../../listening/clock';
import { createReplayMemory } from '../../protocol/callback/replay';
import type { Incoming } from '../item/incoming';
import { withheldBecause } from '../item/robotMessage';
import { scopeOf } from '../once/memory';

/** What has been written into the log within the last ten minutes. */
const logged = createReplayMemory(600_000, 1_000);

/**
 * Whether DingTalk has kept the content of a message to itself: that starts no workflow, for an empty
 * text would be taken for what the person wrote. The log says so.
 */
export function isWithheld(context: Pick<FunctionsBase, 'getWorkflow' | 'getNode' | 'logger'>, incoming: Incoming) {
	const reason = incoming.kind === 'robot' ? withheldBecause(incoming.item.data) : undefined;
	if (reason === undefined) return false;
	if (logged.take(`${scopeOf(context)} ${reason}`, clock.now()))
		context.logger.warn(
			`DingTalk Trigger: DingTalk sent a robot message without its content (${reason}). 20001 means that the month's quota of Webhook and Stream pushes is used up`,
		);
	return true;
}
