import { fileNameOf } from '../../protocol/fileNames';
import { isObject, type Json } from '../../protocol/json';
import type { Column, Reading } from '../../runtime/field';
import { InputError } from '../../runtime/inputError';
import { entriesIn, urlsIn } from '../../runtime/entries';
import { splitList } from '../../runtime/people';
import { choice, choices, moment, number, people, refuse, text } from '../../shared/columnValues';
import { childrenOf } from './components';
import { parsed } from './i18n';

/** Start and end, as ms. */
function dateRange(value: unknown, column: Column, zone: string): number[] {
	const given = parsed(value);
	// A day that begins and ends the range is written twice.
	const ends: unknown[] = Array.isArray(given) ? given : entriesIn(given);
	if (ends.length !== 2) refuse(column, value, 'takes a start and an end', '需要开始和结束两个时间');
	return ends.map((end) => moment(end, column, zone));
}

/** Files are written as links: Yida has no upload route. What the API gave back stays as it is. */
const files = (value: unknown): Json[] => {
	const given = parsed(value);
	const entries: unknown[] = Array.isArray(given) ? given : isObject(given) ? [given] : urlsIn(String(given));
	return entries.map((entry) => {
		if (isObject(entry)) return entry;
		const url = String(entry);
		const name = fileNameOf({}, url) ?? url;
		return { name, url, downloadUrl: url, previewUrl: url };
	});
};

/** Rows of a sub-table: objects by label or ID of its columns. */
async function rows(value: unknown, column: Column, reading: Reading): Promise<Json[]> {
	const given = parsed(value);
	const list: unknown[] = Array.isArray(given) ? given : [given];
	const columns = childrenOf(column);
	return await Promise.all(
		list.map(async (row) => {
			if (!isObject(row)) return refuse(column, row, 'needs rows that are objects', '每一行应为对象');
			const written: Json = {};
			for (const [key, cell] of Object.entries(row)) {
				const child = columns.find(({ id, name }) => id === key || name === key);
				if (!child)
					throw new InputError(
						column.name,
						`has no column "${key}". It has: ${columns.map(({ name }) => name).join(', ')}`,
						`没有名为“${key}”的列。可用的列：${columns.map(({ name }) => name).join('、')}`,
					);
				const converted = await writeComponent(cell, child, reading);
				if (converted !== undefined) written[child.id] = converted;
			}
			return written;
		}),
	);
}

const LISTS = new Set([
	'CheckboxField',
	'MultiSelectField',
	'EmployeeField',
	'DepartmentSelectField',
	'ImageField',
	'AttachmentField',
	'TableField',
	'CountrySelectField',
	'CitySelectField',
	'CascadeSelectField',
]);

/**
 * One value → what a form takes for a component of this kind. `undefined` and empty text are not sent, `null` empties it.
 * https://open.dingtalk.com/document/development/api-getformdatabyid-v2
 * @throws InputError naming the component.
 */
export function writeComponent(value: unknown, column: Column, reading: Reading): unknown {
	if (value === undefined || value === '') return undefined;
	const { native } = column;
	if (value === null) return LISTS.has(native) ? [] : '';
	switch (native) {
		case 'TextField':
		case 'TextareaField':
			return text(value);
		case 'NumberField':
		case 'RateField':
			return number(value, column);
		case 'RadioField':
		case 'SelectField':
			return choice(value, column);
		case 'CheckboxField':
		case 'MultiSelectField':
			return choices(parsed(value), column);
		case 'DateField':
			return moment(value, column, reading.timezone);
		case 'CascadeDateField':
			return dateRange(value, column, reading.timezone);
		case 'EmployeeField':
			return people(parsed(value), column, reading, 'userId');
		case 'DepartmentSelectField':
		case 'CitySelectField':
		case 'CascadeSelectField':
			return splitList(parsed(value));
		case 'CountrySelectField': {
			const given = parsed(value);
			return Array.isArray(given) && given.every(isObject) ? given : splitList(given).map((code) => ({ value: code }));
		}
		case 'ImageField':
		case 'AttachmentField':
			return files(value);
		case 'TableField':
			return rows(value, column, reading);
		default:
			return parsed(value);
	}
}
