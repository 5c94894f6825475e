import type { Column, LookUps, Field } from '../../runtime/field';
import type { Values } from '../../runtime/fieldValues';
import { defineListBy } from '../../runtime/list';
import { contactColumns, customerColumns, followUpColumns } from '../flows/fields';
import { systemFields } from '../flows/query';
import { relationType } from './relationType';

/** The fields of a form, and those that every entry has. */
export const fieldList = <const N extends readonly Field[]>(
	needs: N,
	columns: (needs: Values<N>, api: LookUps) => Promise<Column[]>,
) =>
	defineListBy(needs, async (given, { filter }, api) => ({
		entries: [...(await columns(given, api)).map(({ id, name }) => ({ name, value: id })), ...systemFields].filter(
			({ name }) => name.toLowerCase().includes(filter.toLowerCase()),
		),
	}));

export const customerFieldList = fieldList([relationType], customerColumns);
export const contactFieldList = fieldList([], contactColumns);
export const followUpFieldList = fieldList([], followUpColumns);
