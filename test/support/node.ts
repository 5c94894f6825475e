import { NodeConnectionTypes, type IExecuteFunctions, type INodeType } from 'n8n-workflow';
import { defineOperation, type AnyOperation, type Resource } from '../../nodes/runtime/operation';
import { describe } from '../../nodes/runtime/resource';
import { run } from '../../nodes/runtime/run';

/** A node of a few operations made for a test, run by the real runtime. */
export function nodeOf(
	operations: readonly AnyOperation[],
	credential?: Resource['credential'],
	hints?: Resource['hints'],
): INodeType {
	const resource: Resource = {
		name: 'Thing',
		value: 'thing',
		description: 'Things',
		credential,
		hints,
		operations,
		zh: { name: '事物', description: '' },
	};
	return {
		description: {
			displayName: 'Test',
			name: 'test',
			group: ['output'],
			version: 1,
			description: 'A node for a test',
			defaults: { name: 'Test' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: credential ?? 'dingTalkApi', required: true }],
			properties: describe([resource]),
		},
		async execute(this: IExecuteFunctions) {
			return await run(this, [resource]);
		},
	};
}

/** The words that every operation has, of no importance here. */
export const words = (value: string) => ({
	name: value,
	value,
	action: `Do ${value}`,
	description: value,
	docs: `https://open.dingtalk.com/document/development/${value}`,
});

/** Reads a user: a safe call of the legacy API. */
export const getUser = defineOperation({
	...words('getUser'),
	route: 'POST /topapi/v2/user/get',
	safe: true,
	fields: [{ displayName: 'User ID', name: 'userId', type: 'string', required: true, default: '' }],
	request: ({ userId }) => ({ body: { userid: userId } }),
});

/** Reads to-dos: a safe call of the new API. */
export const getTodos = defineOperation({
	...words('getTodos'),
	route: 'POST /v1.0/todo/users/{unionId}/org/tasks/query',
	fields: [{ displayName: 'Union ID', name: 'unionId', type: 'string', required: true, default: '' }],
	request: ({ unionId }) => ({ path: { unionId }, body: {} }),
	safe: true,
});

/** Creates a to-do: a call of the new API that must not be made twice. */
export const createTodo = defineOperation({
	...words('createTodo'),
	permission: 'Todo.Todo.Write',
	route: 'POST /v1.0/todo/users/{unionId}/tasks',
	fields: [
		{ displayName: 'Union ID', name: 'unionId', type: 'string', required: true, default: '' },
		{ displayName: 'Subject', name: 'subject', type: 'string', required: true, default: '' },
	],
	request: ({ unionId, subject }) => ({ path: { unionId }, query: { operatorId: unionId }, body: { subject } }),
});

/** Sends a work notification: a call of the legacy API that must not be made twice. */
export const notify = defineOperation({
	...words('notify'),
	route: 'POST /topapi/message/corpconversation/asyncsend_v2',
	fields: [
		{ displayName: 'Agent ID', name: 'agentId', type: 'string', required: true, fallback: 'agentId', default: '' },
		{ displayName: 'User ID', name: 'userId', type: 'string', required: true, default: '' },
		{ displayName: 'Text', name: 'text', type: 'string', required: true, default: '' },
	],
	request: ({ agentId, userId, text }) => ({
		body: { agent_id: Number(agentId), userid_list: userId, msg: { msgtype: 'text', text: { content: text } } },
	}),
});
