import { wireNumber } from '../../../shared/wireNumber';
import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { app, systemToken } from '../../locators/app';
import { formInstanceId, instanceIn } from './fields';

export const addComment = defineOperation({
	name: 'Add Comment',
	value: 'addComment',
	action: 'Add a comment to a submission',
	description: 'Comment on a submission in the name of the operator. One call.',
	zh: { name: '添加评论', action: '添加宜搭表单评论', description: '以操作人的身份评论表单数据。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/submit-comment',
	permission: 'Yida.Comment.Write',
	route: 'POST /v1.0/yida/forms/remarks',
	fields: [
		app,
		systemToken,
		formInstanceId,
		{
			displayName: 'Text',
			zh: '评论内容',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
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
					displayName: 'Mention',
					zh: { name: '@ 的人', description: '会收到评论内容的钉钉消息' },
					name: 'atUserId',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Who gets the comment as a DingTalk message',
				},
				{
					displayName: 'Reply To',
					zh: { name: '回复的评论', description: '要回复的评论 ID' },
					name: 'replyId',
					type: 'string',
					digits: true,
					default: '',
					description: 'ID of the comment that this one answers',
				},
			],
		},
		operatorUserId,
	],
	request: ({ app: appType, systemToken: token, formInstanceId: given, content, operator, additionalFields }) => ({
		body: {
			appType,
			systemToken: token,
			userId: operator,
			formInstanceId: instanceIn(given),
			content,
			atUserId: additionalFields.atUserId?.join(',') || undefined,
			replyId: additionalFields.replyId === undefined ? undefined : wireNumber('Reply To', additionalFields.replyId),
		},
	}),
	output: ({ result }) => ({ remarkId: result }),
});
