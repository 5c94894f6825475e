import { DingTalkError } from '../protocol/errors';

/**
 * Some routes answer that they did nothing by `result: false` alone, with errcode 0 and no reason.
 * @throws DingTalkError for it
 */
export function refuseFalse(result: unknown): void {
	if (result !== false && result !== 'false') return;
	throw new DingTalkError({
		code: 'result: false',
		kind: 'refused',
		message: 'it was not done, and no reason was given',
	});
}
