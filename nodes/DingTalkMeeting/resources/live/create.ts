import { defineOperation, InputError } from '../../../runtime/operation';
import { coverUrl, introduction, streamer } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a live stream',
	description: 'Announce a live stream. One call. Only its ID comes back: Get has the link.',
	zh: { name: '创建', action: '创建直播', description: '创建直播预告。一次调用；只返回直播 ID，观看地址用“获取”查询' },
	docs: 'https://open.dingtalk.com/document/development/create-live-streaming',
	permission: 'Live.Common.Write',
	route: 'POST /v1.0/live/lives',
	fields: [
		{ displayName: 'Title', zh: '直播标题', name: 'title', type: 'string', required: true, default: '' },
		{
			displayName: 'Start',
			zh: { name: '预计开播时间', description: '必须是未来时间' },
			name: 'start',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'Must be in the future',
		},
		{ displayName: 'End', zh: '预计结束时间', name: 'end', type: 'dateTime', required: true, default: '' },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Audience',
					zh: { name: '分享范围', description: '谁可以观看' },
					name: 'publicType',
					type: 'options',
					default: '2',
					options: [
						{ name: 'Everyone', value: '1', description: 'Needs a higher plan', zh: '全面公开：需升级直播权益' },
						{ name: 'Organization', value: '2', zh: '组织内公开' },
						{ name: 'Whoever Is Invited', value: '0', zh: '不公开' },
					],
					description: 'Who may watch',
				},
				coverUrl,
				{
					displayName: 'Guests May Speak',
					zh: { name: '连麦', description: '是否开启连麦' },
					name: 'enableLinkMic',
					type: 'boolean',
					default: true,
					description: 'Whether viewers can be taken on air',
				},
				introduction,
				{
					displayName: 'Landscape',
					zh: { name: '横屏', description: '是否横屏直播' },
					name: 'isLandscape',
					type: 'boolean',
					default: true,
					description: 'Whether the picture is wide',
				},
			],
		},
		streamer,
	],
	request: ({ title, start, end, additionalFields: { publicType, ...more }, streamer: unionId }) => {
		if (end <= start) throw new InputError('End', 'must be after Start', '必须晚于开播时间');
		return {
			body: {
				unionId,
				title,
				preStartTime: start,
				preEndTime: end,
				publicType: publicType === undefined ? undefined : Number(publicType),
				...more,
			},
		};
	},
});
