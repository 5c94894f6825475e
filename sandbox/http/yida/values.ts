import type { Component } from '../../data/yida';
import { ApiError } from '../../errors';
import { isMembers } from '../../members';
import { parsed } from '../../typed';

export const inputInvalid = (detail: string) =>
	new ApiError('invalidParameter.methodInputs.invalid', `入参校验失败:${detail}`);

const isList = (value: unknown): boolean => Array.isArray(value);

/** What each component takes. https://open.dingtalk.com/document/development/api-getformdatabyid-v2 */
const TAKES: Record<string, (value: unknown, component: Component) => boolean> = {
	TextField: (value) => typeof value === 'string',
	TextareaField: (value) => typeof value === 'string',
	NumberField: (value) => typeof value === 'number' || value === '',
	SelectField: (value, { choices = [] }) => value === '' || choices.includes(String(value)),
	CheckboxField: (value, { choices = [] }) =>
		Array.isArray(value) && value.every((one) => choices.includes(String(one))),
	DateField: (value) => value === '' || (typeof value === 'number' && value > 1e11),
	EmployeeField: isList,
	AttachmentField: (value) =>
		Array.isArray(value) && value.every((one) => isMembers(one) && typeof one.url === 'string'),
	TableField: (value, { children = [] }) => {
		if (!Array.isArray(value) || !value.every(isMembers)) return false;
		for (const row of value) checked(children, row);
		return true;
	},
};

const checked = (components: Component[], values: Record<string, unknown>): void => {
	for (const [key, value] of Object.entries(values)) {
		const component = components.find(({ fieldId, alias }) => fieldId === key || alias === key);
		if (!component) throw inputInvalid(`component ${key}`);
		if (component.componentName === 'SerialNumberField' || !TAKES[component.componentName]?.(value, component))
			throw inputInvalid(`${key} (${component.componentName}): ${JSON.stringify(value)}`);
	}
};

/** The values of a form as a JSON text, checked against its components. @throws DingTalk's error */
export const readValues = (components: Component[], text: string): Record<string, unknown> => {
	const values = parsed(text);
	if (!isMembers(values)) throw inputInvalid('formDataJson is no JSON object');
	checked(components, values);
	return values;
};

/** Operators of conditions by the `type` of their component. */
const KINDS: Record<string, string> = {
	TextField: 'TEXT',
	TextareaField: 'TEXT',
	SerialNumberField: 'TEXT',
	NumberField: 'DOUBLE',
	DateField: 'DOUBLE',
	SelectField: 'ARRAY',
	CheckboxField: 'ARRAY',
	EmployeeField: 'STRING',
	TableField: 'TEXT',
};

interface Condition {
	key: string;
	value: unknown;
	type: string;
	operator: string;
	componentName: string;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const MEETS: Record<string, (own: unknown, wanted: unknown) => boolean> = {
	eq: (own, wanted) => listOf(own).some((one) => String(one) === String(wanted)),
	like: (own, wanted) => String(own ?? '').includes(String(wanted)),
	contains: (own, wanted) =>
		listOf(typeof wanted === 'string' ? (parsed(wanted) ?? wanted) : wanted).some((one) =>
			listOf(own).some((mine) =>
				isMembers(mine) ? JSON.stringify(mine).includes(String(one)) : String(mine) === String(one),
			),
		),
	gt: (own, wanted) => Number(own) > Number(wanted),
	ge: (own, wanted) => Number(own) >= Number(wanted),
	lt: (own, wanted) => Number(own) < Number(wanted),
	le: (own, wanted) => Number(own) <= Number(wanted),
	between: (own, wanted) => {
		const [from, to] = listOf(wanted).map(Number);
		return Number(own) >= (from ?? NaN) && Number(own) <= (to ?? NaN);
	},
};

/** Conditions as a JSON text → whether values meet them all. @throws DingTalk's error */
export const readConditions = (
	components: Component[],
	text: string | undefined,
): ((values: Record<string, unknown>) => boolean) => {
	if (text === undefined || text === '') return () => true;
	const given = parsed(text);
	// The older form: values by component, each of which must occur in the submission's.
	if (isMembers(given))
		return (values) => Object.entries(given).every(([key, value]) => MEETS.like?.(values[key], value) === true);
	const conditions = given as Condition[];
	if (!Array.isArray(conditions)) throw inputInvalid('searchCondition is no JSON list');
	for (const { key, type, operator, componentName, value } of conditions) {
		const component = components.find(({ fieldId, alias }) => fieldId === key || alias === key);
		if (component?.componentName !== componentName) throw inputInvalid(`searchCondition ${key} ${componentName}`);
		if (KINDS[componentName] !== type) throw inputInvalid(`searchCondition type ${type} of ${componentName}`);
		const numbers = type !== 'DOUBLE' || listOf(value).every((one) => typeof one === 'number');
		if (!MEETS[operator] || !numbers || (type === 'DOUBLE' && operator === 'eq'))
			throw inputInvalid(`searchCondition ${operator} of ${componentName}`);
	}
	return (values) =>
		conditions.every(({ key, operator, value, componentName }) =>
			MEETS[operator]?.(componentName === 'EmployeeField' ? values[`${key}_id`] : values[key], value),
		);
};
