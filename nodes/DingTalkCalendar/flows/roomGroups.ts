import type { Json } from '../../protocol/json';

/** The names from the top down to a group: `Headquarters / Third Floor`. Groups whose parent is unknown begin the path. */
export function pathOf(group: Json, groups: readonly Json[]): string {
	const names: string[] = [];
	const seen = new Set<string>();
	for (let one: Json | undefined = group; one && !seen.has(String(one.groupId));) {
		seen.add(String(one.groupId));
		names.unshift(String(one.groupName));
		const parentId: unknown = one.parentId;
		one = groups.find(({ groupId }) => String(groupId) === String(parentId));
	}
	return names.join(' / ');
}

/** The IDs of a group and of all groups below it. */
export function withinGroup(top: string, groups: readonly Json[]): Set<string> {
	const found = new Set([top]);
	for (let before = 0; before < found.size;) {
		before = found.size;
		for (const { groupId, parentId } of groups) if (found.has(String(parentId))) found.add(String(groupId));
	}
	return found;
}
