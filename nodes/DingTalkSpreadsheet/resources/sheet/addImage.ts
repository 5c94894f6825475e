import { needed } from '../../../runtime/answer';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { DOC_UPLOAD, uploadDocResource } from '../../../shared/docResource';
import { place } from '../../fields/place';
import { areaOf } from '../../flows/address';
import { pathOf } from '../../flows/read';

const PLACE = 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/floatImages';

export const addImage = defineProcedure({
	name: 'Add Image',
	value: 'addImage',
	action: 'Put an image on a sheet',
	description:
		'Upload a picture and let it float over the cells. Two calls and the upload. DingTalk does not read the size from the picture. A second run adds it again.',
	zh: {
		name: '插入浮动图片',
		action: '在工作表上插入浮动图片',
		description:
			'上传图片并使其浮动在单元格上方。两次调用和一次上传。钉钉不会读取图片尺寸，需填写宽高；重复运行会再插入一张',
	},
	docs: 'https://open.dingtalk.com/document/development/api-createfloatimage',
	permission: 'Document.Workbook.Write',
	routes: [DOC_UPLOAD, PLACE],
	fields: [
		...place,
		{
			displayName: 'Input Image Field',
			zh: { name: '图片字段', description: '输入项中存放图片的二进制字段名' },
			name: 'binaryProperty',
			type: 'string',
			binary: true,
			required: true,
			default: 'data',
			description: 'Name of the binary field of the input item that holds the picture',
		},
		{
			displayName: 'Cell',
			zh: { name: '单元格', description: '图片左上角所在的单元格，如 B2' },
			name: 'cell',
			type: 'string',
			id: true,
			required: true,
			default: '',
			pattern: {
				test: /^[A-Za-z]{1,3}[1-9]\d*$/,
				en: 'must be one cell, such as B2',
				zh: '应为一个单元格，如 B2',
			},
			placeholder: 'e.g. B2',
			description: 'Where its top left corner is',
		},
		{
			displayName: 'Width',
			zh: { name: '宽度', description: '单位像素' },
			name: 'width',
			type: 'number',
			required: true,
			default: 300,
			typeOptions: { minValue: 1 },
			description: 'In pixels',
		},
		{
			displayName: 'Height',
			zh: { name: '高度', description: '单位像素' },
			name: 'height',
			type: 'number',
			required: true,
			default: 200,
			typeOptions: { minValue: 1 },
			description: 'In pixels',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Offset X',
					zh: { name: '横向偏移', description: '距单元格左边的像素' },
					name: 'offsetX',
					type: 'number',
					default: 0,
					description: 'Pixels from the left of the cell',
				},
				{
					displayName: 'Offset Y',
					zh: { name: '纵向偏移', description: '距单元格上边的像素' },
					name: 'offsetY',
					type: 'number',
					default: 0,
					description: 'Pixels from the top of the cell',
				},
			],
		},
	],
	plan: (values) => {
		const { cell, binaryProperty: image } = values;
		const area = areaOf(cell);
		if (!area) throw new InputError('Cell', 'must be one cell, such as B2', '应为一个单元格，如 B2');
		if (!image.mimeType.startsWith('image/'))
			throw new InputError(
				'Input Image Field',
				`holds no picture but ${image.mimeType}`,
				`不是图片，而是 ${image.mimeType}`,
			);
		return { ...values, anchor: { row: area.top, col: area.left } };
	},
	run: async ({ binaryProperty: image, anchor, width, height, additionalFields, ...where }, api) => {
		const { resourceUrl } = await uploadDocResource(api, where.workbook, where.operator, image);
		const { offsetX = 0, offsetY = 0 } = additionalFields;
		const body = { src: resourceUrl, anchor, coordinate: { width, height, offsetX, offsetY } };
		const placed = await api.call(PLACE, { path: pathOf(where), query: { operatorId: where.operator }, body });
		needed(placed, 'id');
		return placed;
	},
});
