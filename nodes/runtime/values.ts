import { IANAZone } from 'luxon';
import { displayParameter, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { isObject, type Json } from '../protocol/json';
import type { Field, Reading } from './field';
import type { Values } from './fieldValues';
import { readField } from './kinds';
import { InputError } from './inputError';
import { everyOf, locatorValue, moreOf } from './locatorValue';
import { asNamed } from './people';

export type { Reading } from './field';

/** A field of the form with its value as n8n gives it. */
interface Filled {
	field: Field;
	raw: unknown;
}

/** The raw value of a field, from the main form or from Options, with the entries of the field "More …" beside it. */
function rawOf(field: Field, { parameter }: Reading): unknown {
	const options = field.under === 'options' ? parameter('options', {}) : undefined;
	const given = (name: string, fallback: unknown): unknown => {
		if (field.under !== 'options') return parameter(name, fallback);
		return isObject(options) ? options[name] : undefined;
	};
	const own = given(field.name, field.default);
	return field.many ? everyOf(own, given(moreOf(field.name), {})) : own;
}

/** The fields that the form shows. */
function formOf(fields: readonly Field[], reading: Reading): Filled[] {
	const raw: Json = {};
	const shown: Filled[] = [];
	for (const field of fields) {
		if (!displayParameter(raw as INodeParameters, field as INodeProperties, reading.node, null)) continue;
		raw[field.name] = rawOf(field, reading);
		shown.push({ field, raw: raw[field.name] });
	}
	return shown;
}

/** The reading in the zone that a field of the form names; else in the workflow's. @throws InputError for a zone that there is not. */
function inZone(fields: readonly Field[], reading: Reading): Reading {
	const field = fields.find(({ zone }) => zone);
	const timezone = field ? String(locatorValue(rawOf(field, reading)) ?? '').trim() : '';
	if (!field || timezone === '') return reading;
	if (IANAZone.isValidZone(timezone)) return { ...reading, timezone };
	throw new InputError(field.displayName, `is not a time zone: "${timezone}"`, `不是有效的时区：“${timezone}”`);
}

async function readForm(form: Filled[], reading: Reading): Promise<Json> {
	const values: Json = {};
	for (const { field, raw } of form) values[field.name] = await readField(field, raw, reading);
	return values;
}

/**
 * One item's values under the fields' names: people looked up, moments in epoch ms, JSON parsed, empty optional fields
 * `undefined`, hidden fields `undefined`. The one reader that meets n8n: here untyped parameters become `Values`.
 * Throws `InputError` naming the field before any request is made for a bad input: where something must be looked up, all is
 * read and `check`ed first as it was written.
 */
export async function readValues(
	fields: readonly Field[],
	given: Reading,
	check: (values: Json) => unknown = () => undefined,
): Promise<Json> {
	const reading = inZone(fields, given);
	const form = formOf(fields, reading);
	const named = asNamed();
	const values = await readForm(form, { ...reading, people: named, trial: true });
	check(values);
	const mustAsk = named.lookUps || form.some(({ field }) => field.type === 'resourceMapper');
	return mustAsk ? await readForm(form, reading) : values;
}

/** The same for a form that belongs to no operation, typed by its fields. Reads what is looked up once. */
export const readTyped = async <const F extends readonly Field[]>(fields: F, reading: Reading): Promise<Values<F>> =>
	(await readValues(fields, reading)) as Values<F>;
