import type { DocOperation } from './reference';

/** Editions of their own: they replace nothing where there is a general operation of the same title. */
const EDITION = /\.(industry|premium)[A-Z]/;

const productOf = (id: string) => id.slice(0, id.indexOf('.'));

/**
 * The ids of what replaces an archived operation: the page that its notice links; where the notice links a whole chapter, or
 * nothing, the current operation of the product that has the same title; else the chapter's page.
 */
export function replacements(docs: DocOperation[], idOf: Map<string, string>): (doc: DocOperation) => string[] {
	const titles = new Map(docs.map(({ slug, title_zh }) => [slug, title_zh]));
	const key = (doc: DocOperation) => `${productOf(idOf.get(doc.slug) ?? '')} ${doc.title_zh}`;
	const current = new Map<string, string[]>();
	for (const doc of docs.filter(({ archived }) => !archived))
		current.set(key(doc), [...(current.get(key(doc)) ?? []), idOf.get(doc.slug) ?? '']);
	const ids = (links: DocOperation['replaced_by']) => [
		...new Set(links.flatMap(({ resolved }) => idOf.get(resolved ?? '') ?? [])),
	];
	return (doc) => {
		if (!doc.archived) return [];
		const linked = ids(doc.replaced_by.filter(({ title, resolved }) => title === titles.get(resolved ?? '')));
		if (linked.length > 0) return linked;
		const same = current.get(key(doc)) ?? [];
		const general = same.filter((id) => !EDITION.test(id));
		return general.length > 0 ? general : same.length > 0 ? same : ids(doc.replaced_by);
	};
}
