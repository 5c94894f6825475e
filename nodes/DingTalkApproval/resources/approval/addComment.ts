import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { attachments, filesOf, instanceId, photos } from './task';

export const addComment = defineOperation({
	name: 'Add Comment',
	value: 'addComment',
	action: 'Comment on an approval',
	description: 'Add a comment to an approval. One call. The same call again adds the comment again.',
	zh: { name: '添加评论', action: '添加审批评论', description: '为审批添加评论。一次调用，重复执行会重复添加' },
	docs: 'https://open.dingtalk.com/document/development/official-approval-adds-approval-comments',
	permission: 'Workflow.Instance.Write',
	route: 'POST /v1.0/workflow/processInstances/comments',
	fields: [
		instanceId,
		{
			displayName: 'Text',
			zh: '评论内容',
			name: 'text',
			type: 'string',
			required: true,
			default: '',
			maxLength: 1024,
			typeOptions: { rows: 3 },
		},
		{
			displayName: 'Commenter',
			zh: { name: '评论人', description: '以谁的名义评论；留空使用凭证中的默认操作人' },
			name: 'commenter',
			type: 'resourceLocator',
			person: 'userId',
			fallback: 'defaultOperator',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'In whose name to comment. Empty: the default operator of the credential.',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [attachments, photos],
		},
	],
	request: ({ processInstanceId, text, commenter, additionalFields: { photos: pictures, attachments: files } }) => ({
		body: { processInstanceId, text, commentUserId: commenter, file: filesOf(pictures, files) },
	}),
	output: ({ result }, { processInstanceId }) => ({ processInstanceId, result }),
});
