import { defineField } from '../../runtime/field';

/** The app for which HR has authorised roster fields. Stands under Options; that of the credential stands in. */
export const agentId = defineField({
	displayName: 'Agent ID',
	zh: {
		name: 'AgentId',
		description: '获得花名册授权的应用；留空使用凭证中的 AgentId',
		placeholder: '例如 1185599675',
	},
	name: 'agentId',
	type: 'string',
	id: true,
	digits: true,
	required: true,
	fallback: 'agentId',
	under: 'options',
	default: '',
	placeholder: 'e.g. 1185599675',
	description: 'App that HR has authorised for the roster. Empty: the Agent ID of the credential.',
});
