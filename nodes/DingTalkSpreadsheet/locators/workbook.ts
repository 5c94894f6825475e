import { defineLocator } from '../../runtime/locator';
import { documentList, documentPage, documentUrl } from '../../shared/alidocs';
import { explainKind } from '../../shared/documentKind';

/** A spreadsheet (表格). Its ID is the node ID in its address. */
export const workbook = defineLocator({
	displayName: 'Spreadsheet',
	zh: {
		name: '表格',
		description: '从列表选择、粘贴表格链接或填写链接中 /i/nodes/ 后的 ID。列表显示操作人可见的表格',
	},
	name: 'workbook',
	required: true,
	description: 'Chosen from what the operator sees, or by its link, or by the ID in its link after /i/nodes/',
	placeholder: 'e.g. qnYMoO1rWxDe4EbQh4zO2vxeJ47Z3je9',
	url: documentUrl,
	urlPlaceholder: 'https://alidocs.dingtalk.com/i/nodes/…',
	page: documentPage,
	list: documentList('axls'),
});

/** A link to something else is named as what it is. https://open.dingtalk.com/document/development/api-getrange */
export const wrongWorkbook = explainKind('axls', workbook.name, ['invalidRequest.resource.notWorkbook']);
