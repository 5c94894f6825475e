import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { eachOf } from './each';
import { secretsOf, toNodeError, type About } from './nodeError';
import type { Json } from './operation';
import type { Running } from './running';

/**
 * The item that stands for a failure where the workflow goes on: DingTalk's code, words and request id stay readable.
 * `error` is its only member, since n8n sends just such items to the error output; the item's own `error` stays unset,
 * since n8n would replace the JSON by that error's message (n8n-core `workflow-execute.js`, normalizeNodeErrors).
 */
export function errorItem(
	{ message, description, context }: ReturnType<typeof toNodeError>,
	item: number,
): INodeExecutionData {
	const { code, requestId, dingTalkMessage } = context;
	const error: IDataObject = {
		message,
		...(description && { description }),
		...(typeof code === 'string' && { code }),
		...(typeof dingTalkMessage === 'string' && { dingTalkMessage }),
		...(typeof requestId === 'string' && { requestId }),
	};
	return { json: { error }, pairedItem: { item } };
}

/** What one input item gives: JSON, with binary data where something was downloaded. */
export type Output = Json | Pick<INodeExecutionData, 'json' | 'binary'>;
const hasBinary = (output: Output): output is Pick<INodeExecutionData, 'json' | 'binary'> =>
	'json' in output && 'binary' in output && Object.keys(output).length === 2;
const toItem = (output: Output, item: number): INodeExecutionData => ({
	...(hasBinary(output) ? output : { json: output as IDataObject }),
	pairedItem: { item },
});

/**
 * The one item loop: several items at once, output in the input's order and paired with it, errors as sentences, and n8n's
 * three `onError` modes. `about` names the operation in those sentences.
 */
export async function runItems(
	running: Running,
	about: Omit<About, 'itemIndex'>,
	work: (item: number) => Promise<Output[]>,
): Promise<INodeExecutionData[][]> {
	const { context, client, room } = running;
	const outputs = await eachOf(
		context.getInputData().length,
		room,
		async (item) =>
			await work(item).then(
				(entries) => entries.map((entry) => toItem(entry, item)),
				(cause: unknown) => {
					const error = toNodeError(
						context.getNode(),
						cause,
						{ ...about, itemIndex: item },
						secretsOf(client.credential, client.passwords),
					);
					if (context.continueOnFail()) return [errorItem(error, item)];
					throw error;
				},
			),
	);
	return [outputs.flat()];
}
