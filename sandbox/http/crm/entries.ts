import type { CrmField } from '../../data/crm';
import { ApiError } from '../../errors';
import { isMembers } from '../../members';
import { parsed } from '../../typed';

export const invalid = (detail: string) => new ApiError('data.format.error', detail);

/** Texts only; choices and tags that are there, lists as their JSON text. */
export const check = (fields: CrmField[], data: Record<string, unknown>, whole: boolean): void => {
	for (const [name, value] of Object.entries(data)) {
		const field = fields.find((one) => one.name === name);
		if (!field) throw new ApiError('fieldId.not.exists', `field ${name} not exists`);
		if (isMembers(value)) continue;
		if (typeof value !== 'string') throw invalid(`${name} must be a text`);
		const isList = /^Multi/.test(field.type);
		const list = isList && value !== '' ? parsed(value) : [];
		if (!Array.isArray(list)) throw invalid(`${name} must be the JSON text of a list`);
		const chosen = isList ? list : field.type === 'Select' && value !== '' ? [value] : [];
		if (chosen.some((one) => !field.options?.includes(String(one)))) throw invalid(`${name}: ${value}`);
	}
	const missing = fields.find(({ nillable, name }) => whole && !nillable && (data[name] ?? '') === '');
	if (missing) throw invalid(`${missing.label} is required`);
};

/** One page; the cursor is how many entries came before. */
export const pageOf = <T>(all: T[], token: unknown, size: number, most: number) => {
	if (size < 1 || size > most) throw new ApiError('pageSize.exceeds', `pageSize must not exceeds ${most}`);
	const start = Number(token ?? 0) || 0;
	return { page: all.slice(start, start + size), next: String(start + size), hasMore: start + size < all.length };
};

/** The fields of a form as its description has them; those that the organisation made have a dash in their name. */
export const describedFields = (all: CrmField[]) =>
	all.map(({ options, referenceTo, ...field }) => ({
		...field,
		customized: field.name.includes('-'),
		quote: referenceTo !== undefined,
		...(referenceTo && { reference_to: referenceTo }),
		...(options && { select_options: options.map((value, i) => ({ key: `option_${i}`, value })) }),
	}));
