import { DingTalkError } from './errors';

/** What a call or a wait ends with when its execution was cancelled. */
export const cancelled = (): DingTalkError =>
	new DingTalkError({ code: 'cancelled', kind: 'refused', ours: true, message: 'the execution was cancelled' });
