import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, placeOf, TO_ID } from '../../../shared/dentry';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

const COPY = 'POST /v1.0/convFile/conversations/files/send';
const LINK = 'POST /v1.0/convFile/conversations/files/links/send';

export const sendToChat = defineProcedure({
	name: 'Send to Chat',
	value: 'sendToChat',
	action: 'Send a file to a group chat',
	description: 'Send a file of the drive to a group. One call; one more where the file is given by its link.',
	zh: {
		name: '发送到群聊',
		action: '发送文件到群聊',
		description: '把钉盘文件发送到群。一次调用；用链接指定时多一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/send-file-to-specified-session',
	permission: 'ConvFile.File.Send',
	routes: [COPY, LINK, TO_ID],
	fields: [
		space,
		file,
		{
			displayName: 'Group (openConversationId)',
			zh: { name: '群（openConversationId）', description: '可从触发器的 conversationId 或创建群的结果获取' },
			name: 'openConversationId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. cidXXXXXXXXXX==',
			description: 'The conversationId of the trigger, or what creating the group returned',
		},
		{
			displayName: 'Send As',
			zh: '发送方式',
			name: 'sendAs',
			type: 'options',
			default: 'copy',
			options: [
				{
					name: 'Copy',
					value: 'copy',
					description: 'The file goes into the space of the chat',
					zh: '副本：文件存入群空间',
				},
				{ name: 'Link', value: 'link', description: 'It only points to the file', zh: '链接：只指向原文件' },
			],
		},
		operator,
	],
	plan: (values) => {
		checkPlace(values);
		return values;
	},
	run: async ({ openConversationId, sendAs, ...values }, api) => {
		const place = await placeOf(api, values);
		const parts = { query: { unionId: values.operator }, body: { ...place, openConversationId } };
		const answer = sendAs === 'copy' ? await api.call(COPY, parts) : await api.call(LINK, parts);
		return Object.assign({}, answer.file);
	},
});
