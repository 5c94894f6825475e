import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Responder } from './responder';

/** What the workflow goes on with, as n8n's own nodes of this kind have it: `{ data: { approved, responder, respondedAt } }`. */
export function resumed(answer: IDataObject, responder: Responder, now = Date.now()): INodeExecutionData[][] {
	// Last, so that a field of a form cannot say who answered and when.
	const data: IDataObject = {
		...answer,
		...(Object.keys(responder).length > 0 && { responder: { ...responder } }),
		respondedAt: new Date(now).toISOString(),
	};
	return [[{ json: { data }, pairedItem: { item: 0 } }]];
}
