import type { Json } from '../../protocol/json';
import { defineField } from '../../runtime/operation';
import { objectsIn, pick } from '../../runtime/pick';
import { clockText } from './timeText';

/** How what was said comes out. */
export const format = defineField({
	displayName: 'Output',
	zh: { name: '输出', description: '输出的形式' },
	name: 'format',
	type: 'options',
	default: 'text',
	options: [
		{
			name: 'One Item per Paragraph',
			value: 'paragraphs',
			description: 'With speaker and times; up to the limit',
			zh: '每段一条：含发言人和时间，受数量限制',
		},
		{
			name: 'Whole Text',
			value: 'text',
			description: 'One item with all that was said, whatever the limit',
			zh: '全文：一条数据，包含全部内容，不受数量限制',
		},
	],
	description: 'What the output looks like',
});

const said = ({ paragraph, sentenceList }: Json): string =>
	typeof paragraph === 'string' && paragraph !== ''
		? paragraph
		: objectsIn(sentenceList)
				.map(({ sentence }) => String(sentence ?? ''))
				.join('');

/** Paragraphs as one text, a line each: `[00:01:23] 小钉: …`. Their times are ms from the start of the recording. */
export const wholeText = (paragraphs: Json[]): Json => ({
	text: paragraphs.map((one) => `[${clockText(one.startTime)}] ${String(one.nickName ?? '')}: ${said(one)}`).join('\n'),
	paragraphs: paragraphs.length,
	speakers: [...new Set(paragraphs.map(({ nickName }) => nickName).filter((name) => typeof name === 'string'))],
});

/** A paragraph without its sentences and words. */
export const simplifyParagraph = (one: Json): Json =>
	'text' in one
		? one
		: { ...pick(one, ['startTime', 'endTime', 'nickName', 'unionId', 'recordId']), paragraph: said(one) };
