import { defineField } from '../../runtime/field';

export const title = defineField({
	displayName: 'Title',
	zh: '标题',
	name: 'title',
	type: 'string',
	default: '',
});

export const content = defineField({
	displayName: 'Content',
	zh: { name: '内容', description: '公告正文' },
	name: 'content',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'Text of the announcement',
});

export const announcementAuthor = defineField({
	displayName: 'Author',
	zh: { name: '作者', description: '公告上显示的作者' },
	name: 'author',
	type: 'string',
	default: '',
	description: 'Name that stands under it',
});

export const ding = defineField({
	displayName: 'Send DING',
	zh: { name: '发送 DING 提醒', description: '是否向接收人发送应用内 DING' },
	name: 'ding',
	type: 'boolean',
	default: true,
	description: 'Whether the receivers also get a DING in the app',
});
