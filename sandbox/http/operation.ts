import type { Row } from '../../nodes/catalog/types';
import { rowOf } from '../catalog';
import type { RouteName } from '../catalog';
import { api, legacy } from '../errors';
import type { ApiError, LegacyError } from '../errors';
import type { Call, Route, World } from '../world';
import { strangerIn } from './people';

export type Refusal = ApiError | LegacyError;

/** What a product refuses with; default: the host's general error of an invalid parameter. */
export interface Refusals {
	/** For a parameter out of bounds: a page's size, a foreign cursor. */
	invalid?: (detail: string) => Refusal;
	/** For a person who is not in the company. */
	stranger?: (id: string) => Refusal;
}

export const invalidIn = ({ host }: Row, { invalid }: Refusals, detail: string): Refusal =>
	invalid?.(detail) ?? (host === 'api' ? api.invalid(detail) : legacy(40035, detail));

/**
 * An operation with semantics of its own. Before `answer` the request has been checked against its page, and the
 * persons whom it names are in the company. `answer` gives the body, on the legacy host without the `errcode` around it.
 * @throws Error at the start, when the catalog has no such route
 */
export const operation = <Body = Record<string, unknown>>(
	{ company }: World,
	name: RouteName,
	answer: (call: Call<Body>, row: Row) => unknown,
	refusals: Refusals = {},
): Route => {
	const row = rowOf(name);
	return {
		method: row.method,
		path: row.path,
		answer: (call) => {
			const stranger = strangerIn(row, company, call);
			if (stranger !== undefined) throw refusals.stranger?.(stranger) ?? invalidIn(row, refusals, stranger);
			return answer(call as Call<Body>, row);
		},
	};
};
