import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';

/** A priority as the organisation names it. Its number is sent. https://open.dingtalk.com/document/development/query-a-priority-list */
export const priority = defineLocator({
	displayName: 'Priority',
	zh: { name: '优先级', description: '从列表选择，或填写数字：-10 较低、0 普通、1 紧急、2 非常紧急' },
	name: 'priority',
	description: 'Chosen from the list, or its number: -10 low, 0 normal, 1 urgent, 2 very urgent',
	placeholder: 'e.g. 1',
	pattern: { test: /^-?\d+$/, en: 'must be a whole number', zh: '应为整数' },
	list: defineList({
		needs: [operatorUserId],
		route: 'GET /v1.0/project/organizations/users/{userId}/priorities',
		request: ({ operator: userId }) => ({ path: { userId } }),
		paging: { style: 'whole', entries: 'result' },
		entry: ({ priority: number, name }) => ({ name: String(name), value: String(number) }),
	}),
});
