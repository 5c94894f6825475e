import { DingTalkError } from '../../protocol/errors';
import type { Json } from '../../protocol/json';

/**
 * Agoal refuses with `success: false` in HTTP 200; its pages name no member for the reason.
 * https://open.dingtalk.com/document/development/api-agoaluserobjectivelist
 * @throws DingTalkError for it
 */
export function agreed(answer: Json): Json {
	if (answer.success !== false) return answer;
	throw new DingTalkError({
		code: String(answer.code ?? 'success: false'),
		kind: 'refused',
		message: String(answer.message ?? 'Agoal did not do it, and gave no reason'),
	});
}
