import { defineFields } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';

/** Who subscribes, and to which calendar; no list has calendars to which one has not subscribed. */
export const subscription = defineFields([
	{
		displayName: 'Person',
		zh: { name: '人员', description: '订阅者；留空使用凭证中的默认操作人' },
		name: 'subscriber',
		type: 'resourceLocator',
		person: 'unionId',
		fallback: 'defaultOperator',
		required: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Who subscribes. Empty: the default operator of the credential.',
	},
	{
		displayName: 'Calendar ID',
		zh: { name: '日历 ID', description: '订阅日历的 ID，“创建”或创建者的“获取多个”会返回' },
		name: 'calendarId',
		type: 'string',
		id: true,
		required: true,
		default: '',
		placeholder: 'e.g. M5MjkxNDUxQHVzZXJzLmRpbmd0YWxrLm',
		description: 'As Create, or Get Many of its author, returns it',
	},
]);
