import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Workflow } from '../../../scripts/host';
import { packageName, productOf } from '../../../scripts/nodes';

/** A node before it has a place in a workflow. */
export type Step = Omit<INode, 'id' | 'position'>;

/** The node to start from; the items are what it gives (default: one empty item). */
export const START = 'Start';

/** Type of the node that has an operation. */
export const typeOf = (resource: string, operation: string): string =>
	`${packageName}.${productOf(resource, operation).name}`;

/** One operation of the product node that has it; its name defaults to `resource.operation`. */
export function dingTalk(
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	more: Partial<Step> = {},
): Step {
	const credential = resource === 'groupRobot' ? 'dingTalkRobotApi' : 'dingTalkApi';
	return {
		name: `${resource}.${operation}`,
		type: typeOf(resource, operation),
		typeVersion: 1,
		credentials: { [credential]: { id: '', name: '' } },
		parameters: { resource, operation, ...parameters },
		...more,
	};
}

/** The DingTalk Trigger, over Stream unless said otherwise. */
export const trigger = (parameters: INodeParameters = {}): Step => ({
	name: 'DingTalk Trigger',
	type: 'n8n-nodes-dingtalk-suite.dingTalkTrigger',
	typeVersion: 1,
	credentials: { dingTalkApi: { id: '', name: '' } },
	parameters: { connection: 'stream', receive: ['events'], ...parameters },
});

/** DingTalk Send and Wait, asking 张三 unless told otherwise. */
export const asking = (parameters: INodeParameters = {}, name = 'Ask'): Step => ({
	name,
	type: 'n8n-nodes-dingtalk-suite.dingTalkSendAndWait',
	typeVersion: 1,
	credentials: { dingTalkApi: { id: '', name: '' } },
	parameters: { people: person('zhangsan'), message: '同意吗？', ...parameters },
});

/** What came of the question, as one item; `{ none: true }` after the time limit. */
export const afterAsking: Step = {
	name: 'After',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: '={{ JSON.stringify($json.data ?? { none: true }) }}' },
};

/** A file made in the workflow, in the binary property `data`. */
export const file = (name: string, mimeType: string, content: Buffer): Step[] => [
	{
		name: 'Content',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ content: content.toString('base64') }) },
	},
	{
		name: 'File',
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		parameters: { operation: 'toBinary', sourceProperty: 'content', options: { fileName: name, mimeType } },
	},
];

/** A person field filled in by user ID, or in another mode. */
export const person = (value: string, mode = 'userId'): INodeParameters => ({ __rl: true, mode, value });

/** A workflow of steps one after the other, which a person starts with these items. */
export function chain(name: string, steps: Step[], items: Array<IDataObject | INodeExecutionData> = [{}]): Workflow {
	const start: Step = { name: START, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	return { ...line(name, [start, ...steps]), pinData: { [START]: items.map(asItem) } };
}

/** A workflow of steps one after the other, the first of which is a trigger. */
export function line(name: string, steps: Step[]): Workflow {
	return {
		name,
		nodes: steps.map((step, i) => ({
			...step,
			id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
			position: [i * 220, 0],
		})),
		connections: Object.fromEntries(
			steps.slice(1).map((step, i) => [steps[i].name, { main: [[{ node: step.name, type: 'main', index: 0 }]] }]),
		),
		// As every workflow that the editor makes.
		settings: { executionOrder: 'v1' },
	};
}

const asItem = (item: IDataObject | INodeExecutionData): IDataObject =>
	('json' in item || 'binary' in item ? { ...item, json: item.json ?? {} } : { json: item }) as IDataObject;
