import { isObject, type Json } from '../../protocol/json';
import type { Column, Reading } from '../../runtime/field';
import { toZoned } from '../../runtime/moment';
import { choice, choices, moment, number, refuse, text } from '../../shared/columnValues';

/** `yyyy-MM-dd` or with the time, as the field says, in the workflow's zone. */
function dated(value: unknown, column: Column, zone: string): string {
	const [day = '', time = ''] = toZoned(moment(value, column, zone), zone).split('T');
	const format = String(column.more?.format ?? '');
	return format.includes('HH') ? `${day} ${time.slice(0, format.includes('ss') ? 8 : 5)}` : day;
}

/**
 * One value of a customer → what DingTalk takes: texts, several choices as the JSON text of their list. `undefined` and empty text
 * are not sent, `null` empties the field.
 * https://open.dingtalk.com/document/development/add-and-update-customer-field-format-description-v1
 * @throws InputError naming the field.
 */
export function writeField(value: unknown, column: Column, { timezone }: Reading): unknown {
	if (value === undefined || value === '') return undefined;
	if (value === null) return '';
	switch (column.native) {
		case 'number':
		case 'money':
			return String(number(value, column));
		case 'date':
			return dated(value, column, timezone);
		case 'select':
			return choice(value, column);
		case 'multiselect':
		case 'multitag':
			return JSON.stringify(choices(value, column));
		default:
			return text(value);
	}
}

/** A link to another entry: its name, its ID, and its kind where it is a customer. */
export interface Link {
	name: string;
	instanceId: string;
	bizType?: string;
}

const isLink = (value: unknown): value is Link =>
	isObject(value) && typeof value.instanceId === 'string' && typeof value.name === 'string';

function given(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/** The same for contacts and follow-up records, where links to others are written as `{ name, instanceId }`. */
export function writeLinkedField(value: unknown, column: Column, reading: Reading): unknown {
	if (column.native !== 'lookup' || value === undefined || value === '' || value === null)
		return writeField(value, column, reading);
	const links = [given(value)].flat();
	if (!links.every(isLink))
		refuse(column, value, 'needs objects with name and instanceId', '应为包含 name 和 instanceId 的对象');
	return links;
}

/** https://open.dingtalk.com/document/development/add-and-update-contact-field-format-description-v2 */
const linked = (links: readonly Link[]): { value: string; extendValue: string } => ({
	value: JSON.stringify(links.map(({ name }) => name)),
	extendValue: JSON.stringify({
		list: links.map(({ instanceId, bizType }) => ({ instanceId, ...(bizType !== undefined && { bizType }) })),
	}),
});

/** Values by field → the list of key, value and extended value that contacts and follow-up records are written as. */
export const entriesOf = (columns: Json): Array<{ key: string; value: string; extendValue?: string }> =>
	Object.entries(columns).map(([key, value]) =>
		Array.isArray(value) && value.every(isLink)
			? { key, ...linked(value) }
			: { key, value: typeof value === 'string' ? value : text(value) },
	);
