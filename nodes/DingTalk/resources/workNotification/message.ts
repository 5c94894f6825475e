import { writeJson } from '../../../protocol/json';
import type { Values } from '../../../runtime/fieldValues';
import { InputError, type Json } from '../../../runtime/operation';
import type { contentFields } from './contentFields';
import { oa } from './oa';
import type { oaFields } from './oaFields';

export type MessageValues = Values<[...typeof contentFields, ...typeof oaFields]>;
type MessageType = MessageValues['messageType'];

function actionCard({
	title,
	markdown,
	cardType,
	singleTitle,
	singleUrl,
	buttons,
	btnOrientation,
}: MessageValues): object {
	if (cardType !== 'multiple') return { title, markdown, single_title: singleTitle, single_url: singleUrl };
	const list = buttons?.button ?? [];
	if (list.length === 0)
		throw new InputError('Button List', 'is empty: add at least one button', '为空：请至少添加一个按钮');
	return {
		title,
		markdown,
		btn_orientation: btnOrientation,
		btn_json_list: list.map(({ title: label, url }) => ({ title: label, action_url: url })),
	};
}

function voice({ mediaId, duration = 0 }: MessageValues): object {
	if (!Number.isInteger(duration) || duration < 1 || duration > 59)
		throw new InputError('Duration', 'must be a whole number of seconds from 1 to 59', '必须是 1 到 59 之间的整数秒');
	return { media_id: mediaId, duration: String(duration) };
}

const contentOf: Record<MessageType, (values: MessageValues) => object> = {
	text: ({ content }) => ({ content }),
	image: ({ mediaId }) => ({ media_id: mediaId }),
	voice,
	file: ({ mediaId }) => ({ media_id: mediaId }),
	link: ({ title, text, messageUrl, picUrl }) => ({ title, text, messageUrl, picUrl }),
	markdown: ({ title, markdown }) => ({ title, text: markdown }),
	action_card: actionCard,
	oa,
};

/** The field that a too long message owes its length to. */
const longField: Record<MessageType, string> = {
	text: 'Content',
	image: 'Media ID',
	voice: 'Media ID',
	file: 'Media ID',
	link: 'Text',
	markdown: 'Markdown',
	action_card: 'Markdown',
	oa: 'Body',
};

/** https://open.dingtalk.com/document/development/asynchronous-sending-of-enterprise-session-messages */
const MAX_BYTES = 2048;

/**
 * The `msg` of a work notification, from its fields.
 * @throws InputError for a message that is too long, a card without buttons, a colour that is none.
 */
export function message(values: MessageValues): Json {
	const { messageType } = values;
	const msg = { msgtype: messageType, [messageType]: contentOf[messageType](values) };
	const bytes = Buffer.byteLength(writeJson(msg));
	if (bytes > MAX_BYTES)
		throw new InputError(
			longField[messageType],
			`makes a message of ${bytes} bytes; DingTalk accepts at most ${MAX_BYTES} (a Chinese character takes 3)`,
			`使消息达到 ${bytes} 字节，钉钉最多接受 ${MAX_BYTES} 字节（一个汉字占 3 字节）`,
		);
	return msg;
}
