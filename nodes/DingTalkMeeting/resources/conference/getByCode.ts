import { defineOperation } from '../../../runtime/operation';

export const getByCode = defineOperation({
	name: 'Get by Code',
	value: 'getByCode',
	action: 'Get video conferences by their code',
	description:
		'Get the conferences of a code that people type. One call per 20. A code that is used again (recurring) has several.',
	zh: {
		name: '根据会议号查询',
		action: '根据会议号查询会议',
		description: '根据会议号查询会议。每 20 个一次调用；重复使用的会议号可能对应多个会议',
	},
	docs: 'https://open.dingtalk.com/document/development/api-queryconferenceinfobyroomcode',
	permission: 'VideoConference.Conference.Read',
	route: 'GET /v1.0/conference/roomCodes/{roomCode}/infos',
	fields: [
		{
			displayName: 'Conference Code',
			zh: { name: '会议号', description: '入会时输入的数字，空格和连字符会去掉', placeholder: '例如 427 260 33559' },
			name: 'roomCode',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. 427 260 33559',
			pattern: { test: /^\d[\d\s-]*$/, en: 'must be the digits that people type to join', zh: '应为入会时输入的数字' },
			description: 'The digits that people type to join; blanks and hyphens are taken out',
		},
	],
	request: ({ roomCode }) => ({ path: { roomCode: roomCode.replace(/[\s-]/g, '') } }),
	paging: {
		style: 'token',
		cursor: 'nextToken',
		size: { at: 'maxResults', max: 20 },
		entries: 'conferenceList',
		next: 'nextToken',
		more: 'hasMore',
	},
});
