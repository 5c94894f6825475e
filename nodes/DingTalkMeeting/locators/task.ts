import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';
import { timeText } from '../fields/timeText';

/** Minutes (听记) by their task. DingTalk has no page about the list; it is in the official SDK (`QueryCreateMinutesList`). */
export const task = defineLocator({
	displayName: 'Minutes',
	zh: {
		name: '听记',
		description: '列表为操作人创建的听记，所用接口没有公开文档；听记事件也会给出 taskUuid',
	},
	name: 'taskUuid',
	required: true,
	description:
		'The list has what the operator made, by a route that DingTalk does not document. The event of minutes gives the taskUuid too.',
	placeholder: 'e.g. 7632756964333436343434325f315f33',
	list: defineList({
		needs: [operator],
		route: 'GET /v1.0/minutes/flashMinutes/createLists',
		request: ({ operator: unionId }) => ({ query: { unionId, maxResults: 20 } }),
		paging: {
			style: 'token',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 20 },
			entries: 'minutesDetails',
			next: 'nextToken',
			more: 'hasNext',
		},
		entry: ({ taskUuid, title, startTime }) => ({
			name: `${String(title ?? '')} (${timeText(startTime)})`,
			value: String(taskUuid),
		}),
	}),
});
