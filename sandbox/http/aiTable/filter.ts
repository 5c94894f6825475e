import type { TableField, TableRecord } from '../../data/aiTable';
import { isMembers } from '../../members';
import type { World } from '../../world';
import { inputInvalid, readCell, writeCell } from './values';

export interface Condition {
	/** Id or name. */
	field: string;
	operator: string;
	value?: unknown[];
}

export interface Filter {
	combination?: 'and' | 'or';
	conditions: Condition[];
}

const NUMBERS = ['number', 'currency', 'rating', 'progress', 'date', 'createdTime', 'lastModifiedTime'];

/** A cell as the plain values that conditions compare: option names, ids of people, numbers. */
const plain = (value: unknown): Array<string | number> => {
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return value.flatMap(plain);
	if (!isMembers(value)) return [typeof value === 'number' ? value : String(value)];
	const { name, unionId, deptId, linkedRecordIds, link, filename, markdown, address, cid } = value;
	return plain(name ?? unionId ?? deptId ?? linkedRecordIds ?? link ?? filename ?? markdown ?? address ?? cid);
};

const same = (a: Array<string | number>, b: Array<string | number>): boolean =>
	a.length === b.length && a.every((one) => b.some((other) => String(other) === String(one)));

/** https://open.dingtalk.com/document/development/api-notable-listrecords */
const OPERATORS: Record<string, (cell: Array<string | number>, wanted: Array<string | number>) => boolean> = {
	equal: same,
	notEqual: (cell, wanted) => !same(cell, wanted),
	greater: ([cell], [wanted]) => cell !== undefined && Number(cell) > Number(wanted),
	greaterEqual: ([cell], [wanted]) => cell !== undefined && Number(cell) >= Number(wanted),
	less: ([cell], [wanted]) => cell !== undefined && Number(cell) < Number(wanted),
	lessEqual: ([cell], [wanted]) => cell !== undefined && Number(cell) <= Number(wanted),
	contain: (cell, wanted) => wanted.some((one) => cell.some((part) => String(part).includes(String(one)))),
	notContain: (cell, wanted) => !wanted.some((one) => cell.some((part) => String(part).includes(String(one)))),
	empty: (cell) => cell.length === 0,
	notEmpty: (cell) => cell.length > 0,
};

const UNARY = ['empty', 'notEmpty'];
const COMPARISONS = ['greater', 'greaterEqual', 'less', 'lessEqual'];
const MANY = ['multipleSelect', 'user', 'department', 'group'];

/**
 * Whether a record meets a filter; its values are in the form in which cells are written, in an array.
 * @throws 400 for a field, operator or value that the sheet does not have
 */
export const meets = (world: World, fields: TableField[], { combination = 'and', conditions }: Filter) => {
	const tests = conditions.map(({ field: name, operator, value = [] }) => {
		const field = fields.find((one) => one.id === name || one.name === name);
		if (!field) throw inputInvalid(`field ${name} not found`);
		const holds = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
		if (!holds) throw inputInvalid(`operator ${operator} is invalid`);
		if (COMPARISONS.includes(operator) && !NUMBERS.includes(field.type))
			throw inputInvalid(`operator ${operator} is not for ${field.type}`);
		if (!UNARY.includes(operator) && value.length === 0) throw inputInvalid('value is required');
		const computed = /^(formula|lookup|autoNumber|creator|lastModifier|createdTime|lastModifiedTime)$/.test(field.type);
		const forms = MANY.includes(field.type) ? [value] : value;
		// A condition must not add an option to its field.
		const wanted = UNARY.includes(operator)
			? []
			: forms.flatMap((one) => plain(computed ? one : writeCell(world, structuredClone(field), one)));
		return (record: TableRecord) => holds(plain(readCell(world, field, record)), wanted);
	});
	return (record: TableRecord): boolean =>
		combination === 'and' ? tests.every((test) => test(record)) : tests.some((test) => test(record));
};
