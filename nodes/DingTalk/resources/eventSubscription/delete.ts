import { defineOperation } from '../../../runtime/operation';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete an event subscription',
	description: 'Legacy: DingTalk stops sending events to the URL of the app',
	zh: { name: '删除', action: '删除事件订阅', description: '旧版：不再向应用的地址推送事件' },
	docs: 'https://open.dingtalk.com/document/development/delete-an-event-callback-interface',
	route: 'GET /call_back/delete_call_back',
	fields: [],
	request: () => ({}),
});
