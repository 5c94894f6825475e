import { isObject, writeJson } from '../../protocol/json';
import { defineFields } from '../../runtime/field';
import type { Values } from '../../runtime/fieldValues';
import { InputError, type Json } from '../../runtime/operation';
import { mobileOf } from '../../runtime/people';
import { messageFields, refuseLonger, someButtons } from './message';

/** Messages as webhooks take them: the group robot's and a received message's. https://open.dingtalk.com/document/development/robot-message-type */
export const webhookMessageFields = defineFields([
	{
		displayName: 'Message Type',
		zh: '消息类型',
		name: 'messageType',
		type: 'options',
		default: 'text',
		options: [
			{
				name: 'Action Card',
				value: 'actionCard',
				description: 'Markdown with one or several buttons',
				zh: '卡片（ActionCard）',
			},
			{ name: 'Feed Card', value: 'feedCard', description: 'Several links with pictures', zh: '图文列表（FeedCard）' },
			{ name: 'JSON', value: 'json', description: 'The whole message as DingTalk documents it', zh: 'JSON' },
			{ name: 'Link', value: 'link', zh: '链接' },
			{ name: 'Markdown', value: 'markdown', zh: 'Markdown' },
			{ name: 'Text', value: 'text', zh: '文本' },
		],
	},
	...messageFields,
	{
		displayName: 'Links',
		zh: { name: '图文链接', placeholder: '添加链接' },
		name: 'links',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Link',
		default: {},
		displayOptions: { show: { messageType: ['feedCard'] } },
		options: [
			{
				displayName: 'Link',
				zh: '链接',
				name: 'link',
				values: [
					{ displayName: 'Title', zh: '标题', name: 'title', type: 'string', required: true, default: '' },
					{
						displayName: 'Link URL',
						zh: { name: '跳转链接', description: '点击该条打开的页面', placeholder: 'https://…' },
						name: 'messageUrl',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'https://…',
						description: 'Page that opens when the entry is clicked',
					},
					{
						displayName: 'Picture',
						zh: { name: '图片', description: '图片网址或 media_id', placeholder: 'https://…' },
						name: 'pictureUrl',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'https://…',
						description: 'URL or media ID of the picture',
					},
				],
			},
		],
	},
	{
		displayName: 'Message (JSON)',
		zh: { name: '消息（JSON）', description: '用于长度不固定的列表和新消息类型：msgtype、同名内容，以及 at' },
		name: 'messageJson',
		type: 'json',
		required: true,
		default: '{\n  "msgtype": "text",\n  "text": { "content": "" }\n}',
		displayOptions: { show: { messageType: ['json'] } },
		description: 'For lists of changing length and new kinds of message: msgtype, the content under its name, and at',
	},
]);

/** Who is called by @, besides the message. Person IDs are userIds. */
export interface Mentions {
	userIds: readonly string[];
	mobiles: readonly string[];
	all: boolean;
}

type Message = Values<typeof webhookMessageFields>;

/** DingTalk answers a longer body with 460101 and names this limit; no page has it. */
const MOST_BYTES = 20_000;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/**
 * Markdown with everyone's @ in it: DingTalk calls only those whose @ it finds there too. What is missing goes into a last paragraph.
 * https://open.dingtalk.com/document/development/robot-message-type
 */
function withMentions(markdown: string, { userIds, mobiles }: Mentions): string {
	const missing = [...userIds, ...mobiles].filter(
		(id) => !new RegExp(`(?<![\\w.-])@${escaped(id)}(?![\\w-])`).test(markdown),
	);
	return missing.length === 0 ? markdown : `${markdown}\n\n${missing.map((id) => `@${id}`).join(' ')}`;
}

function atOf({ userIds, mobiles, all }: Mentions): Json | undefined {
	if (userIds.length === 0 && mobiles.length === 0 && !all) return undefined;
	return { atUserIds: userIds, atMobiles: mobiles, isAtAll: all };
}

function buttonsOf(message: Message): Json {
	const buttons = someButtons(message);
	const [first] = buttons;
	const btnOrientation = message.buttonLayout === 'horizontal' ? '1' : '0';
	if (buttons.length === 1) return { singleTitle: first.title, singleURL: first.url, btnOrientation };
	return { btns: buttons.map(({ title, url }) => ({ title, actionURL: url })), btnOrientation };
}

function linksOf({ links }: Message): Json[] {
	const all = links?.link ?? [];
	if (all.length === 0)
		throw new InputError('Links', 'is empty; a feed card needs at least one link', '为空，FeedCard 至少需要一个链接');
	return all.map(({ title, messageUrl, pictureUrl }) => ({ title, messageURL: messageUrl, picURL: pictureUrl }));
}

/** The message and the field that most of it comes from. */
function compose(message: Message, mentions: Mentions, hideAvatar: boolean | undefined): { body: Json; field: string } {
	const { messageType: msgtype, title, markdown = '' } = message;
	const at = atOf(mentions);
	switch (msgtype) {
		case 'text':
			return { field: 'Text', body: { msgtype, text: { content: message.text }, at } };
		case 'markdown':
			return { field: 'Markdown', body: { msgtype, markdown: { title, text: withMentions(markdown, mentions) }, at } };
		case 'actionCard':
			return {
				field: 'Markdown',
				body: {
					msgtype,
					actionCard: {
						title,
						text: withMentions(markdown, mentions),
						...buttonsOf(message),
						hideAvatar: hideAvatar ? '1' : undefined,
					},
					at,
				},
			};
		case 'link':
			return {
				field: 'Summary',
				body: {
					msgtype,
					link: { title, text: message.summary, messageUrl: message.messageUrl, picUrl: message.pictureUrl },
				},
			};
		case 'feedCard':
			return { field: 'Links', body: { msgtype, feedCard: { links: linksOf(message) } } };
		case 'json': {
			if (isObject(message.messageJson) && typeof message.messageJson.msgtype === 'string')
				return { field: 'Message (JSON)', body: { ...message.messageJson, ...(at && { at }) } };
			throw new InputError('Message (JSON)', 'must be an object with a "msgtype"', '必须是包含 msgtype 的 JSON 对象');
		}
	}
}

/**
 * The body that a webhook takes. Links and feed cards cannot call anyone.
 * @throws InputError for a card without buttons, a feed without links, JSON that is no message, a message over 20,000 bytes.
 */
export function webhookMessage(message: Message, mentions: Mentions, hideAvatar?: boolean): Json {
	const called = { ...mentions, mobiles: mentions.mobiles.map(mobileOf) };
	const { body, field } = compose(message, called, hideAvatar);
	refuseLonger(writeJson(body), MOST_BYTES, field);
	return body;
}
