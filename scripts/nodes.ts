/** The nodes of the package, each loaded when it is asked for. package.json names them; nothing else lists them. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import type { Resource } from '../nodes/runtime/operation';

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

/** Those of the product nodes: they have a table of resources. */
export const productFolders = nodeFolders.filter((folder) =>
	existsSync(join(root, 'nodes', folder, 'resources/index.ts')),
);

/** The class of a node, made. */
export function nodeIn(folder: string): INodeType {
	// With its ending: without it the codex beside it, `.node.json`, would be taken.
	const classes = load(join(root, 'nodes', folder, `${folder}.node.ts`)) as Record<string, new () => INodeType>;
	const Node = classes[folder];
	if (!Node) throw new Error(`nodes/${folder}/${folder}.node.ts exports no class ${folder}`);
	return new Node();
}

const loaded = new Map<string, ProductNode>();

/** The product node of a folder; made once. */
export function productIn(folder: string): ProductNode {
	const known = loaded.get(folder);
	if (known) return known;
	const node = nodeIn(folder);
	const { resources } = load(join(root, 'nodes', folder, 'resources/index.ts')) as Pick<ProductNode, 'resources'>;
	const product = { folder, name: node.description.name, resources, node };
	loaded.set(folder, product);
	return product;
}

/**
 * The node of an operation. Two nodes may have a resource and an operation of the same names: then the node must be named. Loads only
 * nodes that have a folder of the resource's name.
 */
export function productOf(resource: unknown, operation: unknown, name?: string): ProductNode {
	const found = productFolders
		.filter((folder) => existsSync(join(root, 'nodes', folder, 'resources', String(resource))))
		.filter((folder) => name === undefined || folder.toLowerCase() === name.toLowerCase())
		.map(productIn)
		.filter(({ resources }) =>
			resources.some(
				({ value, operations }) => value === resource && operations.some((one) => one.value === operation),
			),
		);
	const [first, second] = found;
	if (!first) throw new Error(`No node has an operation "${String(operation)}" of "${String(resource)}"`);
	if (second) throw new Error(`Name the node: ${found.map((product) => product.name).join(', ')}`);
	return first;
}
