import type { Json } from '../../../protocol/json';

/** Root of a space. */
const ROOT = '0';

/** The entries without those that came twice: what changes while it is paged is listed again. https://open.dingtalk.com/document/development/get-a-list-of-all-files-or-folders-under-a */
export const distinct = (entries: readonly Json[]): Json[] => [
	...new Map(entries.map((entry) => [String(entry.id), entry])).values(),
];

/** The entries that are in a folder, at any depth below it. */
export function below(entries: readonly Json[], folderId: string): Json[] {
	if (folderId === ROOT) return [...entries];
	const parents = new Map(entries.map(({ id, parentId }) => [String(id), String(parentId)]));
	const isBelow = (id: string, seen = new Set<string>()): boolean => {
		const parent = parents.get(id);
		if (parent === undefined || seen.has(id)) return false;
		return parent === folderId || isBelow(parent, seen.add(id));
	};
	return entries.filter(({ id }) => isBelow(String(id)));
}

const KEYS = { CREATE_TIME: 'createTime', NAME: 'name', SIZE: 'size' } as const;

/** The entries of a whole space in the order that was asked for: DingTalk orders them by the time of change only. */
export function ordered(
	entries: Json[],
	{ orderBy = 'MODIFIED_TIME', order }: { orderBy?: keyof typeof KEYS | 'MODIFIED_TIME'; order?: 'ASC' | 'DESC' },
): Json[] {
	if (orderBy === 'MODIFIED_TIME') return entries;
	const key = KEYS[orderBy];
	const compare = (a: unknown, b: unknown): number =>
		typeof a === 'number' && typeof b === 'number' ? a - b : String(a ?? '').localeCompare(String(b ?? ''));
	return [...entries].sort((a, b) => compare(a[key], b[key]) * (order === 'ASC' ? 1 : -1));
}
