import { DingTalkError } from '../../protocol/errors';
import { isObject, type Json } from '../../protocol/json';

/**
 * What answers of conferences and live streams hide behind HTTP 200: a `code` other than 200, `success: false`.
 * https://open.dingtalk.com/document/development/close-audio-video-conference
 * @throws DingTalkError with DingTalk's code and words
 */
export function done(answer: Json): Json {
	const { code, cause, success, ...rest } = isObject(answer.result) ? answer.result : answer;
	if (code !== undefined && String(code) !== '200')
		throw new DingTalkError({
			code: String(code),
			kind: 'refused',
			message: typeof cause === 'string' && cause !== '' ? cause : 'DingTalk did not do it',
		});
	if (success === false || success === 'false')
		throw new DingTalkError({ code: 'notDone', kind: 'refused', message: 'DingTalk did not do it and says no reason' });
	return { success: true, ...rest };
}
