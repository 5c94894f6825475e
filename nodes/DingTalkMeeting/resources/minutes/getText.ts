import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { task } from '../../locators/task';
import { format, simplifyParagraph, wholeText } from '../../fields/transcript';

const TEXTS = 'GET /v1.0/minutes/flashMinutes/{taskUuid}/textInfos';

/** The largest page is nowhere told. */
const PAGES: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 100 },
	entries: 'paragraphList',
	next: 'nextToken',
	more: 'hasNext',
};

export const getText = defineProcedure({
	name: 'Get Transcript',
	value: 'getText',
	action: 'Get the text of minutes',
	description:
		'Get what was said, from the minutes. One call per 100 paragraphs. DingTalk has no page about this route (it is known from the official SDK), so an organisation may be refused.',
	zh: {
		name: '获取文字',
		action: '获取听记文字',
		description: '获取听记的文字。每 100 段一次调用；该接口没有公开文档（来自官方 SDK），可能被拒绝',
	},
	docs: 'https://open.dingtalk.com/document/development/api-querysmartdeviceaisummary',
	routes: [TEXTS],
	list: true,
	simplify: simplifyParagraph,
	fields: [task, format, operator],
	run: async ({ taskUuid, format: form, operator: unionId, limit }, api) => {
		const parts = { path: { taskUuid }, query: { unionId } };
		if (form === 'text') return wholeText(await api.list(TEXTS, parts, PAGES, Infinity));
		return await api.list(TEXTS, parts, PAGES, limit);
	},
});
