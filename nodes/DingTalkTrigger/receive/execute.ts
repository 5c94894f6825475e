import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asExecutionItem } from '../item/incoming';
import { eventName, executionIds } from '../once/executionIds';
import { scopeOf } from '../once/memory';
import { listenOnce } from './testRun';

/**
 * The trigger as the first node of an execution. It passes on what the execution was started with
 * and says which execution that is. The editor's test run over Stream has nothing to pass on yet.
 */
export async function runInExecution(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (context.getMode() === 'manual') {
		if (context.getNodeParameter('connection', 0) === 'webhook') return [items];
		const incoming = await listenOnce(context);
		return [incoming ? [asExecutionItem(incoming)] : []];
	}
	if (context.getMode() === 'trigger')
		for (const { json } of items) executionIds.saw(eventName(scopeOf(context), json), context.getExecutionId());
	return [items];
}
