import { defineField } from '../../../runtime/field';
import type { Json } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';

export const language = defineField({
	displayName: 'Language',
	name: 'language',
	type: 'options',
	default: 'zh_CN',
	options: [
		{ name: 'Chinese', value: 'zh_CN' },
		{ name: 'English', value: 'en_US' },
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
