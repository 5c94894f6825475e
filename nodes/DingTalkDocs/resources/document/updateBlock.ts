import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { document } from '../../locators/document';
import { blockId } from './blocks';
import { checkedElement, elementField } from './element';

const UPDATE = 'PUT /v1.0/doc/suites/documents/{documentId}/blocks/{blockId}';
const APPEND_TEXT = 'POST /v1.0/doc/suites/documents/{docKey}/blocks/{blockId}/paragraph/appendText';

export const updateBlock = defineProcedure({
	name: 'Update Block',
	value: 'updateBlock',
	action: 'Update a block of a document',
	description:
		'Add text to a paragraph, or set properties of a block. One call. To replace a text for certain, delete the block and insert one: the page shows other properties only.',
	zh: {
		name: '更新块元素',
		action: '更新文档的块元素',
		description:
			'在段落末尾追加文本，或设置块元素的属性。一次调用；要替换文本，请删除该块后重新插入（接口文档只示例了其他属性）',
	},
	docs: 'https://open.dingtalk.com/document/development/api-docblocksmodify',
	permission: 'Storage.File.Write',
	routes: [UPDATE, APPEND_TEXT],
	fields: [
		document,
		blockId,
		{
			displayName: 'Change',
			zh: '修改方式',
			name: 'mode',
			type: 'options',
			default: 'appendText',
			options: [
				{
					name: 'Append Text',
					value: 'appendText',
					description: 'To the end of a paragraph',
					zh: '追加文本：到段落末尾',
				},
				{ name: 'Set Properties', value: 'setProperties', zh: '设置属性' },
			],
		},
		{
			displayName: 'Text',
			zh: '文本',
			name: 'text',
			type: 'string',
			required: true,
			default: '',
			displayOptions: { show: { mode: ['appendText'] } },
		},
		{ ...elementField, displayOptions: { show: { mode: ['setProperties'] } } },
		operator,
	],
	plan: ({ mode, element, ...rest }) => ({
		...rest,
		element: mode === 'setProperties' ? checkedElement(element) : undefined,
	}),
	inTurn: ({ document: node }) => [node],
	run: async ({ document: docKey, blockId: id, text, element, operator: operatorId }, api) => {
		const query = { operatorId };
		if (element)
			await api.call(UPDATE, { path: { documentId: docKey, blockId: id }, query, body: { element } }, { safe: true });
		else await api.call(APPEND_TEXT, { path: { docKey, blockId: id }, query, body: { text } });
		return { success: true, blockId: id };
	},
});
