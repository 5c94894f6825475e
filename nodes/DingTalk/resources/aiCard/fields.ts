import { defineField } from '../../../runtime/field';

export const contentKey = defineField({
	displayName: 'Content Variable',
	zh: { name: '内容变量', description: '模板中流式更新的变量名；默认模板为 msgContent' },
	name: 'contentKey',
	type: 'string',
	id: true,
	under: 'options',
	default: 'msgContent',
	description: "Name of the template's variable that the text is written to; of the default template it is msgContent",
});

export const outTrackId = defineField({
	displayName: 'Card ID',
	zh: { name: '卡片 ID', description: '“开始”返回的 outTrackId' },
	name: 'outTrackId',
	type: 'string',
	id: true,
	required: true,
	maxLength: 100,
	default: '={{ $json.outTrackId }}',
	description: 'The outTrackId that Start returned',
});
