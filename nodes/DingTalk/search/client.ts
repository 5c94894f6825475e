import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { compile, type Route } from '../../protocol/request';
import { createClient } from '../../runtime/client';
import { secretsOf, toNodeError } from '../../runtime/nodeError';
import type { Json } from '../../runtime/operation';

/** A read for the editor's lists: errors surface as sentences, an empty list only means that nothing was found. */
export async function lookUp(context: ILoadOptionsFunctions, route: Route, parameters: object): Promise<Json> {
	const client = await createClient(context, 'dingTalkApi');
	const parts = route.startsWith('GET ') ? { query: parameters } : { body: parameters };
	return await client.send(compile(route, parts), { safe: true }).catch((error: unknown) => {
		throw toNodeError(context.getNode(), error, {}, secretsOf(client.credential));
	});
}

export { objectsIn as entriesOf } from '../../runtime/pick';
