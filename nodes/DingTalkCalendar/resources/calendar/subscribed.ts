import { defineFields } from '../../../runtime/operation';
import { groups } from '../../../shared/group';
import { personModes } from '../../../shared/person';

/** What a calendar to subscribe to has beside its name. https://open.dingtalk.com/document/development/create-subscription-calendar */
export const subscribedFields = defineFields([
	{
		displayName: 'Description',
		zh: '描述',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		maxLength: 1024,
	},
	{
		displayName: 'Managers',
		zh: { name: '共同编辑人', description: '一个人，或用逗号分隔的多个 ID' },
		name: 'managers',
		type: 'resourceLocator',
		person: 'unionId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Who may edit it too: one person, or several IDs separated by commas',
	},
	{
		...groups,
		displayName: 'Open to Groups',
		zh: { name: '可订阅的群', description: '群的 openConversationId（以 cid 开头），一个或用逗号分隔的多个' },
		description: 'The openConversationId of a group (begins with "cid"), or several separated by commas',
	},
	{
		displayName: 'Open to Organizations',
		zh: { name: '可订阅的企业', description: '用逗号分隔的企业 Corp ID', placeholder: '例如 dingxxxxxxxx' },
		name: 'corpIds',
		type: 'string',
		list: true,
		default: '',
		placeholder: 'e.g. dingxxxxxxxx',
		description: 'Corp IDs, separated by commas',
	},
	{
		displayName: 'Open to People',
		zh: { name: '可订阅的人员', description: '一个人，或用逗号分隔的多个 ID' },
		name: 'subscribers',
		type: 'resourceLocator',
		person: 'unionId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Who may subscribe: one person, or several IDs separated by commas',
	},
]);

interface Subscribed {
	description?: string;
	managers?: string[];
	groups?: string[];
	corpIds?: string[];
	subscribers?: string[];
}

/** The same as DingTalk wants it; `subscribeScope` is absent where nobody was named. */
export function subscribedBody({
	description,
	managers,
	groups: openConversationIds,
	corpIds,
	subscribers,
}: Subscribed) {
	const scope = { unionIds: subscribers, openConversationIds, corpIds };
	const isNamed = Object.values(scope).some((list) => list !== undefined && list.length > 0);
	return { description, managers, subscribeScope: isNamed ? scope : undefined };
}
