import { defineField } from '../../runtime/operation';
import { operator } from '../../shared/operator';
import { personModes } from '../../shared/person';

/** Several people whom a route of conferences wants by their unionId. */
export const people = defineField({
	displayName: 'People',
	zh: { name: '人员', description: '一个人，或用逗号分隔的多个 ID' },
	name: 'people',
	type: 'resourceLocator',
	person: 'unionId',
	many: true,
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'One person, or several IDs separated by commas',
});

/** Who a conference belongs to: routes of a schedule take its creator only. */
export const creator = defineField({
	...operator,
	displayName: 'Creator',
	zh: { name: '创建人', description: '会议的创建人；留空使用凭证中的默认操作人' },
	name: 'creator',
	description: 'Who the conference belongs to. Empty: the default operator of the credential.',
});

/** The same where the route takes the host only. */
export const host = defineField({
	...operator,
	displayName: 'Host',
	zh: { name: '主持人', description: '会议的主持人；留空使用凭证中的默认操作人' },
	name: 'host',
	description: 'The host of the conference. Empty: the default operator of the credential.',
});
