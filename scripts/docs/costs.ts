/** docs/costs: what the descriptions of the operations say about calls. */
import { isProcedure, type AnyOperation } from '../../nodes/runtime/operation';
import { productNodes } from '../products';
import { costOf, speak, table } from './markdown';

const pages = (operation: AnyOperation) =>
	isProcedure(operation) ? operation.list === true : operation.paging !== undefined;

/** The cost of an operation in calls, in a language; an operation that says nothing takes one call for an item. */
export function cost(operation: AnyOperation, chinese: boolean): string {
	const say = speak(chinese);
	const said = costOf(say(operation.description, operation.zh?.description ?? ''), chinese);
	if (said) return said;
	if (!isProcedure(operation) && !pages(operation)) return say('One call.', '一次调用');
	return pages(operation) ? say('One call per page of the list.', '列表每页一次调用') : '–';
}

/** One table for each node. */
export function costTables(chinese: boolean): string {
	const say = speak(chinese);
	return productNodes
		.map(({ node, resources }) => {
			const rows = resources.flatMap((resource) =>
				resource.operations.map((operation) => [
					say(`${resource.name} · ${operation.name}`, `${resource.zh.name} · ${operation.zh?.name ?? operation.name}`),
					cost(operation, chinese),
				]),
			);
			return `### ${node.description.displayName}\n\n${table(say(['Operation', 'Calls'], ['操作', '调用次数']), rows)}`;
		})
		.join('\n\n');
}
