import type { Json } from '../protocol/json';
import { readPage, readPages } from '../protocol/paging';
import { compile, type Parts, type Route } from '../protocol/request';
import { asEntry, businessOf, refuseFalse } from './answer';
import type { Client } from './client';
import { tellCut } from './cut';
import type { LookUps } from './field';
import type { HintList } from './hintList';

/** Calls over the client of one execution (or one question of the editor). `memory`: answers that several items share; `hints`: where it is told that a list was cut. */
export function lookUpsOf(
	client: Pick<Client, 'send'>,
	memory: Map<string, Promise<unknown>>,
	hints?: HintList,
): LookUps {
	const call = async (route: Route, parts: object, options?: { safe?: boolean }): Promise<Json> => {
		const request = compile(route, parts);
		return await client.send(request, { safe: options?.safe ?? request.method === 'GET' });
	};
	return {
		call: async (route, parts, options) => businessOf(refuseFalse(await call(route, parts, options))),
		list: async (route, parts, paging, limit) => {
			const send = async (page: Parts) => await call(route, page, { safe: true });
			const { entries, cut } = await readPages(parts as Parts, paging, { limit }, send);
			if (hints) tellCut(hints, cut);
			return entries.map(asEntry);
		},
		page: async (route, parts, paging, cursor) => {
			const { entries, next } = await readPage(
				parts as Parts,
				paging,
				cursor,
				async (page) => await call(route, page, { safe: true }),
			);
			return { entries: entries.map(asEntry), ...(next !== undefined && { next: String(next) }) };
		},
		once: async <T>(key: string, make: () => Promise<T>) => {
			const known = memory.get(key) ?? make();
			memory.set(key, known);
			return (await known) as T;
		},
	};
}
