import { defineFields } from '../../../runtime/field';

/** Formats of a whole range. https://open.dingtalk.com/document/development/update-cell-properties */
export const formats = defineFields([
	{ displayName: 'Background Color', zh: '背景色', name: 'backgroundColor', type: 'color', default: '#FFF2CC' },
	{
		displayName: 'Cell Properties (JSON)',
		zh: {
			name: '单元格属性（JSON）',
			description:
				'逐格设置：以接口字段名为键的二维数组，如 {"hyperlinks": [[…]], "complexValues": [[…]], "fontSizes": [[12, 14]]}',
		},
		name: 'cellProperties',
		type: 'json',
		default: '{}',
		description:
			'Cell by cell: tables by the names of the API, such as {"hyperlinks": [[…]], "complexValues": [[…]], "fontSizes": [[12, 14]]}',
	},
	{ displayName: 'Font Color', zh: '字体颜色', name: 'fontColor', type: 'color', default: '#FF0000' },
	{
		displayName: 'Font Size',
		zh: '字号',
		name: 'fontSize',
		type: 'number',
		default: 12,
		typeOptions: { minValue: 1 },
	},
	{
		displayName: 'Font Weight',
		zh: '字重',
		name: 'fontWeight',
		type: 'options',
		default: 'bold',
		options: [
			{ name: 'Bold', value: 'bold', zh: '加粗' },
			{ name: 'Normal', value: 'normal', zh: '常规' },
		],
	},
	{
		displayName: 'Horizontal Alignment',
		zh: '水平对齐',
		name: 'horizontalAlignment',
		type: 'options',
		default: 'general',
		options: [
			{ name: 'Center', value: 'center', zh: '居中' },
			{ name: 'General', value: 'general', description: 'Numbers right, text left', zh: '默认：数字靠右，文本靠左' },
			{ name: 'Left', value: 'left', zh: '左对齐' },
			{ name: 'Right', value: 'right', zh: '右对齐' },
		],
	},
	{
		displayName: 'Number Format',
		zh: { name: '数字格式', description: '如 General、@（文本）、#,##0.00、0%、yyyy/m/d、yyyy/m/d hh:mm:ss' },
		name: 'numberFormat',
		type: 'string',
		default: '',
		placeholder: 'e.g. #,##0.00',
		description: 'Such as General, @ (text), #,##0.00, 0%, yyyy/m/d, yyyy/m/d hh:mm:ss',
	},
	{
		displayName: 'Vertical Alignment',
		zh: '垂直对齐',
		name: 'verticalAlignment',
		type: 'options',
		default: 'middle',
		options: [
			{ name: 'Bottom', value: 'bottom', zh: '底部' },
			{ name: 'Middle', value: 'middle', zh: '居中' },
			{ name: 'Top', value: 'top', zh: '顶部' },
		],
	},
	{
		displayName: 'Word Wrap',
		zh: '换行方式',
		name: 'wordWrap',
		type: 'options',
		default: 'autoWrap',
		options: [
			{ name: 'Clip', value: 'clip', zh: '截断' },
			{ name: 'Overflow', value: 'overflow', zh: '溢出' },
			{ name: 'Wrap', value: 'autoWrap', zh: '自动换行' },
		],
	},
]);
