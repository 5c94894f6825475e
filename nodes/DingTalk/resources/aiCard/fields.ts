import { defineField } from '../../../runtime/field';

/** The template that DingTalk's own Stream SDKs send: vendor code, not documentation. */
export const SDK_TEMPLATE = '382e4302-551d-4880-bf29-a30acfab2e71.schema';

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

export const DEFAULT_KEY = 'msgContent';

/** What the default template shows by `flowStatus`. */
export const FLOW = { thinking: '1', writing: '2', done: '3', failed: '5' } as const;

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
