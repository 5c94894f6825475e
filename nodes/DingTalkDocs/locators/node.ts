import { defineLocator } from '../../runtime/locator';
import { documentList, documentPage, documentUrl } from '../../shared/alidocs';

const list = documentList();

const words = {
	displayName: 'Node',
	zh: {
		name: '节点',
		description: '文档、表格、文件或文件夹：从列表选择、粘贴链接或填写链接中 /i/nodes/ 后的 ID',
	},
	name: 'node',
	required: true,
	description:
		'A document, spreadsheet, file or folder: chosen from the list, or by its link, or by the ID in its link after /i/nodes/',
	placeholder: 'e.g. qnYMoO1rWxDe4EbQh4zO2vxeJ47Z3je9',
	urlPlaceholder: 'https://alidocs.dingtalk.com/i/nodes/…',
	page: documentPage,
	list,
} as const;

/** A node (节点) of a knowledge base: anything with an address of its own. */
export const node = defineLocator({ ...words, url: documentUrl });

/** The same, by any link of DingTalk's documents: one without a node ID stays as it is, to be asked about. */
export const linkedNode = defineLocator({
	...words,
	url: /alidocs\.dingtalk\.com\/i\/nodes\/([A-Za-z0-9]+)|^(https:\/\/(?!alidocs\.dingtalk\.com\/i\/nodes\/)\S+)/,
});
