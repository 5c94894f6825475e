import { defineOperation, InputError } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { person } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a work record',
	description:
		"Legacy: put a work record into a person's list. DingTalk has archived this API; new workflows use To-Do → Create. A person gets the same title and form once a day, and at most 100 work records a day.",
	zh: {
		name: '创建',
		action: '创建旧版待办事项',
		description:
			'旧版：为员工添加待办事项。钉钉已归档此接口，新工作流请用“待办 → 创建”。同一人每天只收一条内容相同的待办，最多 100 条',
	},
	docs: 'https://open.dingtalk.com/document/development/new-to-do-items',
	route: 'POST /topapi/workrecord/add',
	fields: [
		person,
		{
			displayName: 'Title',
			zh: { name: '标题', description: '最多 50 个字符' },
			name: 'title',
			type: 'string',
			required: true,
			default: '',
			maxLength: 50,
			description: 'At most 50 characters',
		},
		{
			displayName: 'URL',
			zh: { name: '跳转链接', description: '点击待办事项时打开的页面', placeholder: '例如 https://example.com' },
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com',
			description: 'Page that opens when the work record is clicked',
		},
		{
			displayName: 'Form',
			zh: { name: '表单', description: '待办事项的内容，最多 19 行', placeholder: '添加一行' },
			name: 'form',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			required: true,
			maxItems: 19,
			placeholder: 'Add Row',
			default: {},
			options: [
				{
					displayName: 'Row',
					zh: '行',
					name: 'row',
					values: [
						{ displayName: 'Title', zh: '标题', name: 'title', type: 'string', required: true, default: '' },
						{ displayName: 'Content', zh: '内容', name: 'content', type: 'string', required: true, default: '' },
					],
				},
			],
			description: 'What the work record says, at most 19 rows',
		},
		{
			displayName: 'Time',
			zh: { name: '时间', description: '只影响显示的先后顺序' },
			name: 'createTime',
			type: 'dateTime',
			required: true,
			default: '={{ $now }}',
			description: 'Decides only where the work record stands in the list',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Business ID',
					zh: { name: '业务 ID', description: '自有系统中的唯一标识；同一人不能重复' },
					name: 'biz_id',
					type: 'string',
					default: '',
					description:
						'ID of the thing in your own system; DingTalk refuses a second work record of the person with the same one',
				},
				{
					displayName: 'Open on Desktop In',
					zh: '桌面端打开方式',
					name: 'pc_open_type',
					type: 'options',
					default: 2,
					options: [
						{ name: 'Browser', value: 4, zh: '浏览器' },
						{ name: 'DingTalk', value: 2, zh: '钉钉内' },
					],
				},
				{
					displayName: 'Originator',
					zh: { name: '发起人', description: '谁发起的' },
					name: 'originator',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Who started it',
				},
				{
					displayName: 'Source Name',
					zh: { name: '来源名称', description: '显示在待办的来源位置' },
					name: 'source_name',
					type: 'string',
					default: '',
					description: 'Where it comes from, shown to the person',
				},
				{
					displayName: 'URL (Desktop)',
					zh: { name: '跳转链接（桌面端）', description: '在桌面端打开的页面；留空则相同' },
					name: 'pcUrl',
					type: 'string',
					default: '',
					description: 'Page that opens on the desktop. Empty: the same page.',
				},
			],
		},
	],
	request: ({ person: userid, title, url, form, createTime, additionalFields: { originator, ...more } }) => {
		const rows = form.row ?? [];
		if (rows.length === 0)
			throw new InputError('Form', 'is empty: DingTalk wants at least one row', '为空：至少需要一行');
		return {
			body: {
				userid,
				title,
				url,
				create_time: createTime,
				formItemList: rows,
				originator_user_id: originator,
				...more,
			},
		};
	},
});
