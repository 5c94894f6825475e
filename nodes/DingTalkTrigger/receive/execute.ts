import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asExecutionItem } from '../item/incoming';
import { eventName, executionIds } from '../once/executionIds';
import { scopeOf } from '../once/memory';
import { beginInWorker } from '../once/workers';
import { listenOnce } from './testRun';

/**
 * The trigger as the first node of an execution. It passes on what the execution was started with
 * and says which execution that is: here, or by a word to the process that has asked for it. The editor's test run over Stream has nothing to pass on yet.
 */
export async function runInExecution(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (context.getMode() === 'manual') {
		if (context.getNodeParameter('connection', 0) === 'webhook') return [items];
		const incoming = await listenOnce(context);
		return [incoming ? [asExecutionItem(incoming)] : []];
	}
	if (context.getMode() !== 'trigger') return [items];
	const events = items.map(({ json }) => eventName(scopeOf(context), json));
	const isAskedFor = events.some((event) => executionIds.isExpected(event));
	for (const event of events) executionIds.saw(event, context.getExecutionId());
	return [isAskedFor ? items : await beginInWorker(context, items)];
}
