import { defineField } from '../../../runtime/field';

/** https://open.dingtalk.com/document/development/create-common-group-new-version-v2 */
export const MOST_NAME = 20;

export const ownerType = defineField({
	displayName: 'Owner Is',
	zh: { name: '群主类型', description: '群主是企业员工还是外部联系人' },
	name: 'ownerType',
	type: 'options',
	default: 'emp',
	options: [
		{ name: 'Employee', value: 'emp', zh: '企业员工' },
		{ name: 'External Contact', value: 'ext', zh: '外部联系人' },
	],
	description: 'Whether the owner belongs to the organisation',
});

export const UPDATE = 'POST /v1.0/im/group/update';
