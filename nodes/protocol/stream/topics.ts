import type { Frame } from './frames';

/*
 * The topics of CALLBACK frames. Each is subscribed by itself; events come under the one topic `*`.
 */

/** Somebody writes to the robot. https://open.dingtalk.com/document/development/receive-message */
export const ROBOT_TOPIC = '/v1.0/im/bot/messages/get';

/** Somebody clicks a button of a card. https://open.dingtalk.com/document/development/event-callback-card */
export const CARD_TOPIC = '/v1.0/card/instances/callback';

/** The first name of the robot's topic, under which messages still came in 2023. */
export const FIRST_ROBOT_TOPIC = 'bot_got_msg';

const CALLBACK_TOPICS = new Set([ROBOT_TOPIC, FIRST_ROBOT_TOPIC, CARD_TOPIC]);

/** Whether this package has a use for such frames at all. */
export const isKnownTopic = ({ type, topic }: Pick<Frame, 'type' | 'topic'>): boolean =>
	type === 'EVENT' || CALLBACK_TOPICS.has(topic);
