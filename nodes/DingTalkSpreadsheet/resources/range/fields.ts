import { defineField } from '../../../runtime/field';
import { RANGE } from '../../flows/address';

/** Cells in A1 notation. */
export const rangePattern = {
	test: RANGE,
	en: 'must be cells in A1 notation, such as A1:C10',
	zh: '应为 A1 表示法的单元格区域，如 A1:C10',
} as const;

export const range = defineField({
	displayName: 'Range',
	zh: { name: '区域', description: 'A1 表示法，如 A1:C10' },
	name: 'range',
	type: 'string',
	id: true,
	required: true,
	default: '',
	pattern: rangePattern,
	placeholder: 'e.g. A1:C10',
	description: 'In A1 notation',
});
