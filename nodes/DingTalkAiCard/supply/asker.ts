import type { ISupplyDataFunctions } from 'n8n-workflow';
import { isObject } from '../../protocol/json';
import type { Asker } from '../answer/answers';

/** Chains that ask for their model once for each item (2.40.5); the other nodes ask once. */
const ASKS_FOR_EACH = /\.chain(Llm|RetrievalQa|Summarization)$/;

/** The node that the model is for. n8n has it on the context (since 1.111) without a place in the interface. */
export function parentOf(context: ISupplyDataFunctions): { name: string; type: string; version: number } | undefined {
	const bare: unknown = context;
	const parent = isObject(bare) ? bare.parentNode : undefined;
	if (!isObject(parent)) return undefined;
	return { name: String(parent.name), type: String(parent.type), version: Number(parent.typeVersion) };
}

/** @param items How many items that node works on. */
export function askerOf(parent: ReturnType<typeof parentOf>, items: number): Asker {
	const { type, version } = parent ?? { type: '', version: NaN };
	return {
		items,
		asksOnce: !ASKS_FOR_EACH.test(type),
		comesBack: parent === undefined || (/\.agent(Tool)?$/.test(type) && version >= 3),
	};
}
