import { defineField } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';

/** No route lists live streams. */
export const liveId = defineField({
	displayName: 'Live ID',
	zh: { name: '直播 ID', description: '“创建”给出的 liveId；直播状态事件也会给出' },
	name: 'liveId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. 1a353547-040d-4095-bb93-404bc5d47920',
	description: 'The liveId that Create gives; the events of live streams have it too',
});

export const streamer = defineField({
	...operator,
	displayName: 'Streamer',
	zh: { name: '主播', description: '直播的主播；留空使用凭证中的默认操作人' },
	name: 'streamer',
	description: 'Who streams. Empty: the default operator of the credential.',
});

export const introduction = defineField({
	displayName: 'Introduction',
	zh: '直播简介',
	name: 'introduction',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
});

export const coverUrl = defineField({
	displayName: 'Cover URL',
	zh: { name: '封面地址', description: '封面图片的地址' },
	name: 'coverUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/cover.png',
	description: 'Address of the cover picture',
});
