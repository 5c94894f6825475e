import { defineOperation, InputError } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { processCode } from './fields';
import { formComponents } from './form';

/** Here the root department, 1 everywhere else, is -1. https://open.dingtalk.com/document/development/create-an-approval-instance */
const wireDepartment = (department: string) =>
	['1', '-1'].includes(department) ? -1 : wireNumber('Department', department);

/** AND and OR want at least two people. https://open.dingtalk.com/document/development/oa-approval-initiates-approval-instances */
const wireAction = (action: 'AND' | 'OR', people: readonly string[]) => (people.length === 1 ? 'NONE' : action);

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create an approval',
	description: "Start an approval in a person's name",
	docs: 'https://open.dingtalk.com/document/development/create-an-approval-instance',
	permission: 'Workflow.Instance.Write',
	route: 'POST /v1.0/workflow/processInstances',
	fields: [
		processCode,
		{
			displayName: 'Originator',
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
			name: 'department',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: departmentModes,
			description:
				"A department of the originator. May be empty only when approvers are given below. The root department's ID is 1.",
		},
		{
			displayName: 'Form Values',
			name: 'formValues',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Value',
			default: {},
			options: [
				{
					displayName: 'Value',
					name: 'values',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							required: true,
							default: '',
							description: "The field's name in the form",
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							description: 'Text; several choices, people, pictures, tables and attachments as JSON',
						},
					],
				},
			],
		},
		{
			displayName: 'Form Values (JSON)',
			name: 'formJson',
			type: 'json',
			default: '',
			description:
				'Values by name, such as {"Days": 3, "Choices": ["a", "b"]}, or an array of components with name, value, extValue, details. Added to the rows above.',
		},
		{
			displayName: 'Approvers',
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
					name: 'steps',
					values: [
						{
							displayName: 'Approval By',
							name: 'actionType',
							type: 'options',
							default: 'AND',
							options: [
								{ name: 'All of Them', value: 'AND' },
								{ name: 'One of Them', value: 'OR' },
							],
							description: 'With one person it makes no difference',
						},
						{
							displayName: 'People',
							name: 'people',
							type: 'resourceLocator',
							person: 'userId',
							many: true,
							required: true,
							default: { mode: 'list', value: '' },
							modes: personModes,
							description: 'One person, or several IDs separated by commas',
						},
					],
				},
			],
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Agent ID',
					name: 'agentId',
					type: 'string',
					default: '',
					description: 'ID of the app that the approval belongs to',
				},
				{
					displayName: 'CC',
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
					name: 'ccPosition',
					type: 'options',
					default: 'FINISH',
					options: [
						{ name: 'At the End', value: 'FINISH' },
						{ name: 'At the Start', value: 'START' },
						{ name: 'At the Start and at the End', value: 'START_FINISH' },
					],
				},
				{
					displayName: 'Chosen Actors',
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
							name: 'actors',
							values: [
								{
									displayName: 'Step Key',
									name: 'actionerKey',
									type: 'string',
									required: true,
									default: '',
									description: 'The actorKey of the step, as the forecast of the flow gives it',
								},
								{
									displayName: 'People',
									name: 'people',
									type: 'resourceLocator',
									person: 'userId',
									many: true,
									required: true,
									default: { mode: 'list', value: '' },
									modes: personModes,
									description: 'One person, or several IDs separated by commas',
								},
							],
						},
					],
				},
				{
					displayName: 'Detail Page URL',
					name: 'bizDetailPageUrl',
					type: 'string',
					default: '',
					maxLength: 1024,
					description: 'Page of your own system that opens instead of the approval. Only with OA premium edition.',
				},
			],
		},
	],
	request: ({
		processCode: code,
		originator,
		department,
		formValues,
		formJson,
		approvers: { steps = [] },
		additionalFields: { agentId, targetSelectActioners, ...rest },
	}) => {
		if (steps.length === 0 && department === undefined)
			throw new InputError(
				'Department',
				'is empty. Choose a department of the originator, or name approvers',
				'为空。请选择发起人所在部门，或指定审批人',
			);
		return {
			body: {
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
				formComponentValues: formComponents(formValues.values ?? [], formJson),
				...rest,
			},
		};
	},
});
