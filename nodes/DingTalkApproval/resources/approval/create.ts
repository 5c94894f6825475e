import { defineOperation, InputError, type Json } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { people, personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { byName, filledFields, refuseMissing, uploaded } from '../../flows/components';
import { processCode } from '../../locators/approvalForm';
import { newFormFields } from '../../locators/formFields';
import { wireDepartment } from './fields';
import { checkedComponents, componentsOf } from './form';
import { uploadAgentId } from './uploader';

/** AND and OR want at least two people. https://open.dingtalk.com/document/development/oa-approval-initiates-approval-instances */
const wireAction = (action: 'AND' | 'OR', people: readonly string[]) => (people.length === 1 ? 'NONE' : action);

function refuseEmpty(count: number): void {
	if (count === 0)
		throw new InputError('Form Fields', 'are empty: fill in fields or JSON', '为空：请填写表单内容或 JSON');
}

/** What the request takes from the form beside the mapped fields. */
interface Given {
	processCode: string;
	originator: string;
	department?: string;
	formJson?: unknown;
	approvers: { steps?: ReadonlyArray<{ actionType: 'AND' | 'OR'; people: string[] }> };
	additionalFields: Json & {
		agentId?: string;
		targetSelectActioners?: { actors?: ReadonlyArray<{ actionerKey: string; people: string[] }> };
	};
}

/** @param fields The mapped fields as components; those of the JSON come after them. */
function bodyOf(
	{
		processCode: code,
		originator,
		department,
		formJson,
		approvers: { steps = [] },
		additionalFields: { agentId, targetSelectActioners, ...rest },
	}: Given,
	fields: Json[],
) {
	if (steps.length === 0 && department === undefined)
		throw new InputError(
			'Department',
			'is empty. Choose a department of the originator, or name approvers',
			'为空。请选择发起人所在部门，或指定审批人',
		);
	return {
		originatorUserId: originator,
		processCode: code,
		deptId: department === undefined ? undefined : wireDepartment(department),
		microappAgentId: agentId === undefined ? undefined : wireNumber('Agent ID', agentId),
		approvers:
			steps.length > 0
				? steps.map(({ actionType, people }) => ({ actionType: wireAction(actionType, people), userIds: people }))
				: undefined,
		targetSelectActioners: targetSelectActioners?.actors?.map(({ actionerKey, people }) => ({
			actionerKey,
			actionerUserIds: people,
		})),
		formComponentValues: checkedComponents([...fields, ...componentsOf(formJson)]),
		...rest,
	};
}

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create an approval',
	description:
		"Start an approval in a person's name. One call, one more to read the form's fields, and those of uploaded files. It starts a flow in DingTalk; Attendance: Create Approval records leave that was decided elsewhere.",
	zh: {
		name: '创建',
		action: '发起审批实例',
		description:
			'以某员工的名义发起审批。一次调用，另有一次读取表单控件及附件上传。审批在钉钉内流转；已在别处批准的假勤请用“考勤：写入假勤审批”',
	},
	docs: 'https://open.dingtalk.com/document/development/create-an-approval-instance',
	permission: 'Workflow.Instance.Write',
	route: 'POST /v1.0/workflow/processInstances',
	fields: [
		processCode,
		{
			displayName: 'Originator',
			zh: { name: '发起人', description: '以谁的名义发起；留空使用凭证中的默认操作人' },
			name: 'originator',
			type: 'resourceLocator',
			person: 'userId',
			fallback: 'defaultOperator',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'In whose name to start it. Empty: the default operator of the credential.',
		},
		{
			displayName: 'Department',
			zh: { name: '部门', description: '发起人所在部门，仅在下方指定审批人时可留空；根部门 ID 为 1' },
			name: 'department',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: departmentModes,
			description:
				"A department of the originator. May be empty only when approvers are given below. The root department's ID is 1.",
		},
		{
			displayName: 'Fill In By',
			zh: '表单填写方式',
			name: 'formInput',
			type: 'options',
			default: 'fields',
			options: [
				{ name: 'Form Fields', value: 'fields', zh: '表单控件' },
				{ name: 'JSON Only', value: 'json', zh: '仅 JSON' },
			],
		},
		newFormFields,
		{
			displayName: 'Form Values (JSON)',
			zh: {
				name: '表单内容（JSON）',
				description: '“名称: 值”的对象，或含 name、value、extValue、details 的控件数组；与上方表单内容合并',
			},
			name: 'formJson',
			type: 'json',
			default: '',
			description:
				'Values by name, such as {"Days": 3, "Choices": ["a", "b"]}, or an array of components with name, value, extValue, details. Added to the fields above.',
		},
		{
			displayName: 'Approvers',
			zh: {
				name: '审批人',
				description: '按顺序的审批步骤，代替模板自身的流程；不填则使用模板的流程',
				placeholder: '添加步骤',
			},
			name: 'approvers',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			maxItems: 20,
			placeholder: 'Add Step',
			default: {},
			description: "Steps that replace the form's own flow, in this order. None: the form's own flow.",
			options: [
				{
					displayName: 'Step',
					zh: '步骤',
					name: 'steps',
					values: [
						{
							displayName: 'Approval By',
							zh: { name: '审批方式', description: '只有一人时没有区别' },
							name: 'actionType',
							type: 'options',
							default: 'AND',
							options: [
								{ name: 'All of Them', value: 'AND', zh: '会签' },
								{ name: 'One of Them', value: 'OR', zh: '或签' },
							],
							description: 'With one person it makes no difference',
						},
						people,
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
					displayName: 'Agent ID',
					zh: { name: 'AgentId', description: '审批所属应用的标识' },
					name: 'agentId',
					type: 'string',
					default: '',
					description: 'ID of the app that the approval belongs to',
				},
				{
					displayName: 'CC',
					zh: { name: '抄送人', description: '一个人，或用逗号分隔的最多 50 个 ID' },
					name: 'ccList',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					maxItems: 50,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Who gets a copy: one person, or up to 50 IDs separated by commas',
				},
				{
					displayName: 'CC When',
					zh: '抄送时间',
					name: 'ccPosition',
					type: 'options',
					default: 'FINISH',
					options: [
						{ name: 'At the End', value: 'FINISH', zh: '结束时' },
						{ name: 'At the Start', value: 'START', zh: '开始时' },
						{ name: 'At the Start and at the End', value: 'START_FINISH', zh: '开始和结束时' },
					],
				},
				{
					displayName: 'Chosen Actors',
					zh: { name: '自选操作人', description: '模板流程中由发起人自选的节点的操作人', placeholder: '添加操作人' },
					name: 'targetSelectActioners',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					maxItems: 20,
					placeholder: 'Add Actor',
					default: {},
					description: "Who acts in steps where the form's flow lets the originator choose",
					options: [
						{
							displayName: 'Actor',
							zh: '操作人',
							name: 'actors',
							values: [
								{
									displayName: 'Step Key',
									zh: { name: '节点 key', description: '流程预测结果中该节点的 actorKey' },
									name: 'actionerKey',
									type: 'string',
									required: true,
									default: '',
									description: 'The actorKey of the step, as the forecast of the flow gives it',
								},
								people,
							],
						},
					],
				},
				{
					displayName: 'Detail Page URL',
					zh: { name: '详情页地址', description: '代替审批单打开的自有系统页面，仅 OA 高级版可用' },
					name: 'bizDetailPageUrl',
					type: 'string',
					default: '',
					maxLength: 1024,
					description: 'Page of your own system that opens instead of the approval. Only with OA premium edition.',
				},
			],
		},
		uploadAgentId,
	],
	check: (values) => {
		const { formFields, formJson } = values;
		refuseEmpty(Object.keys(formFields?.columns ?? {}).length + componentsOf(formJson).length);
		bodyOf(values, []);
	},
	prepare: async ({ originator, formFields, uploadAgentId: agentId, formJson }, api) => {
		const mapped = formFields ?? { columns: {}, match: [], known: [] };
		const filled = filledFields(mapped);
		const byJson = componentsOf(formJson).map(({ name }) => String(name));
		refuseEmpty(filled.length + byJson.length);
		refuseMissing(mapped, new Set([...filled.map(({ field }) => field.label), ...byJson]));
		return byName(await uploaded(api, { userId: originator, agentId }, filled));
	},
	request: (values, { found }) => ({ body: bodyOf(values, found) }),
});
