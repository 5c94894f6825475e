import Workflow, * as workflow from '@alicloud/dingtalk/dist/workflow_1_0/client';
import { sdkConfig, sdkHeaders, sdkRuntime, type SdkRow, type WireTap } from '../../../support/sdk';

const user = (value: string) => ({ __rl: true, mode: 'userId', value });
const MOMENT = '2026-12-01T09:00:00+08:00';
const ms = Date.parse(MOMENT);
const startApproval = async (
	tap: WireTap,
	more: ConstructorParameters<typeof workflow.StartProcessInstanceRequest>[0],
) =>
	await new Workflow(sdkConfig(tap)).startProcessInstanceWithOptions(
		new workflow.StartProcessInstanceRequest({
			originatorUserId: 'lisi',
			processCode: 'PROC-1',
			formComponentValues: [
				new workflow.StartProcessInstanceRequestFormComponentValues({ name: '事由', value: '休息' }),
			],
			...more,
		}),
		sdkHeaders(workflow.StartProcessInstanceHeaders),
		sdkRuntime,
	);
const approval = {
	processCode: { __rl: true, mode: 'id', value: 'PROC-1' },
	originator: user('lisi'),
	formInput: 'json',
	formJson: '{"事由": "休息"}',
};

export const approvalRows: SdkRow[] = [
	[
		'approval create',
		'in a department',
		{ ...approval, department: { __rl: true, mode: 'id', value: '101' } },
		async (tap) => await startApproval(tap, { deptId: 101 }),
	],
	[
		'approval create',
		'everything',
		{
			...approval,
			approvers: {
				steps: [
					{ actionType: 'OR', people: user('a,b') },
					{ actionType: 'AND', people: user('c') },
				],
			},
			additionalFields: {
				agentId: '1234',
				ccList: user('x,y'),
				ccPosition: 'START',
				targetSelectActioners: { actors: [{ actionerKey: 'k', people: user('p') }] },
				bizDetailPageUrl: 'https://example.com/1',
			},
		},
		async (tap) =>
			await startApproval(tap, {
				approvers: [
					new workflow.StartProcessInstanceRequestApprovers({ actionType: 'OR', userIds: ['a', 'b'] }),
					new workflow.StartProcessInstanceRequestApprovers({ actionType: 'NONE', userIds: ['c'] }),
				],
				microappAgentId: 1234,
				ccList: ['x', 'y'],
				ccPosition: 'START',
				targetSelectActioners: [
					new workflow.StartProcessInstanceRequestTargetSelectActioners({ actionerKey: 'k', actionerUserIds: ['p'] }),
				],
				bizDetailPageUrl: 'https://example.com/1',
			}),
	],
	[
		'approval get',
		'by id',
		{ processInstanceId: 'a171de6c-8b+/=' },
		async (tap) =>
			await new Workflow(sdkConfig(tap)).getProcessInstanceWithOptions(
				new workflow.GetProcessInstanceRequest({ processInstanceId: 'a171de6c-8b+/=' }),
				sdkHeaders(workflow.GetProcessInstanceHeaders),
				sdkRuntime,
			),
	],
	[
		'approval getAll',
		'filtered',
		{
			processCode: approval.processCode,
			from: MOMENT,
			to: '2026-12-02T09:00:00+08:00',
			originators: user('a,b'),
			returnAll: true,
			filters: { statuses: ['RUNNING'] },
		},
		async (tap) =>
			await new Workflow(sdkConfig(tap)).listProcessInstanceIdsWithOptions(
				new workflow.ListProcessInstanceIdsRequest({
					processCode: 'PROC-1',
					startTime: ms,
					endTime: ms + 86_400_000,
					userIds: ['a', 'b'],
					statuses: ['RUNNING'],
					nextToken: 0,
					maxResults: 20,
				}),
				sdkHeaders(workflow.ListProcessInstanceIdsHeaders),
				sdkRuntime,
			),
	],
];
