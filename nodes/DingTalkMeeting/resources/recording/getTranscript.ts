import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { conference } from '../../locators/conference';
import { format, simplifyParagraph, wholeText } from '../../fields/transcript';

const TEXTS = 'GET /v1.0/conference/videoConferences/{conferenceId}/cloudRecords/getTexts';

/** The next cursor stands in the last paragraph, spelt as it is. https://open.dingtalk.com/document/development/queries-the-text-information-about-cloud-recording */
const PAGES = {
	style: 'cursor',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 2000 },
	entries: 'paragraphList',
	next: 'paragraphList.-1.nextTtoken|nextToken',
	more: 'hasMore',
} as const;

export const getTranscript = defineProcedure({
	name: 'Get Transcript',
	value: 'getTranscript',
	action: 'Get the transcript of a recording',
	description:
		'Get what was said in a recorded conference. One call per 2,000 paragraphs. Times are milliseconds from the start of the recording.',
	zh: {
		name: '获取文字记录',
		action: '查询录制文字',
		description: '查询会议录制的语音转文字。每 2,000 段一次调用；时间为距录制开始的毫秒数',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-the-text-information-about-cloud-recording',
	permission: 'VideoConference.Conference.Read',
	routes: [TEXTS],
	list: true,
	simplify: simplifyParagraph,
	fields: [
		conference,
		format,
		{
			displayName: 'From (Seconds)',
			zh: { name: '从第几秒开始', description: '距录制开始的秒数' },
			name: 'fromSeconds',
			type: 'number',
			under: 'options',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Seconds from the start of the recording',
		},
		{
			displayName: 'Order',
			zh: { name: '顺序', description: '按时间的查询顺序' },
			name: 'direction',
			type: 'options',
			under: 'options',
			default: '0',
			options: [
				{ name: 'Oldest First', value: '0', zh: '从早到晚' },
				{ name: 'Newest First', value: '1', zh: '从晚到早' },
			],
			description: 'In which order what was said is read',
		},
		operator,
	],
	run: async ({ conference: conferenceId, format: form, fromSeconds, direction, operator: unionId, limit }, api) => {
		const startTime = fromSeconds === undefined ? undefined : Math.round(fromSeconds * 1000);
		const parts = { path: { conferenceId }, query: { unionId, startTime, direction } };
		if (form === 'text') return wholeText(await api.list(TEXTS, parts, PAGES, Infinity));
		return await api.list(TEXTS, parts, PAGES, limit);
	},
});
