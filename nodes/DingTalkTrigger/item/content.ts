import type { IDataObject } from 'n8n-workflow';

import { isObject, readJson } from '../../protocol/json';
import { asData, textOf } from './incoming';

/*
 * What a message holds, whatever its type: the message itself keeps a text under `text` and all else
 * under `content`, a quoted message keeps everything under `content`.
 * https://open.dingtalk.com/document/development/receive-message
 */
export interface Content {
	/** DingTalk's name of the message type: `text`, `richText`, `chatRecord` … */
	readonly type: string;
	readonly content: IDataObject;
}

export interface Attachment extends IDataObject {
	type: 'picture' | 'audio' | 'video' | 'file';
	downloadCode: string;
}

const FILES = new Map<unknown, Attachment['type']>([
	['picture', 'picture'],
	['image', 'picture'],
	['audio', 'audio'],
	['voice', 'audio'],
	['video', 'video'],
	['file', 'file'],
]);

/** The objects of a list, which may have been written as JSON text. */
function objectsOf(value: unknown): IDataObject[] {
	const list = typeof value === 'string' ? parsed(value) : value;
	return Array.isArray(list) ? list.filter(isObject).map(asData) : [];
}

function parsed(text: string): unknown {
	try {
		return readJson(text);
	} catch {
		return undefined;
	}
}

/** What stands for something that has no text of its own, in DingTalk's own word for it. */
const placeholder = (type: string): string => (type === '' ? '' : `[${type}]`);

const plainText = ({ text, content, title }: IDataObject): string => textOf(text) || textOf(content) || textOf(title);

/** A part of a rich text: `text`, or in a quoted one `content`. */
const richText = ({ content }: Content): string[] => objectsOf(content.richText).map(plainText);

/** A forwarded conversation: its entries, or in a quoted one only title and summary. */
function chatRecord({ content }: Content): string[] {
	const entries = objectsOf(content.chatRecord).map((entry) => plainText(entry) || placeholder(textOf(entry.msgType)));
	const summary = [textOf(content.title), textOf(content.summary)].filter((text) => text !== '');
	return [(entries.length > 0 ? entries : summary).join('\n')];
}

/** The texts in a card's tree of elements, each element of the first level on a line of its own. */
function interactiveCard({ content }: Content): string[] {
	const inside = (element: IDataObject): string[] => [
		...(element.value === undefined ? [] : [textOf(element.value)]),
		...objectsOf(element.children).flatMap(inside),
	];
	const lines = objectsOf(content.cardContent).map(inside);
	// A quoted card comes without content.
	if (lines.flat().length === 0) return [placeholder('interactiveCard')];
	return lines.flatMap((line, index) => [...(index > 0 ? ['\n'] : []), ...line]);
}

const READERS = new Map<string, (content: Content) => string[]>([
	['richText', richText],
	['chatRecord', chatRecord],
	['interactiveCard', interactiveCard],
	['audio', ({ content }) => [textOf(content.recognition)]],
	['markdown', ({ content }) => [textOf(content.text) || plainText(content)]],
	['unknownMsgType', ({ content }) => [textOf(content.unknownMsgType) || placeholder('unknownMsgType')]],
]);

/** The readable text in its parts: a mention is a part of its own. */
export const textParts = (content: Content): string[] =>
	READERS.get(content.type)?.(content) ?? [plainText(content.content)];

function attachment(type: Attachment['type'], content: IDataObject): Attachment[] {
	// `downloadCode` first: `pictureDownloadCode` cannot be downloaded everywhere.
	const downloadCode = textOf(content.downloadCode) || textOf(content.pictureDownloadCode);
	if (downloadCode === '') return [];
	const { fileName, duration, videoType, recognition, spaceId, fileId } = content;
	const known = Object.entries({ fileName, duration, videoType, recognition, spaceId, fileId });
	return [
		{ type, downloadCode, ...Object.fromEntries(known.filter(([, value]) => value !== undefined && value !== null)) },
	];
}

/** The kind of a message's part: one of a rich text with a code and without a type is a picture. */
const kindOf = (part: IDataObject): Attachment['type'] | undefined =>
	FILES.get(part.type ?? part.msgType) ??
	(part.type === undefined && part.msgType === undefined ? 'picture' : undefined);

/** The files in it, which the robot can download by their codes. */
export function attachmentsOf({ type, content }: Content): Attachment[] {
	const file = FILES.get(type);
	if (file) return attachment(file, content);
	return [...objectsOf(content.richText), ...objectsOf(content.chatRecord)].flatMap((part) => {
		const kind = kindOf(part);
		return kind ? attachment(kind, part) : [];
	});
}
