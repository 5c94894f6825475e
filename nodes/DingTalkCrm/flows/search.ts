import type { Json } from '../../protocol/json';
import type { Column } from '../../runtime/field';
import type { Api } from '../../runtime/operation';
import { queryOf, type Condition, type Filters } from './query';
import { flatEntry } from './read';

interface Search {
	rows: readonly Condition[];
	filters: Filters;
	simplify: boolean;
}

/**
 * DingTalk's query of a list, and how its entries are shown. The form is read once in a run, and only where conditions or labels need it.
 * @param form what the form is called in this run
 * @param read gives its columns
 * @throws InputError for what does not fit together
 */
export async function searchOf(
	api: Pick<Api, 'once' | 'timezone'>,
	form: string,
	read: () => Promise<Column[]>,
	{ rows, filters, simplify }: Search,
): Promise<{ queryDsl: string | undefined; shown: (entries: Json[]) => Json[] }> {
	const columns = simplify || rows.length > 0 ? await api.once(`fields of ${form}`, read) : [];
	return {
		queryDsl: queryOf(rows, filters, columns, api.timezone),
		shown: (entries) => (simplify ? entries.map((entry) => flatEntry(entry, columns)) : entries),
	};
}
