import type { FieldType } from 'n8n-workflow';
import { isObject } from '../../protocol/json';
import type { Column, LookUps } from '../../runtime/field';
import { InputError } from '../../runtime/inputError';
import { objectsIn } from '../../runtime/pick';

/** How n8n shows the types of AI table fields that can be written. People, links and files are text, since n8n lets lists and objects through in text only. */
const WRITABLE: Readonly<Record<string, FieldType>> = {
	text: 'string',
	number: 'number',
	singleSelect: 'options',
	multipleSelect: 'array',
	date: 'dateTime',
	user: 'string',
	department: 'string',
	attachment: 'string',
	unidirectionalLink: 'string',
	bidirectionalLink: 'string',
	url: 'string',
	checkbox: 'boolean',
	currency: 'number',
	rating: 'number',
	progress: 'number',
	telephone: 'string',
	email: 'string',
	barcode: 'string',
	idCard: 'string',
	richText: 'string',
	geolocation: 'object',
	group: 'string',
};

/** Types that DingTalk computes. */
const COMPUTED = new Set([
	'formula',
	'lookup',
	'filterUp',
	'creator',
	'lastModifier',
	'createdTime',
	'lastModifiedTime',
	'autoNumber',
	'button',
]);

/** Types whose value can tell a record. */
const MATCHING = new Set(['text', 'number', 'singleSelect', 'date', 'telephone', 'email', 'barcode', 'idCard']);

const choicesOf = (property: unknown) =>
	(isObject(property) ? objectsIn(property.choices) : []).map(({ name }) => ({
		name: String(name),
		value: String(name),
	}));

/** Which sheet of which AI table, and on whose behalf. */
export interface Place {
	base: string;
	sheet: string;
	operator: string;
}

export const FIELDS = 'GET /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/fields';

/** The columns of a sheet as a mapper shows them. https://open.dingtalk.com/document/development/api-noatable-getallfields */
export async function columnsOfSheet(
	{ base: baseId, sheet: sheetIdOrName, operator: operatorId }: Place,
	api: LookUps,
): Promise<Column[]> {
	const { value } = await api.call(FIELDS, {
		path: { baseId, sheetIdOrName },
		query: { operatorId },
	});
	return objectsIn(value).map(({ id, name, type, property }) => {
		const native = String(type);
		const options = native === 'singleSelect' ? choicesOf(property) : [];
		return {
			id: String(name),
			name: String(name),
			type: native === 'singleSelect' && options.length === 0 ? 'string' : (WRITABLE[native] ?? 'string'),
			native,
			...(options.length > 0 && { options }),
			...(native === 'multipleSelect' && { choices: choicesOf(property).map(({ name }) => name) }),
			readOnly: COMPUTED.has(native),
			match: MATCHING.has(native),
			more: { id: String(id) },
		};
	});
}

/** The same, read once in a run. */
export const knownColumns = async (place: Place, api: LookUps): Promise<Column[]> =>
	await api.once(`columns of ${place.base} ${place.sheet}`, async () => await columnsOfSheet(place, api));

/** The name of a field that is given by its name or ID: a record's values stand under names. @throws InputError for a field that is not there. */
export async function nameOfField(given: string, place: Place, api: LookUps): Promise<string> {
	const column = (await knownColumns(place, api)).find(({ name, more }) => name === given || more?.id === given);
	if (!column) throw new InputError('Field', `the sheet has no field "${given}"`, `数据表没有字段“${given}”`);
	return column.name;
}
