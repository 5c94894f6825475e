import { defineOperation } from '../../../runtime/operation';
import { isObject, readJson } from '../../../protocol/json';
import { acceptable, upload } from '../../../shared/upload';

/** Longest address of a picture. https://open.dingtalk.com/document/development/structured-image-recognition-api */
const MOST_URL = 1000;

/** What was read stands in the answer as JSON text. */
function readOf(data: unknown): unknown {
	if (typeof data !== 'string') return data;
	try {
		return readJson(data);
	} catch {
		return data;
	}
}

export const recognizeText = defineOperation({
	name: 'Recognize Text',
	value: 'recognizeText',
	action: 'Recognize the text of a document in a picture',
	description:
		'Read an ID card, invoice, ticket or form in a picture. One call, one more for a file. DingTalk fetches the picture from a public address; that it takes an uploaded file by its media ID is not documented.',
	zh: {
		name: 'OCR 文字识别',
		action: '识别图片中的证照票据文字',
		description:
			'识别图片中的身份证、发票、车票、表单等。一次调用，上传文件另算一次；钉钉从公网地址读取图片，用上传后的 media_id 识别未见于文档',
	},
	docs: 'https://open.dingtalk.com/document/development/structured-image-recognition-api',
	permission: 'qyapi_ocr_structured',
	route: 'POST /topapi/ocr/structured/recognize',
	safe: true,
	fields: [
		{
			displayName: 'Document',
			zh: { name: '图片类型', description: '图片中是什么' },
			name: 'type',
			type: 'options',
			default: 'invoice',
			options: [
				{ name: 'Air Itinerary', value: 'air_itinerary', zh: '机票行程单' },
				{ name: 'Approval Form', value: 'approval_table', zh: '审批表单' },
				{ name: 'Bank Card', value: 'bank_card', zh: '银行卡' },
				{ name: 'Business License', value: 'blicense', zh: '营业执照' },
				{ name: 'Car Invoice', value: 'car_invoice', zh: '机动车发票' },
				{ name: 'Driving License', value: 'driving_license', zh: '驾驶证' },
				{ name: 'ID Card', value: 'idcard', zh: '身份证' },
				{ name: 'License Plate', value: 'car_no', zh: '车牌' },
				{ name: 'Quota Invoice', value: 'quota_invoice', zh: '定额发票' },
				{ name: 'Roster', value: 'roster', zh: '花名册' },
				{ name: 'Taxi Receipt', value: 'taxi_ticket', zh: '出租车发票' },
				{ name: 'Train Ticket', value: 'train_ticket', zh: '火车票' },
				{ name: 'VAT Invoice', value: 'invoice', zh: '增值税发票' },
				{ name: 'Vehicle License', value: 'vehicle_license', zh: '行驶证' },
			],
			description: 'What the picture shows',
		},
		{
			displayName: 'Picture From',
			zh: { name: '图片来源', description: '公网地址，或输入项中的文件' },
			name: 'pictureSource',
			type: 'options',
			default: 'url',
			options: [
				{ name: 'Binary Field', value: 'binary', zh: '二进制字段' },
				{ name: 'URL', value: 'url', zh: '网址' },
			],
			description: 'A public address, or a file of the input item',
		},
		{
			displayName: 'Picture URL',
			zh: { name: '图片地址', description: '钉钉可访问的公网地址' },
			name: 'pictureUrl',
			type: 'string',
			id: true,
			required: true,
			maxLength: MOST_URL,
			default: '',
			placeholder: 'e.g. https://example.com/invoice.png',
			displayOptions: { show: { pictureSource: ['url'] } },
			description: 'A public address that DingTalk can reach',
		},
		{
			displayName: 'Picture Binary Field',
			zh: { name: '图片二进制字段', description: '输入项中存放图片的二进制字段名：JPG、GIF、PNG、BMP，最大 20 MB' },
			name: 'pictureProperty',
			type: 'string',
			binary: true,
			required: true,
			default: 'data',
			displayOptions: { show: { pictureSource: ['binary'] } },
			description:
				'Name of the binary field of the input item that holds the picture: JPG, GIF, PNG or BMP up to 20 MB',
		},
	],
	check: ({ pictureProperty }) => {
		if (pictureProperty) acceptable(pictureProperty, 'image', 'Picture Binary Field');
	},
	prepare: async ({ pictureProperty }, api) =>
		pictureProperty && (await upload(api, acceptable(pictureProperty, 'image', 'Picture Binary Field'), 'image')),
	request: ({ type, pictureUrl }, { found }) => ({ body: { type, image_url: found ?? pictureUrl } }),
	output: ({ result }) => {
		const { data, ...rest } = isObject(result) ? result : {};
		return { data: readOf(data), ...rest };
	},
});
