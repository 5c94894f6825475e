import { defineField } from '../../../runtime/field';

/** https://open.dingtalk.com/document/development/create-a-scene-group */
export const MOST_TITLE = 30;

export const coolAppCode = defineField({
	displayName: 'Cool App Code',
	zh: { name: '酷应用编码', description: '群因安装了酷应用而可访问时填写；由本应用群模板创建的群无需填写' },
	name: 'coolAppCode',
	type: 'string',
	id: true,
	under: 'options',
	default: '',
	description:
		"Where the app may see the group through its cool app; a group made from the app's own template needs none",
});
