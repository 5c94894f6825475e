import overrides from '../overrides.json';

interface Because {
	reason: string;
	/** Address of the page or source the reason rests on. */
	source: string;
}

/** Hand-checked corrections of the reference data, each with its reason (`scripts/overrides.json`). */
interface Overrides {
	/** Ids of pages that document an operation which another page has too. */
	ids: Array<{ slug: string; id: string }>;
	/** Where a flat table does not say which object a parameter is in: its parent, `""` for top level. */
	nesting: Array<Because & { slugs: string[]; names: string[]; parent: string }>;
	/** Members of a page's request example that are the page's slips. */
	notMembers: Array<Because & { slug: string; names: string[] }>;
	/** Facts that win over what was derived: JSON pointers into the row; null takes a fact away. */
	rows: Array<Because & { id: string; set: Record<string, unknown> }>;
	/** SDK operations that are not shipped: patterns of `module.operation`; `idleOnly`: if they take nothing at all. */
	leftOut: Array<Because & { pattern: string; idleOnly?: boolean }>;
}

export const { ids, nesting, notMembers, rows, leftOut } = overrides as unknown as Overrides;

/** Sets a row's facts by JSON pointer; throws when the way there does not exist, so that no correction goes stale unseen. */
export function correct(row: object, set: Record<string, unknown>): void {
	for (const [pointer, value] of Object.entries(set)) {
		const steps = pointer.split('/').slice(1);
		const last = steps.pop() ?? '';
		let at = row as Record<string, unknown>;
		for (const step of steps) {
			const next = at[step];
			if (typeof next !== 'object' || next === null) throw new Error(`Override ${pointer} leads nowhere`);
			at = next as Record<string, unknown>;
		}
		if (value === null) delete at[last];
		else at[last] = value;
	}
}
