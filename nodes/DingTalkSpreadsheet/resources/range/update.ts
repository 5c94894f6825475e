import { defineOperation } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { pathOf } from '../../flows/read';
import { WRITE } from '../../flows/write';
import { bodyOf } from './body';
import { range } from './fields';
import { formats } from './formats';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Write values into a range',
	description:
		'Write values and formats into a range. One call. The top left cell is enough: the range follows from the values.',
	zh: {
		name: '更新',
		action: '写入单元格区域',
		description: '将值和格式写入区域。一次调用；只填左上角单元格即可，区域由值的行列数决定',
	},
	docs: 'https://open.dingtalk.com/document/development/update-cell-properties',
	permission: 'Document.Workbook.Write',
	route: WRITE,
	safe: true,
	fields: [
		...place,
		range,
		{
			displayName: 'Values',
			zh: {
				name: '值',
				description:
					'行的数组，每行是值的数组或对象，如 [["姓名", "数量"], ["张三", 3]]；留空只修改格式。以 = 开头的文本会成为公式',
			},
			name: 'values',
			type: 'json',
			default: '',
			placeholder: '[["Name", "Count"], ["Zhang San", 3]]',
			description:
				'A list of rows, each a list of values (or an object): [["Name", "Count"], ["Zhang San", 3]]. Empty: only formats change. Text that begins with = becomes a formula.',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: formats,
		},
	],
	request: ({ range: address, values, additionalFields, ...where }, { timezone }) => {
		const { rangeAddress, body } = bodyOf(address, values, additionalFields, timezone);
		return { path: { ...pathOf(where), rangeAddress }, query: { operatorId: where.operator }, body };
	},
});
