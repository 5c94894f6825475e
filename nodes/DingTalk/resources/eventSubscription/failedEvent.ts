import type { Json } from '../../../runtime/operation';

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON text → its value; other text stays: the event is gone from DingTalk's list, so nothing of it may be lost here. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** An object, written as such or as JSON text (the page and the SDK disagree); anything else stands under `value`. */
function objectOf(given: unknown): Json {
	const value = typeof given === 'string' ? parsed(given) : given;
	return isJson(value) ? value : value === undefined ? {} : { value };
}

/** The one member that holds an event's own fields; employees' events have them beside `corpid` instead. */
const CONTAINERS = ['bpmsCallBackData', 'callbackData', 'roleLabelChange'];

/**
 * One entry of the failed-events list, whose fields stand under a key named like its type.
 * https://open.dingtalk.com/document/development/obtain-the-event-list-of-failed-push-messages
 */
export function failedEvent({ call_back_tag: eventType, event_time: eventTime, ...rest }: Json): Json {
	const { corpid: corpId, ...data } = objectOf(rest[String(eventType)]);
	const [only, ...others] = Object.keys(data);
	const contained = only !== undefined && others.length === 0 && CONTAINERS.includes(only);
	return { eventType, eventTime, corpId, data: contained ? objectOf(data[only]) : data };
}
