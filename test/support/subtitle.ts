import { type INode, type INodeParameters, type INodeType, type INodeTypes, Workflow } from 'n8n-workflow';

/** What n8n's editor makes of a node's `subtitle` for these parameters. */
export function subtitle(line: string, parameters: INodeParameters): unknown {
	const node: INode = { id: '1', name: 'A', type: 'a', typeVersion: 1, position: [0, 0], parameters };
	const nodeType = { description: { properties: [] } } as unknown as INodeType;
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	} as INodeTypes;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(node, line, 'internal', {});
}
