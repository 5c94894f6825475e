import { NodeConnectionTypes, type IExecuteFunctions, type INodeType } from 'n8n-workflow';
import { execute } from './engine';

/** Runs something with the context that n8n gives a node in an execution. */
export async function inNode<T>(work: (context: IExecuteFunctions) => Promise<T>): Promise<T> {
	const results: T[] = [];
	const nodeType: INodeType = {
		description: {
			displayName: 'Test',
			name: 'test',
			group: ['output'],
			version: 1,
			description: 'A node for a test',
			defaults: { name: 'Test' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			results.push(await work(this));
			return [[]];
		},
	};
	await execute({ nodeType, parameters: {}, credentials: {} });
	for (const result of results) return result;
	throw new Error('the node did not run');
}
