import { isObject, type Json } from '../../protocol/json';
import type { Column } from '../../runtime/field';
import { toZoned } from '../../runtime/moment';
import { objectsIn } from '../../runtime/pick';
import { flat } from '../../shared/flat';

const ids = (key: string) => (value: unknown) => objectsIn(value).map((entry) => entry[key]);
const asNumber = (value: unknown) =>
	typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
const nameOf = (value: unknown) => (isObject(value) && 'name' in value ? value.name : value);

/** A cell's value as a workflow wants it, by the type of its field. */
function readValue(value: unknown, native: string, zone: string): unknown {
	switch (native) {
		case 'number':
		case 'currency':
		case 'rating':
		case 'progress':
			return asNumber(value);
		case 'singleSelect':
			return nameOf(value);
		case 'multipleSelect':
			return Array.isArray(value) ? value.map(nameOf) : value;
		case 'date':
		case 'createdTime':
		case 'lastModifiedTime':
			return Number.isFinite(Number(value)) ? toZoned(Number(value), zone) : value;
		case 'user':
			return ids('unionId')(value);
		case 'department':
			return ids('deptId')(value);
		case 'unidirectionalLink':
		case 'bidirectionalLink':
			return isObject(value) ? (value.linkedRecordIds ?? []) : value;
		default:
			return value;
	}
}

/** A record as one flat object: its id, then its fields by name, read by their types. */
export function flatRecord({ id, fields }: Json, columns: readonly Column[], zone: string): Json {
	const natives = new Map(columns.map(({ name, native }) => [name, native]));
	const values = isObject(fields) ? fields : {};
	return flat(
		{ id },
		Object.fromEntries(
			Object.entries(values).map(([name, value]) => [name, readValue(value, natives.get(name) ?? '', zone)]),
		),
	);
}
