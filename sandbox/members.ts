/** Members of JSON objects by dotted path, `result.list`. */

export type Members = Record<string, unknown>;

export const isMembers = (value: unknown): value is Members =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** `-1` is the last entry of a list, `a|b` a member that is spelt in two ways, as in the catalog's paging. */
export const pick = (value: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((at, step) => {
		if (step === '-1') return Array.isArray(at) ? (at as unknown[]).at(-1) : undefined;
		const name = step.split('|').find((one) => isMembers(at) && at[one] !== undefined);
		return isMembers(at) && name !== undefined ? at[name] : undefined;
	}, value);

/** Sets a member, making the objects on the way to it. */
export const put = (target: Members, path: string, value: unknown): void => {
	const names = path.split('.');
	const last = names.pop() ?? path;
	const holder = names.reduce<Members>((at, name) => {
		const inner = at[name];
		if (isMembers(inner)) return inner;
		const made: Members = {};
		at[name] = made;
		return made;
	}, target);
	holder[last] = value;
};
