import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { contentOf, untold } from '../../flows/blocks';
import { document } from '../../locators/document';
import { BLOCKS, blockFilters } from './blocks';

export const getContent = defineProcedure({
	name: 'Get Content',
	value: 'getContent',
	action: 'Get the text of a document',
	description:
		'Get a document as text or markdown, as an AI agent reads it. One call. Headings, paragraphs, lists, tables and columns come; of pictures, callouts and quotes the API tells nothing, which a hint says.',
	zh: {
		name: '获取内容',
		action: '获取文档内容',
		description:
			'将文档读取为文本或 Markdown，可供 AI 智能体使用。一次调用。包含标题、段落、列表、表格和分栏；图片、高亮块和引用的内容接口不返回，会有提示',
	},
	docs: 'https://open.dingtalk.com/document/development/api-docblocksquery',
	permission: 'Storage.File.Read',
	routes: [BLOCKS],
	fields: [
		document,
		{
			displayName: 'Format',
			zh: '格式',
			name: 'format',
			type: 'options',
			default: 'markdown',
			options: [
				{ name: 'Blocks', value: 'blocks', description: 'As the API tells them', zh: '块元素：接口返回的原始结构' },
				{ name: 'Markdown', value: 'markdown', zh: 'Markdown' },
				{ name: 'Text', value: 'text', zh: '纯文本' },
			],
		},
		blockFilters,
		operator,
	],
	run: async ({ document: docKey, format, filters, operator: operatorId }, api) => {
		const { data } = await api.call(BLOCKS, { path: { docKey }, query: { operatorId, ...filters } });
		const blocks = objectsIn(data);
		const silent = untold(blocks);
		if (silent.size > 0) {
			const names = [...silent].map(([type, count]) => `${type} × ${count}`).join(', ');
			api.hint(
				`The API does not tell what these blocks of the document hold: ${names}`,
				`接口不返回文档中这些块的内容：${names}`,
			);
		}
		if (format === 'blocks') return { nodeId: docKey, blocks };
		return { nodeId: docKey, content: contentOf(blocks, format), blocks: blocks.length };
	},
});
