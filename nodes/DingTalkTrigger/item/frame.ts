import type { Frame } from '../../protocol/stream/frames';
import {
	CARD_DATA_TOPIC,
	CARD_TOPIC,
	DELEGATE_TOPIC,
	FIRST_ROBOT_TOPIC,
	PLUGIN_TOPIC,
	ROBOT_TOPIC,
} from '../../protocol/stream/topics';
import { fromCardDataRequest, fromPluginCall } from './calls';
import { fromCardCallback } from './cardCallback';
import { fromEventFrame } from './event';
import { DELEGATED_MESSAGE, type Incoming, asData } from './incoming';
import { fromRobotMessage } from './robotMessage';

/** Frames that have been read: all triggers of an app get the same one. */
const known = new WeakMap<Frame, Incoming>();

/** What a Stream frame brings; undefined for a callback topic that the trigger does not know. */
export function fromFrame(frame: Frame, now: number): Incoming | undefined {
	const before = known.get(frame);
	if (before) return before;
	const incoming = read(frame, now);
	if (!incoming) return undefined;
	const sized = { ...incoming, size: frame.text.length };
	known.set(frame, sized);
	return sized;
}

function read(frame: Frame, now: number): Incoming | undefined {
	const { type, topic, messageId } = frame;
	if (type === 'EVENT') return fromEventFrame(frame, now);
	if (topic === ROBOT_TOPIC || topic === FIRST_ROBOT_TOPIC) return fromRobotMessage(asData(frame.data), now, messageId);
	if (topic === DELEGATE_TOPIC) return fromRobotMessage(asData(frame.data), now, messageId, DELEGATED_MESSAGE);
	if (topic === CARD_DATA_TOPIC) return fromCardDataRequest(asData(frame.data), messageId, now);
	if (topic === PLUGIN_TOPIC) return fromPluginCall(asData(frame.data), messageId, now);
	if (topic === CARD_TOPIC) return fromCardCallback(asData(frame.data), messageId, now);
	return undefined;
}
