import { isObject, writeJson } from '../../../protocol/json';
import { defineOperation, InputError } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { featureConfig } from './fields';

const LONGEST_DATA = 1024;

/** The case's own data as JSON text. */
function bizDataText(data: unknown): string | undefined {
	if (data === undefined) return undefined;
	const text = writeJson(data);
	if ([...text].length > LONGEST_DATA)
		throw new InputError('Own Data (JSON)', `has more than ${LONGEST_DATA} characters`, `超过 ${LONGEST_DATA} 个字符`);
	return text;
}

export const createInstance = defineOperation({
	name: 'Create Instance',
	value: 'createInstance',
	action: 'Show an approval of another system in DingTalk',
	description:
		'Put an approval of your own system into the approval list. One call. Nothing flows by itself: your workflow creates and finishes the tasks, so keep the Instance ID. The form must be one that was made for the approval center.',
	zh: {
		name: '创建实例',
		action: '创建流程中心审批实例',
		description:
			'将自有系统的审批显示到钉钉审批列表。一次调用。实例不带流程，任务由工作流创建和完成，请保存实例 ID；模板须为流程中心模板',
	},
	docs: 'https://open.dingtalk.com/document/development/create-a-ticket-approval-instance',
	permission: 'Workflow.Instance.Write',
	route: 'POST /v1.0/workflow/processCentres/instances',
	fields: [
		{
			displayName: 'Template Code',
			zh: { name: '模板 processCode', description: '通过“创建或更新流程中心模板”接口得到的 processCode' },
			name: 'processCode',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. PROC-EF6YJL35P2-SCKICSB7P750S0YISYKV3',
			description: 'The processCode of a template made for the approval center; forms of the OA app do not work',
		},
		{
			displayName: 'Originator',
			zh: { name: '发起人', description: '谁提交了这份审批' },
			name: 'originator',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Who handed it in',
		},
		{
			displayName: 'Page URL',
			zh: { name: '详情页地址', description: '自有系统中该审批的页面' },
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			maxLength: 1024,
			placeholder: 'https://example.com/cases/1',
			description: 'Page of this case in your own system',
		},
		{
			displayName: 'Title',
			zh: '标题',
			name: 'title',
			type: 'string',
			default: '',
			maxLength: 64,
		},
		{
			displayName: 'Form Values',
			zh: { name: '表单内容', description: '审批列表中显示的内容；不支持地点和电话控件', placeholder: '添加表单项' },
			name: 'formValues',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			maxItems: 100,
			placeholder: 'Add Value',
			default: {},
			description: 'What the approval list shows. Places and telephone numbers are not possible.',
			options: [
				{
					displayName: 'Value',
					zh: '表单项',
					name: 'values',
					values: [
						{
							displayName: 'Name',
							zh: { name: '名称', description: '模板中控件的名称' },
							name: 'name',
							type: 'string',
							required: true,
							default: '',
							maxLength: 64,
							description: "The field's name in the template",
						},
						{
							displayName: 'Value',
							zh: { name: '值', description: '文本；多选、图片、明细、附件用 JSON' },
							name: 'value',
							type: 'string',
							required: true,
							default: '',
							maxLength: 65_535,
							description: 'Text; several choices, pictures, tables and attachments as JSON',
						},
						{
							displayName: 'Extended Value',
							zh: { name: '扩展值', description: '联系人和关联审批单控件需要' },
							name: 'extValue',
							type: 'string',
							default: '',
							maxLength: 8192,
							description: 'Needed by fields of people and of related approvals',
						},
					],
				},
			],
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
					displayName: 'CC',
					zh: { name: '抄送', description: '谁收到通知，以及何时', placeholder: '添加抄送' },
					name: 'notifiers',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					maxItems: 20,
					placeholder: 'Add CC',
					default: {},
					description: 'Who is told, and when',
					options: [
						{
							displayName: 'CC',
							zh: '抄送',
							name: 'people',
							values: [
								{
									displayName: 'Person',
									zh: '员工',
									name: 'person',
									type: 'resourceLocator',
									person: 'userId',
									required: true,
									default: { mode: 'list', value: '' },
									modes: personModes,
								},
								{
									displayName: 'When',
									zh: '时间',
									name: 'position',
									type: 'options',
									default: 'finish',
									options: [
										{ name: 'At the End', value: 'finish', zh: '通过后' },
										{ name: 'At the Start', value: 'start', zh: '发起时' },
										{ name: 'At the Start and at the End', value: 'start_finish', zh: '发起时和通过后' },
									],
								},
							],
						},
					],
				},
				featureConfig,
				{
					displayName: 'Own Data (JSON)',
					zh: { name: '业务数据（JSON）', description: '随实例保存的自定义数据，最多 1024 个字符' },
					name: 'bizData',
					type: 'json',
					default: '',
					description: 'Data of your own that is kept with it, at most 1,024 characters',
				},
			],
		},
	],
	request: ({
		processCode,
		originator,
		url,
		title,
		formValues: { values },
		additionalFields: { notifiers, featureConfig: features, bizData },
	}) => ({
		body: {
			processCode,
			originatorUserId: originator,
			url,
			title,
			formComponentValueList: values,
			notifiers: notifiers?.people?.map(({ person: userid, position }) => ({ userid, position })),
			featureConfig: isObject(features) ? features : undefined,
			bizData: bizDataText(bizData),
		},
	}),
});
