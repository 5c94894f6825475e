import { jsonText } from '../../../protocol/request';
import { defineOperation } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { language, newColumns, place } from '../yidaForm/fields';

export const start = defineOperation({
	name: 'Start',
	value: 'start',
	action: 'Start a process',
	description:
		'Hand in a process form in the name of a person. One call, one more per run to read the components. After a timeout look first whether it runs: a repeated call would start it twice.',
	zh: {
		name: '发起',
		action: '发起宜搭流程',
		description: '以员工的身份发起流程。一次调用，每次运行另有一次读取组件；超时后请先查询，重复调用会重复发起',
	},
	docs: 'https://open.dingtalk.com/document/development/api-startinstance-v2',
	permission: 'Yida.Process.Write',
	route: 'POST /v2.0/yida/processes/instances/start',
	fields: [
		...place,
		{
			displayName: 'Started By',
			zh: { name: '发起人', description: '留空使用凭证中的默认操作人' },
			name: 'initiator',
			type: 'resourceLocator',
			person: 'userId',
			fallback: 'defaultOperator',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'In whose name it starts. Empty: the default operator of the credential.',
		},
		newColumns,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Department',
					zh: { name: '发起部门', description: '发起人有多个部门时以哪个部门发起' },
					name: 'departmentId',
					type: 'resourceLocator',
					digits: true,
					default: { mode: 'list', value: '' },
					modes: departmentModes,
					description: "Which of the person's departments it starts from",
				},
				language,
				{
					displayName: 'Process Code',
					zh: { name: '流程编码', description: '表单有多个流程时填写' },
					name: 'processCode',
					type: 'string',
					id: true,
					default: '',
					placeholder: 'e.g. TPROC--EF6Y4G8WO2FN0SUB43TDQ3CGC3FMFQ1G9400RCJ4',
					description: 'Where the form has several processes',
				},
				{
					displayName: 'Process Data (JSON)',
					zh: { name: '流程参数（JSON）', description: '流程自选节点的审批人等' },
					name: 'processData',
					type: 'json',
					default: '{}',
					description: 'What the process asks its initiator, such as approvers of their choice',
				},
			],
		},
	],
	request: ({
		app,
		systemToken,
		form,
		initiator,
		columns: { columns },
		additionalFields: { processData, ...rest },
	}) => ({
		body: {
			appType: app,
			systemToken,
			formUuid: form,
			userId: initiator,
			formDataJson: jsonText(columns),
			processData: typeof processData === 'object' && processData !== null ? jsonText(processData) : undefined,
			...rest,
		},
	}),
	output: ({ result }) => ({ processInstanceId: result }),
});
