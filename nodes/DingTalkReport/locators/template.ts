import type { Paging } from '../../protocol/paging';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';

export const TEMPLATES = 'POST /topapi/report/template/listbyuserid';

/** At most 100 a page; a missing cursor ends the list. https://open.dingtalk.com/document/development/obtains-the-list-of-visible-log-templates-based-on-the */
export const templatePaging: Paging = {
	style: 'cursor',
	cursor: 'offset',
	first: 0,
	size: { at: 'size', max: 100 },
	entries: 'result.template_list',
	next: 'result.next_cursor',
};

/** A template (日志模板). DingTalk's routes know it by its name. */
export const template = defineLocator({
	displayName: 'Template',
	zh: { name: '日志模板', description: '从列表选择或填写模板名称（不是模板 ID）' },
	name: 'template',
	required: true,
	description: 'Chosen from the list, or by its name (not its ID)',
	placeholder: 'e.g. 日报',
	list: defineList({
		route: TEMPLATES,
		request: () => ({ body: {} }),
		paging: templatePaging,
		entry: ({ name }) => ({ name: String(name), value: String(name) }),
	}),
});
