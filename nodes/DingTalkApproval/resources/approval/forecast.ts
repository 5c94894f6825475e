import { at } from '../../../protocol/paging';
import { defineOperation, InputError } from '../../../runtime/operation';
import { objectsIn, pick } from '../../../runtime/pick';
import { departmentModes } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { processCode } from '../../locators/approvalForm';
import { formFields } from '../../locators/formFields';
import { byName, filledFields } from '../../flows/components';
import { isAttached } from '../../flows/formValues';
import { wireDepartment } from './fields';

export const forecast = defineOperation({
	name: 'Forecast',
	value: 'forecast',
	action: 'Forecast the flow of an approval',
	description:
		'Get the steps that an approval would go through. One call, one more for the fields of the form. The actorKey of a step is what Chosen Actors of Create wants, its activityId what Return wants. Attachments are not sent.',
	zh: {
		name: '预测流程',
		action: '预测审批流程',
		description:
			'查询审批将经过的节点，每个节点一个数据项。一次调用，另有一次读取表单控件。actorKey 用于发起审批的自选操作人，activityId 用于退回；附件不参与预测',
	},
	docs: 'https://open.dingtalk.com/document/development/approval-process-prediction',
	permission: 'Workflow.Instance.Write',
	route: 'POST /v1.0/workflow/processes/forecast',
	safe: true,
	fields: [
		processCode,
		{
			displayName: 'Originator',
			zh: { name: '发起人', description: '将以谁的名义发起' },
			name: 'originator',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'In whose name it would be started',
		},
		{
			displayName: 'Department',
			zh: { name: '部门', description: '发起人所在部门；根部门 ID 为 1' },
			name: 'department',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'list', value: '' },
			modes: departmentModes,
			description: "A department of the originator. The root department's ID is 1.",
		},
		formFields,
	],
	request: ({ processCode: code, originator, department, formFields: mapped }) => {
		const filled = filledFields(mapped).filter(({ value }) => !isAttached(value));
		if (mapped.known.length > 0 && filled.length === 0)
			throw new InputError('Form Fields', 'are empty', '为空：请填写表单内容');
		return {
			body: {
				processCode: code,
				userId: originator,
				deptId: wireDepartment(department),
				formComponentValues: byName(filled),
			},
		};
	},
	partial: (answer, { processCode: code }) => {
		if (at(answer, 'result.isForecastSuccess') === false)
			return {
				ok: [],
				failed: [
					{
						entry: code,
						code: 'forecastError',
						message: 'DingTalk could not forecast the flow: check the form values 流程预测失败，请检查表单内容',
					},
				],
			};
		return { ok: objectsIn(at(answer, 'result.workflowActivityRules')), failed: [] };
	},
	simplify: ({ workflowActor, ...rule }) => ({
		...pick(rule, ['activityId', 'activityName', 'activityType', 'prevActivityId', 'isTargetSelect']),
		activityActioners: objectsIn(rule.activityActioners).map((one) => pick(one, ['userId', 'name'])),
		...pick(objectsIn([workflowActor])[0] ?? {}, [
			'actorKey',
			'actorType',
			'actorActivateType',
			'allowedMulti',
			'required',
		]),
	}),
});
