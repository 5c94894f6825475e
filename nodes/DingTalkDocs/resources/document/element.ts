import { isObject, type Json } from '../../../protocol/json';
import { defineFields } from '../../../runtime/field';
import { InputError } from '../../../runtime/inputError';

/** JSON of a block: its type, and under the name of the type what it holds. */
export const elementField = {
	displayName: 'Element (JSON)',
	zh: { name: '元素（JSON）', description: '块元素，如 {"blockType": "paragraph", "paragraph": {"text": "…"}}' },
	name: 'element',
	type: 'json',
	required: true,
	default: '{"blockType": "paragraph", "paragraph": {"text": ""}}',
	description: 'A block, such as {"blockType": "paragraph", "paragraph": {"text": "…"}}',
} as const;

export const newElement = defineFields([
	{
		displayName: 'Block Type',
		zh: { name: '块类型', description: '接口文档只给出段落的示例，其他类型请填写 JSON' },
		name: 'blockType',
		type: 'options',
		default: 'paragraph',
		options: [
			{ name: 'Other (JSON)', value: 'json', zh: '其他（JSON）' },
			{ name: 'Paragraph', value: 'paragraph', zh: '段落' },
		],
		description: 'The pages of the API show paragraphs only; other types are given as JSON',
	},
	{
		displayName: 'Text',
		zh: '文本',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		displayOptions: { show: { blockType: ['paragraph'] } },
	},
	{ ...elementField, displayOptions: { show: { blockType: ['json'] } } },
]);

/** A block as it was given in JSON. @throws InputError where it says no type, or holds nothing under the type's name. */
export function checkedElement(given: unknown): Json {
	if (!isObject(given) || typeof given.blockType !== 'string')
		throw new InputError('Element (JSON)', 'must be an object with a blockType', '应为包含 blockType 的对象');
	if (!isObject(given[given.blockType]))
		throw new InputError(
			'Element (JSON)',
			`must have an object "${given.blockType}" beside its blockType`,
			`除 blockType 外还应包含对象“${given.blockType}”`,
		);
	return given;
}
