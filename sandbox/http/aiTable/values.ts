import type { TableField, TableRecord } from '../../data/aiTable';
import { ApiError } from '../../errors';
import { isMembers } from '../../members';
import { parseChinaTime } from '../../time';
import type { World } from '../../world';

export const inputInvalid = (message: string) => new ApiError('invalidRequest.inputArgs.invalid', message);

/** Computed by the table; https://open.dingtalk.com/document/development/api-noatable-getallfields */
const COMPUTED = ['formula', 'lookup', 'autoNumber', 'creator', 'lastModifier', 'createdTime', 'lastModifiedTime'];

const moment = (value: unknown): number | undefined => {
	if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) >= 1e11 ? value : undefined;
	if (typeof value !== 'string') return undefined;
	const minutes = /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value) ? `${value}:00` : value;
	const iso = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN;
	return parseChinaTime(minutes) ?? (Number.isNaN(iso) ? undefined : iso);
};

const listOf = (value: unknown, fits: (one: unknown) => boolean): unknown[] | undefined =>
	Array.isArray(value) && value.every(fits) ? (value as unknown[]) : undefined;

const has = (value: unknown, name: string): value is Record<string, string> =>
	isMembers(value) && typeof value[name] === 'string';

/** An option by its name; a name that is not there becomes one, as in the app. */
const option = ({ property = {} }: TableField, value: unknown) => {
	if (typeof value !== 'string' || value === '') return undefined;
	property.choices ??= [];
	const known = property.choices.find(({ name }) => name === value);
	if (known) return known;
	const added = { id: `opt${property.choices.length + 1}`, name: value };
	property.choices.push(added);
	return added;
};

/** An attachment that is written back as it was read: its link names its resource. Anything else as it is. */
const asUploaded = (resources: World['data']['aiTable']['resources']) => (one: unknown) => {
	const resourceId = has(one, 'url') && URL.canParse(one.url) ? new URL(one.url).searchParams.get('resource') : null;
	const resource = resources.get(resourceId ?? '');
	return isMembers(one) && resource ? { ...one, resourceId, url: resource.resourceUrl } : one;
};

/** What a written value becomes in its cell; undefined: the field does not take it. */
const cell = ({ company, data }: World, field: TableField, value: unknown): unknown => {
	const { resources, records } = data.aiTable;
	switch (field.type) {
		case 'text':
		case 'telephone':
		case 'email':
		case 'barcode':
		case 'idCard':
			return typeof value === 'string' ? value : undefined;
		case 'number':
		case 'currency':
		case 'rating': {
			const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
			return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
		}
		case 'progress':
			return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
		case 'checkbox':
			return typeof value === 'boolean' ? value : undefined;
		case 'singleSelect':
			return option(field, value);
		case 'multipleSelect':
			return listOf(value, (one) => typeof one === 'string')?.map((one) => option(field, one));
		case 'date':
			return moment(value);
		case 'user':
			return listOf(
				value,
				(one) => has(one, 'unionId') && company.users.some(({ unionid }) => unionid === one.unionId),
			);
		case 'department':
			return listOf(
				value,
				(one) => has(one, 'deptId') && company.departments.some(({ dept_id }) => String(dept_id) === one.deptId),
			);
		case 'attachment':
			return listOf(
				Array.isArray(value) ? value.map(asUploaded(resources)) : value,
				(one) =>
					has(one, 'resourceId') &&
					resources.get(one.resourceId)?.resourceUrl === one.url &&
					resources.get(one.resourceId)?.data !== undefined &&
					has(one, 'filename'),
			);
		case 'unidirectionalLink':
		case 'bidirectionalLink': {
			const ids = isMembers(value) ? value.linkedRecordIds : undefined;
			const linked = (id: unknown) =>
				records.some((one) => one.id === id && one.sheetId === field.property?.linkedSheetId);
			return listOf(ids, linked) && value;
		}
		case 'url':
			return has(value, 'text') && has(value, 'link') ? value : undefined;
		case 'richText':
			return has(value, 'markdown') ? value : undefined;
		case 'geolocation':
			return has(value, 'address') ? value : undefined;
		case 'group':
			return listOf(value, (one) => has(one, 'cid'));
		default:
			return undefined;
	}
};

/**
 * A cell as a request writes it; null empties it.
 * @throws 400 for a value that its field does not take
 */
export const writeCell = (world: World, field: TableField, value: unknown): unknown => {
	if (COMPUTED.includes(field.type)) throw inputInvalid(`field ${field.name} (${field.type}) can not be written`);
	if (value === null) return undefined;
	const stored = cell(world, field, value);
	if (stored === undefined)
		throw inputInvalid(`field ${field.name} (${field.type}) does not take ${JSON.stringify(value)}`);
	return stored;
};

const attachmentUrl = ({ storage, data }: World, resourceId: string): string => {
	const resource = data.aiTable.resources.get(resourceId);
	return `${storage.signLink({ name: resource?.name, read: () => resource?.data })}&resource=${resourceId}`;
};

/** What a field shows of a record: cells as they are, numbers as text where the wire has it so, computed ones computed. */
export const readCell = (world: World, field: TableField, record: TableRecord): unknown => {
	const value = record.cells[field.id];
	switch (field.type) {
		case 'formula':
			return `${record.id}!`;
		case 'autoNumber':
			return String(
				world.data.aiTable.records
					.filter(({ sheetId }) => sheetId === record.sheetId)
					.findIndex(({ id }) => id === record.id) + 1,
			);
		case 'creator':
			return [{ unionId: record.createdBy }];
		case 'lastModifier':
			return [{ unionId: record.lastModifiedBy }];
		case 'createdTime':
			return record.createdTime;
		case 'lastModifiedTime':
			return record.lastModifiedTime;
		case 'number':
		case 'currency':
		case 'rating':
			// The page's example has a number (32), field reports have text ("123").
			return value !== undefined && world.dialect === 'wire' ? String(value) : value;
		case 'progress':
			return value === undefined ? undefined : String(value);
		case 'attachment':
			return (value as Array<{ resourceId: string }> | undefined)?.map(({ resourceId, ...shown }) => ({
				...shown,
				url: attachmentUrl(world, resourceId),
			}));
		default:
			return value;
	}
};
