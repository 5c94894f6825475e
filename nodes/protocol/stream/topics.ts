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

/** Somebody writes to a person whom the robot stands in for. Known to the Python SDK only (`ChatbotMessage.DELEGATE_TOPIC`). */
export const DELEGATE_TOPIC = '/v1.0/im/bot/messages/delegate';

/** A card asks for the data that it shows. https://open.dingtalk.com/document/development/dynamic-data-source */
export const CARD_DATA_TOPIC = '/v1.0/card/dynamicData/get';

/** An AI assistant calls the app as its plugin. Known to the SDKs only (`GraphAPIMethod`). */
export const PLUGIN_TOPIC = '/v1.0/graph/api/invoke';

const CALLBACK_TOPICS = new Set([
	ROBOT_TOPIC,
	FIRST_ROBOT_TOPIC,
	CARD_TOPIC,
	DELEGATE_TOPIC,
	CARD_DATA_TOPIC,
	PLUGIN_TOPIC,
]);

/** Whether this package has a use for such frames at all. */
export const isKnownTopic = ({ type, topic }: Pick<Frame, 'type' | 'topic'>): boolean =>
	type === 'EVENT' || CALLBACK_TOPICS.has(topic);
