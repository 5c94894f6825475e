import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Responder } from './responder';

/** When it was answered, in epoch ms, and the files that came with it. */
interface More {
	now: number;
	binary?: IBinaryKeyData;
}

/** What the workflow goes on with, as n8n's own nodes of this kind have it: `{ data: { approved, responder, respondedAt } }`. */
export function resumed(answer: IDataObject, responder: Responder, more: More): INodeExecutionData[][] {
	const { now, binary = {} } = more;
	// Last, so that a field of a form cannot say who answered and when.
	const data: IDataObject = {
		...answer,
		...(Object.keys(responder).length > 0 && { responder: { ...responder } }),
		respondedAt: new Date(now).toISOString(),
	};
	const files = Object.keys(binary).length > 0 && { binary };
	return [[{ json: { data }, ...files, pairedItem: { item: 0 } }]];
}
