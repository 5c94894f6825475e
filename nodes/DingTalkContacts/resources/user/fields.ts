import { defineField } from '../../../runtime/field';
import type { Json } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';

export const language = defineField({
	displayName: 'Language',
	zh: { name: '语言', description: '通讯录语言' },
	name: 'language',
	type: 'options',
	default: 'zh_CN',
	options: [
		{ name: 'Chinese', value: 'zh_CN', zh: '中文' },
		{ name: 'English', value: 'en_US', zh: '英文' },
	],
	description: 'Language of names in the address book that have a translation',
});

/** What most workflows need of a person. */
export const simplifyUser = (user: Json): Json =>
	pick(user, [
		'userid',
		'unionid',
		'name',
		'mobile',
		'title',
		'dept_id_list',
		'email',
		'org_email',
		'job_number',
		'manager_userid',
		'admin',
		'active',
	]);
