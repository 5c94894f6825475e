/** The product nodes: those whose folder has a table of resources. package.json names the nodes; nothing else lists them. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import type { AnyOperation, Resource } from '../nodes/runtime/operation';

export interface ProductNode {
	/** Folder and class: `DingTalkToDo`. */
	folder: string;
	/** What saved workflows call it: `dingTalkToDo`. */
	name: string;
	resources: readonly Resource[];
	node: INodeType;
}

const root = join(__dirname, '..');
const load = createRequire(__filename);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	name: string;
	n8n: { nodes: string[] };
};

/** Name of the package, which stands before the name of a node: `n8n-nodes-dingtalk-suite.dingTalkToDo`. */
export const packageName = manifest.name;

/** Folders of all nodes, in the order of package.json. */
export const nodeFolders: readonly string[] = manifest.n8n.nodes.map((path) => path.split('/')[2] ?? '');

/** The class of a node, made. */
export function nodeIn(folder: string): INodeType {
	// With its ending: without it the codex beside it, `.node.json`, would be taken.
	const classes = load(join(root, 'nodes', folder, `${folder}.node.ts`)) as Record<string, new () => INodeType>;
	const Node = classes[folder];
	if (!Node) throw new Error(`nodes/${folder}/${folder}.node.ts exports no class ${folder}`);
	return new Node();
}

export const productNodes: readonly ProductNode[] = nodeFolders
	.filter((folder) => existsSync(join(root, 'nodes', folder, 'resources/index.ts')))
	.map((folder) => {
		const node = nodeIn(folder);
		const { resources } = load(join(root, 'nodes', folder, 'resources/index.ts')) as Pick<ProductNode, 'resources'>;
		return {
			folder,
			name: node.description.name,
			resources,
			node,
		};
	});

/** One operation and where it is. */
export interface Placed {
	product: ProductNode;
	resource: Resource;
	operation: AnyOperation;
	/** `dingTalkToDo todo create`: what a test calls it. */
	id: string;
}

/** Every operation of every product node. */
export const operations: readonly Placed[] = productNodes.flatMap((product) =>
	product.resources.flatMap((resource) =>
		resource.operations.map((operation) => ({
			product,
			resource,
			operation,
			id: `${product.name} ${resource.value} ${operation.value}`,
		})),
	),
);

/** The node of an operation. Two nodes may have a resource and an operation of the same names: then the node must be named. */
export function productOf(resource: unknown, operation: unknown, name?: string): ProductNode {
	const found = operations.filter(
		(placed) =>
			placed.resource.value === resource &&
			placed.operation.value === operation &&
			(name === undefined || placed.product.name === name),
	);
	const [first, second] = found;
	if (!first) throw new Error(`No node has an operation "${String(operation)}" of "${String(resource)}"`);
	if (second) throw new Error(`Name the node: ${found.map(({ id }) => id).join(', ')}`);
	return first.product;
}
