import { isObject, type Json } from '../../protocol/json';
import type { Column } from '../../runtime/field';
import { toZoned } from '../../runtime/moment';
import { objectsIn } from '../../runtime/pick';
import { childrenOf } from './components';
import { i18nText } from './i18n';

const dated = (value: unknown, zone: string): unknown =>
	value !== '' && value !== null && Number.isFinite(Number(value)) ? toZoned(Number(value), zone) : value;

function readValue(value: unknown, column: Column, zone: string): unknown {
	switch (column.native) {
		case 'DateField':
			return dated(value, zone);
		case 'CascadeDateField':
			return Array.isArray(value) ? value.map((end) => dated(end, zone)) : value;
		case 'NumberField':
		case 'RateField':
			return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
		case 'TableField':
			return objectsIn(value).map((row) => byLabel(row, childrenOf(column), zone));
		default:
			return value;
	}
}

/** Values by component ID → values by label. The IDs of people stand under `<component>_id`: they keep that ending. */
export function byLabel(values: unknown, columns: readonly Column[], zone: string): Json {
	const entries = Object.entries(isObject(values) ? values : {}).map(([key, value]): [string, unknown] => {
		const column = columns.find(({ id }) => id === key);
		if (column) return [column.name, readValue(value, column, zone)];
		const owner = columns.find(({ id }) => `${id}_id` === key);
		return [owner ? `${owner.name}_id` : key, value];
	});
	return Object.fromEntries(entries);
}

/** Who handed a submission in, and when: before its values. */
export const headOf = ({ originator, createTimeGMT, modifiedTimeGMT }: Json): Json => ({
	...(isObject(originator) && { originator: originator.userId, originatorName: i18nText(originator.name) }),
	...(createTimeGMT !== undefined && { createTimeGMT }),
	...(modifiedTimeGMT !== undefined && { modifiedTimeGMT }),
});
