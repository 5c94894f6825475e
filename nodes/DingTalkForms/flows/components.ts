import type { FieldType, INodePropertyOptions } from 'n8n-workflow';
import { isObject, type Json } from '../../protocol/json';
import type { Column, LookUps } from '../../runtime/field';
import { objectsIn } from '../../runtime/pick';
import { i18nText, parsed } from './i18n';

/** Which form of which app, and in whose name. */
export interface Place {
	app: string;
	systemToken: string;
	form: string;
	operator: string;
}

/** How n8n shows the components; people, departments and files are text, since n8n lets lists and objects through in text only. */
const SHOWN: Readonly<Record<string, FieldType>> = {
	NumberField: 'number',
	RateField: 'number',
	RadioField: 'options',
	SelectField: 'options',
	CheckboxField: 'array',
	MultiSelectField: 'array',
	DateField: 'dateTime',
	TableField: 'array',
	AddressField: 'object',
};

/** What Yida fills in by itself. */
const COMPUTED = new Set(['SerialNumberField']);

/** Components by whose value a submission can be told. */
const MATCHING = new Set([
	'TextField',
	'TextareaField',
	'NumberField',
	'RadioField',
	'SelectField',
	'DateField',
	'EmployeeField',
]);

function choicesOf(props: unknown): INodePropertyOptions[] {
	const { dataSource } = isObject(props) ? props : {};
	return objectsIn(dataSource).map(({ value, text }) => {
		const name = i18nText(text);
		return { name: name || String(value), value: String(value ?? name) };
	});
}

function columnOf({ fieldId, label, componentName, props, children }: Json): Column {
	const native = String(componentName);
	const choices = choicesOf(parsed(props));
	const options = SHOWN[native] === 'options' ? choices : [];
	const inside = objectsIn(parsed(children));
	return {
		id: String(fieldId),
		name: i18nText(label) || String(fieldId),
		type: SHOWN[native] === 'options' && options.length === 0 ? 'string' : (SHOWN[native] ?? 'string'),
		native,
		...(options.length > 0 && { options }),
		...(SHOWN[native] === 'array' && { choices: choices.flatMap(({ name, value }) => [name, String(value)]) }),
		readOnly: COMPUTED.has(native),
		match: MATCHING.has(native),
		...(inside.length > 0 && { more: { children: inside } }),
	};
}

/** The columns of a sub-table. */
export const childrenOf = ({ more }: Column): Column[] => told(objectsIn(more?.children).map(columnOf));

/** A label that occurs twice tells nothing: then the ID stands beside it. */
function told(columns: Column[]): Column[] {
	const twice = (name: string) => columns.filter((other) => other.name === name).length > 1;
	return columns.map((column) => (twice(column.name) ? { ...column, name: `${column.name} (${column.id})` } : column));
}

/** The components of a form as columns. https://open.dingtalk.com/document/development/get-form-field-information-based-on-form-uuid */
export async function componentsOf({ app, systemToken, form, operator }: Place, api: LookUps): Promise<Column[]> {
	const answer = await api.call('GET /v1.0/yida/forms/formFields', {
		query: { appType: app, systemToken, formUuid: form, userId: operator },
	});
	return told(objectsIn(answer.result).map(columnOf));
}

/** The same, read once in a run. */
export const knownComponents = async (place: Place, api: LookUps): Promise<Column[]> =>
	await api.once(`components of ${place.app} ${place.form}`, async () => await componentsOf(place, api));
