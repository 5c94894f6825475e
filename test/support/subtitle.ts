import { type INode, type INodeParameters, type INodeType, type INodeTypes, Workflow } from 'n8n-workflow';

/** What n8n's editor writes under a node with these parameters. @param line in place of the node's own `subtitle` */
export function subtitle(
	nodeType: INodeType,
	parameters: INodeParameters,
	line: string = nodeType.description.subtitle ?? '',
): unknown {
	const node: INode = { id: '1', name: 'A', type: 'a', typeVersion: 1, position: [0, 0], parameters };
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	} as INodeTypes;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(node, line, 'internal', {});
}
