import type { FieldType } from 'n8n-workflow';
import type { Json } from '../../protocol/json';
import type { Column, LookUps } from '../../runtime/field';
import { objectsIn } from '../../runtime/pick';

export type RelationType = 'crm_customer' | 'crm_customer_personal';

/** How n8n shows the types of a CRM form's fields; any other is text. */
const SHOWN: Readonly<Record<string, FieldType>> = {
	number: 'number',
	money: 'number',
	date: 'dateTime',
	select: 'options',
	multiselect: 'array',
	multitag: 'array',
};

/** DingTalk writes "Select", its newer forms "DDSelectField". */
export const kindOf = (type: unknown): string =>
	String(type)
		.toLowerCase()
		.replace(/^dd/, '')
		.replace(/field$/, '');

/** What DingTalk computes or keeps by itself. */
const COMPUTED = new Set(['formula', 'seqnumber', 'serialnumber', 'rollupsummary']);

function columnOf(field: Json): Column {
	const native = kindOf(field.type);
	const choices = objectsIn(field.selectOptions ?? field.select_options).map(({ value }) => ({
		name: String(value),
		value: String(value),
	}));
	const options = native === 'select' ? choices : [];
	const reference = field.referenceTo ?? field.reference_to;
	return {
		id: String(field.name),
		name: String(field.label ?? field.name),
		type: native === 'select' && options.length === 0 ? 'string' : (SHOWN[native] ?? 'string'),
		native,
		...(options.length > 0 && { options }),
		...(native.startsWith('multi') && { choices: choices.map(({ name }) => name) }),
		required: field.nillable === false,
		readOnly: COMPUTED.has(native),
		more: { format: field.format, reference },
	};
}

/** The customer form of the organisation. https://open.dingtalk.com/document/development/obtain-the-metadata-of-individual-enterprise-customers */
export async function customerColumns(
	{ relationType }: { relationType: RelationType },
	api: LookUps,
): Promise<Column[]> {
	const { fields } = await api.call('GET /v1.0/crm/personalCustomers/objectMeta', { query: { relationType } });
	return objectsIn(fields).map(columnOf);
}

/** The contact form. https://open.dingtalk.com/document/development/gets-the-metadata-description-of-a-crm-contact-object */
export async function contactColumns(_: object, api: LookUps): Promise<Column[]> {
	const { fields } = await api.call('POST /topapi/crm/objectmeta/contact/describe', { body: {} }, { safe: true });
	return objectsIn(fields).map(columnOf);
}

/** The follow-up form. https://open.dingtalk.com/document/development/obtains-the-metadata-description-of-the-crm-follow-up-record-object */
export async function followUpColumns(_: object, api: LookUps): Promise<Column[]> {
	const { fields } = await api.call('POST /topapi/crm/objectmeta/followrecord/describe', { body: {} }, { safe: true });
	return objectsIn(fields).map(columnOf);
}

/** A form that the organisation made itself, by its code. https://open.dingtalk.com/document/development/get-metadata-description-of-crm-custom-object */
export async function customColumns({ formCode: name }: { formCode: string }, api: LookUps): Promise<Column[]> {
	const { fields } = await api.call('POST /topapi/crm/objectmeta/describe', { body: { name } }, { safe: true });
	return objectsIn(fields).map(columnOf);
}

/** For a change nothing must be filled in; what a new entry needs is kept as `more.needed`. */
export const optional =
	<N>(columns: (needs: N, api: LookUps) => Promise<Column[]>) =>
	async (needs: N, api: LookUps): Promise<Column[]> =>
		(await columns(needs, api)).map((column) => ({
			...column,
			required: false,
			more: { ...column.more, needed: column.required },
		}));

/** Without the field that names the customer: that one is chosen in a list. */
export const without =
	<N>(name: string, columns: (needs: N, api: LookUps) => Promise<Column[]>) =>
	async (needs: N, api: LookUps): Promise<Column[]> =>
		(await columns(needs, api)).filter(({ id }) => id !== name);
