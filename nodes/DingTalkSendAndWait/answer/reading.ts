import type { IWebhookFunctions } from 'n8n-workflow';

import { type Client, createClient } from '../../runtime/client';
import type { Reading } from '../../runtime/field';
import { InputError } from '../../runtime/inputError';
import { lookUpsOf } from '../../runtime/lookUps';
import { People } from '../../runtime/people';

/** What reading the node's fields needs while an answer comes in; expressions see the item that the question was asked for. */
export async function webhookReading(context: IWebhookFunctions): Promise<{ reading: Reading; client: Client }> {
	const client = await createClient(context, 'dingTalkApi');
	const reading: Reading = {
		parameter: (name, fallback) => context.getNodeParameter(name, fallback as object),
		node: context.getNode(),
		timezone: context.getTimezone(),
		credential: client.credential,
		people: new People(client),
		binary: async (name) => await Promise.reject(new InputError(name, 'is not there any more', '已不存在')),
		item: () => ({}),
		api: lookUpsOf(client, new Map()),
	};
	return { reading, client };
}
