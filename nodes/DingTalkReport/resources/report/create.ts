import { defineMapper } from '../../../runtime/mapper';
import { defineOperation, InputError } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { author } from '../../fields/author';
import { columnsOfTemplate, templateGroups, writeReportValue } from '../../flows/template';
import { template } from '../../locators/template';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a report',
	description:
		'Write a report by the fields of a template. One call, one more to read the template. Text fields only, in Markdown. Groups can get it only when the template sends to them by default. Running it twice writes two reports.',
	zh: {
		name: '创建',
		action: '创建日志',
		description:
			'按日志模板的字段填写日志。一次调用，另有一次读取模板。仅支持文本组件，内容为 Markdown。只能发送到模板默认发送范围中的群。重复运行会创建两份日志',
	},
	docs: 'https://open.dingtalk.com/document/development/create-a-log',
	permission: 'qyapi_report_manage',
	route: 'POST /topapi/report/create',
	fields: [
		template,
		author,
		defineMapper({
			displayName: 'Content',
			zh: { name: '日志内容', description: '按模板字段填写（Markdown），也可自动匹配数据项中与字段同名的键' },
			description:
				"Texts (Markdown) by the fields of the template, filled in here or taken from the item's keys of the same names",
			name: 'contents',
			mode: 'add',
			words: { singular: 'field', plural: 'fields' },
			needs: [template, author],
			columns: columnsOfTemplate,
			convert: writeReportValue,
		}),
		{
			displayName: 'Send To',
			zh: { name: '发送到人', description: '收到日志的员工：一个人，或用逗号分隔的多个 ID' },
			name: 'receivers',
			type: 'resourceLocator',
			person: 'userId',
			many: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Who gets the report: one person, or several IDs separated by commas',
		},
		{
			displayName: 'Send as Chat Message',
			zh: { name: '发送单聊消息', description: '是否向接收人发送单聊消息' },
			name: 'toChat',
			type: 'boolean',
			default: true,
			description: 'Whether the receivers also get it as a chat message',
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
					displayName: 'Group Names or IDs',
					zh: { name: '发送到群', description: '模板“默认发送范围”中的群' },
					name: 'groups',
					type: 'multiOptions',
					default: [],
					source: templateGroups,
					description:
						'Groups that the template sends to by default. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				{
					displayName: 'Source',
					zh: { name: '日志来源', description: '自定义的来源标识' },
					name: 'source',
					type: 'string',
					default: 'n8n',
					description: 'A name of your own for where reports come from',
				},
			],
		},
	],
	request: ({ author: userid, contents: { columns, known }, receivers, toChat, additionalFields }) => {
		const { groups, source = 'n8n' } = additionalFields;
		if (Object.keys(columns).length === 0)
			throw new InputError('Content', 'is empty: fill in at least one field', '为空：请至少填写一个字段');
		const written = known.filter(({ id }) => id in columns);
		return {
			body: {
				create_report_param: {
					template_id: String(known[0]?.more?.template ?? ''),
					userid,
					contents: written.map(({ id: key, more }) => ({
						key,
						sort: Number(more?.sort ?? 0),
						type: 1,
						content_type: 'markdown',
						content: columns[key],
					})),
					to_userids: receivers.length > 0 ? receivers : undefined,
					to_cids: groups && groups.length > 0 ? groups : undefined,
					to_chat: toChat,
					dd_from: source,
				},
			},
		};
	},
	output: ({ result }) => ({ report_id: result }),
});
