import { defineField } from '../../../runtime/operation';

/** The app through which files go into the space of approvals. */
export const uploadAgentId = defineField({
	displayName: 'Agent ID',
	zh: { name: 'AgentId', description: '上传附件所用的应用；留空使用凭证中的 AgentId' },
	name: 'uploadAgentId',
	type: 'string',
	id: true,
	digits: true,
	under: 'options',
	fallback: 'agentId',
	default: '',
	description: 'App through which attachments are uploaded. Empty: the Agent ID of the credential.',
});
