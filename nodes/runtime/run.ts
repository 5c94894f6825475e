import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { runOne, type Input } from './execute';
import { runItems } from './items';
import { isProcedure, type AnyOperation, type Resource } from './operation';
import { fieldsOf } from './resource';
import { readingOf, startRunning, type Running } from './running';
import { readValues } from './values';

function chosen(
	context: IExecuteFunctions,
	resources: readonly Resource[],
): { resource: Resource; operation: AnyOperation } {
	const [wantedResource, wantedOperation] = [
		context.getNodeParameter('resource', 0),
		context.getNodeParameter('operation', 0),
	];
	const resource = resources.find(({ value }) => value === wantedResource);
	const operation = resource?.operations.find(({ value }) => value === wantedOperation);
	if (resource && operation) return { resource, operation };
	throw new Error(`There is no operation "${String(wantedOperation)}" of "${String(wantedResource)}"`);
}

async function inputOf(running: Running, operation: AnyOperation, item: number): Promise<Input> {
	const values = await readValues(
		fieldsOf(operation),
		readingOf(running, item),
		(named) => !isProcedure(operation) && operation.request(named),
	);
	const { returnAll, limit, simplify }: { returnAll?: unknown; limit?: unknown; simplify?: unknown } = values;
	return { values, limit: returnAll === true ? Infinity : Number(limit ?? 50), simplify: simplify === true };
}

/**
 * Runs a node made of resources: reads each item's fields and calls DingTalk. Resource and operation are the first item's
 * (n8n does not let them differ); every other field may be an expression of its own item.
 */
export async function run(context: IExecuteFunctions, resources: readonly Resource[]): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[]];
	const { resource, operation } = chosen(context, resources);
	const running = await startRunning(context, resource.credential ?? 'dingTalkApi');
	return await runItems(
		running,
		operation,
		async (item) => await runOne(operation, await inputOf(running, operation, item), running),
	);
}
