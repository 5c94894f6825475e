import { isObject, writeJson } from '../../../protocol/json';
import type { Values } from '../../../runtime/fieldValues';
import { InputError, type Api, type Json } from '../../../runtime/operation';
import { refuseLonger, someButtons } from '../../fields/message';
import { acceptable, upload, type MediaKind } from '../../../shared/upload';
import type { robotMessageFields } from './fields';

type Message = Values<typeof robotMessageFields>;
/** The template's `msgKey` and its parameters. */
type Filled = readonly [key: unknown, parameters: Json];

/** Longer parameters are refused. https://open.dingtalk.com/document/development/the-robot-sends-a-group-message */
const MOST_BYTES = 15_000;

/** How each media message's file is uploaded. */
const MEDIA: Partial<Record<Message['messageType'], MediaKind>> = {
	audio: 'voice',
	file: 'file',
	image: 'image',
	video: 'video',
};

/** The field that most of a message comes from, where it is not Markdown. */
const LONGEST: Partial<Record<Message['messageType'], string>> = {
	link: 'Summary',
	template: 'Template Parameters (JSON)',
	text: 'Text',
};

/** Buttons as numbered parameters: `actionTitle1`, `actionURL1`, `actionTitle2` … */
const numbered = (buttons: ReturnType<typeof someButtons>, title: string, url: string): Json =>
	Object.fromEntries(
		buttons.flatMap((button, index) => [
			[`${title}${index + 1}`, button.title],
			[`${url}${index + 1}`, button.url],
		]),
	);

/** There is a template for one button, for two to five below one another, and for two side by side (the one numbered 6). */
function actionCard(message: Message): Filled {
	const buttons = someButtons(message);
	const [{ title, url }] = buttons;
	const text = { title: message.title, text: message.markdown };
	if (buttons.length === 1) return ['sampleActionCard', { ...text, singleTitle: title, singleURL: url }];
	const horizontal = message.buttonLayout === 'horizontal';
	if (buttons.length > (horizontal ? 2 : 5))
		throw new InputError(
			'Buttons',
			`has ${buttons.length} entries; DingTalk shows at most 2 side by side, 5 one below the other`,
			`有 ${buttons.length} 个，横向最多 2 个，竖直最多 5 个`,
		);
	if (horizontal) return ['sampleActionCard6', { ...text, ...numbered(buttons, 'buttonTitle', 'buttonUrl') }];
	return [`sampleActionCard${buttons.length}`, { ...text, ...numbered(buttons, 'actionTitle', 'actionURL') }];
}

const extensionOf = (name: string | undefined) => /\.([^.]+)$/.exec(name ?? '')?.[1]?.toLowerCase();

function file({ mediaId, fileName }: Message, uploaded: string | undefined): Filled {
	const fileType = extensionOf(fileName) ?? extensionOf(uploaded);
	if (fileType !== undefined) return ['sampleFile', { mediaId, fileName: fileName ?? uploaded, fileType }];
	throw new InputError(
		'File Name',
		'needs an extension, like "report.xlsx": it tells DingTalk the type of the file',
		'需要带扩展名，例如 report.xlsx，钉钉据此识别文件类型',
	);
}

function custom({ msgKey, msgParam }: Message): Filled {
	if (isObject(msgParam)) return [msgKey, msgParam];
	throw new InputError('Template Parameters (JSON)', 'must be a JSON object', '必须是 JSON 对象');
}

function template(message: Message, uploaded: string | undefined): Filled {
	const { messageType, title, mediaId, duration = 0 } = message;
	switch (messageType) {
		case 'text':
			return ['sampleText', { content: message.text }];
		case 'markdown':
			return ['sampleMarkdown', { title, text: message.markdown }];
		case 'link':
			return [
				'sampleLink',
				{ title, text: message.summary, messageUrl: message.messageUrl, picUrl: message.pictureUrl },
			];
		case 'actionCard':
			return actionCard(message);
		case 'image':
			return ['sampleImageMsg', { photoURL: mediaId }];
		// Audio counts in milliseconds, video in seconds; both as text.
		case 'audio':
			return ['sampleAudio', { mediaId, duration: String(Math.max(1, Math.round(duration * 1000))) }];
		case 'video':
			return [
				'sampleVideo',
				{
					videoMediaId: mediaId,
					videoType: 'mp4',
					picMediaId: message.coverMediaId,
					duration: String(Math.max(1, Math.round(duration))),
				},
			];
		case 'file':
			return file(message, uploaded);
		case 'template':
			return custom(message);
	}
}

/** The item's files as they may be uploaded, those that the message has. */
function filesOf({ messageType, binaryProperty, coverProperty }: Message) {
	const kind = MEDIA[messageType];
	return {
		media: kind && binaryProperty && { kind, part: acceptable(binaryProperty, kind, 'Input Binary Field') },
		cover: coverProperty && { kind: 'image' as const, part: acceptable(coverProperty, 'image', 'Cover Binary Field') },
	};
}

/**
 * `msgKey` and `msgParam` (JSON text) of a message.
 * @throws InputError for too many or no buttons, a file that DingTalk does not take, parameters over 15,000 bytes.
 */
export function templateOf(message: Message): { msgKey: unknown; msgParam: string } {
	const [msgKey, parameters] = template(message, filesOf(message).media?.part.name);
	const msgParam = writeJson(parameters);
	refuseLonger(msgParam, MOST_BYTES, LONGEST[message.messageType] ?? 'Markdown');
	return { msgKey, msgParam };
}

/** Uploads the item's files; their media IDs stand in for the fields that would name them. */
export async function uploadFiles(
	message: Message,
	api: Pick<Api, 'call' | 'once' | 'hint'>,
): Promise<{ mediaId?: string; coverMediaId?: string }> {
	const { media, cover } = filesOf(message);
	const [mediaId, coverMediaId] = await Promise.all([
		media && upload(api, media.part, media.kind),
		cover && upload(api, cover.part, cover.kind),
	]);
	return { ...(mediaId !== undefined && { mediaId }), ...(coverMediaId !== undefined && { coverMediaId }) };
}
