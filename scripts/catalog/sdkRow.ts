import type { Row, Schema } from '../../nodes/catalog/types';
import { guess, guessAll } from './facts';
import { leftOut } from './overrides';
import type { SdkOperation } from './reference';
import { fromSdk, membersFromSdk } from './sdkTree';

/** The vendor's own tests and empty registrations, by the rules listed in `overrides.json`. */
export function isLeftOut(operation: SdkOperation): boolean {
	const idle =
		operation.token === 'none' && operation.query.length === 0 && operation.path_params.length === 0 && !operation.body;
	return leftOut.some(
		({ pattern, idleOnly }) =>
			(!idleOnly || idle) && new RegExp(pattern).test(`${operation.module}.${operation.operation}`),
	);
}

/** The SDK's one-line summary as a title: some are whole sentences. */
const title = (summary: string) => {
	const short = summary.replace(/^调用本?(接口)?[，,]?/, '').replace(/[。.]$/, '');
	return short.length > 30 ? short.split(/[，,。；]/)[0] : short;
};

const filled = (members: Record<string, Schema>) => (Object.keys(members).length > 0 ? members : undefined);

/**
 * An operation that only the official SDK knows, as a row without what names it. Its answer is given
 * back too: paging is read off it, but it is not shipped, nobody having documented it.
 */
export function sdkRow(operation: SdkOperation): { row: Omit<Row, 'id' | 'name'>; response?: Schema } {
	const { path } = operation;
	const members = (nodes: SdkOperation['query']) => guessAll(membersFromSdk(nodes, true), path);
	const pathParams = members(operation.path_params);
	for (const schema of Object.values(pathParams)) schema.required = true;
	return {
		response: operation.response ? fromSdk(operation.response) : undefined,
		row: {
			zh: title(operation.summary),
			method: operation.method as Row['method'],
			host: 'api',
			path,
			auth: operation.token === 'none' ? 'none' : undefined,
			undocumented: true,
			pathParams: filled(pathParams),
			query: filled(members(operation.query)),
			headers: filled(members(operation.headers.filter(({ name }) => name !== 'x-acs-dingtalk-access-token'))),
			body: operation.body ? guess('', fromSdk(operation.body, true), path) : undefined,
		},
	};
}
