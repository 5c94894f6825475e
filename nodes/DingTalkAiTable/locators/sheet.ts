import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';
import { base } from './base';

/** A sheet (数据表) of an AI table, by ID or name. https://open.dingtalk.com/document/development/api-notable-getallsheets */
export const sheet = defineLocator({
	displayName: 'Sheet',
	zh: { name: '数据表', description: '从列表选择、填写数据表 ID 或名称，或粘贴含 sheetId 的链接' },
	name: 'sheet',
	required: true,
	description: 'Chosen from the list, or by its ID or name, or by a link that has a sheetId',
	placeholder: 'e.g. hERWDMS',
	url: /[?&]sheetId(?:=|%3D)([\w-]+)|sheetId%3D([\w-]+)/,
	urlPlaceholder: 'https://alidocs.dingtalk.com/i/nodes/…?sheetId=…',
	list: defineList({
		needs: [operator, base],
		route: 'GET /v1.0/notable/bases/{baseId}/sheets',
		request: ({ operator: operatorId, base: baseId }) => ({ path: { baseId }, query: { operatorId } }),
		paging: { style: 'whole', entries: 'value' },
		entry: ({ id, name }) => ({ name: String(name), value: String(id) }),
	}),
});
