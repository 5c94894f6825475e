/** All product nodes and their operations. Importing this loads every node: what needs one of them imports `nodes.ts`. */
import type { AnyOperation, Resource } from '../nodes/runtime/operation';
import { productFolders, productIn, type ProductNode } from './nodes';

export const productNodes: readonly ProductNode[] = productFolders.map(productIn);

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
