import { defineField } from '../../../runtime/field';
import type { Json, PartlyDone } from '../../../runtime/operation';
import { isObject } from '../../../protocol/json';

/** Most messages of one recall. https://open.dingtalk.com/document/development/batch-message-recall-chat */
export const MOST_RECALLED = 20;

export const messageIds = defineField({
	displayName: 'Message IDs',
	zh: {
		name: '消息 ID',
		description: '发送时返回的 processQueryKey：一个或用逗号分隔的多个，或数组；仅限发送后 24 小时内',
	},
	name: 'processQueryKeys',
	type: 'string',
	list: true,
	required: true,
	default: '',
	description:
		'The processQueryKeys that sending returned (for a card: its carrierId): one, several separated by commas, or an array. Within 24 hours only.',
});

export const messageId = defineField({
	displayName: 'Message ID',
	zh: {
		name: '消息 ID',
		description: '发送时返回的 processQueryKey（“发送给个人”为 processQueryKeys 中的一个）；仅限发送后 24 小时内',
	},
	name: 'processQueryKey',
	type: 'string',
	id: true,
	required: true,
	default: '',
	description:
		'The processQueryKey that sending returned: of Send to People an entry of processQueryKeys, of a card its carrierId. Within 24 hours only.',
});

/** One entry per message: HTTP 200 does not mean that all are recalled. */
export function recalled({ successResult, failedResult }: Json): PartlyDone {
	const done: unknown[] = Array.isArray(successResult) ? successResult : [];
	return {
		ok: done.map((processQueryKey) => ({ processQueryKey, recalled: true })),
		failed: Object.entries(isObject(failedResult) ? failedResult : {}).map(([entry, reason]) => ({
			entry,
			message: String(reason),
		})),
	};
}
