/** A value on its way to the wire: fitted, checked, settled. */
import type { Schema } from '../../../nodes/catalog/types';
import { check } from '../../../nodes/DingTalkApiCall/check';
import { fit } from '../../../nodes/DingTalkApiCall/fit';
import { settle } from '../../../nodes/DingTalkApiCall/settle';
import { flatQuery } from '../../../nodes/DingTalkApiCall/wire';

const ZONE = 'Asia/Shanghai';
const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties });

test.each<[string, unknown, Schema, unknown]>([
	['digits for a number', '5', number, 5],
	['a number for text', 5, text, '5'],
	['digits that no number can hold', '1234567890123456789', number, 1234567890123456789n],
	['no number', 'five', number, 'five'],
	['an empty text is no 0', '', number, ''],
	['true in words', ' true ', { type: 'boolean' }, true],
	['JSON for an object', '{"a":"1"}', object({ a: number }), { a: 1 }],
	['JSON for a list', '["1","2"]', list(number), [1, 2]],
	['a list in words', '1, 2，3\n4', list(number), [1, 2, 3, 4]],
	['values of a map', { a: '1' }, { type: 'map', items: number }, { a: 1 }],
	['an object for text, as in the form of an approval', [{ a: 1 }], text, '[{"a":1}]'],
	['people for text', ['a', 'b'], { ...text, person: 'userId' }, 'a,b'],
	['a date for text', new Date(0), text, '1970-01-01T00:00:00.000Z'],
	[
		'JSON text stays as it was written',
		'{ "id": 1234567890123456789 }',
		{ ...object({ id: number }), json: true },
		'{ "id": 1234567890123456789 }',
	],
	['unknown members stay', { b: '1' }, object({ a: number }), { b: '1' }],
	['nested all the way down', { a: [{ b: '1' }] }, object({ a: list(object({ b: number })) }), { a: [{ b: 1 }] }],
])('fits %s', (_, value, schema, fitted) => expect(fit(value, schema, ZONE)).toEqual(fitted));

test('values of an approval within a request, at every depth', () => {
	const component = {
		name: '明细',
		value: [{ 数量: 2n }],
		details: [{ name: '行', details: [{ name: '数量', value: 2 }] }],
	};
	const wired = {
		name: '明细',
		value: '[[{"name":"数量","value":"2"}]]',
		details: [{ name: '行', details: [{ name: '数量', value: '2' }] }],
	};
	const any: Schema = { type: 'any' };
	for (const name of ['form_component_values', 'formComponentValues', 'formComponentValueList'])
		expect(fit({ [name]: [component] }, object({ [name]: list(any) }), ZONE)).toEqual({ [name]: [wired] });
	expect(fit({ rows: [component] }, object({ rows: list(any) }), ZONE)).toEqual({ rows: [component] });
});

test.each<[NonNullable<Schema['time']>, unknown, unknown]>([
	['ms', '2026-11-21T16:30:00', 1795249800000],
	['ms', '2026-11-21 16:30:00', 1795249800000],
	['ms', 1795249800000, 1795249800000],
	['ms', '1795249800000', 1795249800000],
	['s', '2026-11-21T08:30:00Z', 1795249800],
	['s', '1795249800', 1795249800],
	['iso', '2026-11-21T16:30:00', '2026-11-21T08:30:00Z'],
	['iso', '2026-11-21T16:30:00+08:00', '2026-11-21T16:30:00+08:00'],
	['iso', '2022-07-29T14:55Z', '2022-07-29T14:55Z'],
	['chinaTime', '2026-11-21T08:30:00Z', '2026-11-21 16:30:00'],
	['chinaTime', '2026-11-21 16:30:00', '2026-11-21 16:30:00'],
	['chinaDate', '2026-11-20T20:00:00Z', '2026-11-21'],
	['chinaDate', '2026-11-21', '2026-11-21'],
	['chinaDay', '2026-11-21T00:00:00', '20261121'],
	['chinaDay', '20261121', '20261121'],
])('a moment as %s: %s', (time, value, written) => {
	expect(fit(value, { type: time === 'ms' || time === 's' ? 'number' : 'string', time }, ZONE)).toEqual(written);
	if (time === 'ms') expect(fit(value, { type: 'string', time }, ZONE)).toEqual(String(written));
});

test.each<[string, unknown, Schema, string | undefined]>([
	['a long number', 1234567890123456789n, number, undefined],
	['a number that was rounded', 1.2345678901234568e18, number, 'body: has more digits than a number holds'],
	[
		'a missing member',
		{ b: 1 },
		object({ a: { ...text, required: true }, b: number }),
		'body.a: is empty, but DingTalk needs it',
	],
	['a member deep inside', [{ a: 'x' }], list(object({ a: number })), 'body[0].a: must be a number, but is string'],
	['a value of a map', { k: 'x' }, { type: 'map', items: number }, 'body.k: must be a number'],
	[
		'an entry outside the enumeration',
		['c'],
		list({ ...text, enum: ['a', 'b'] }),
		'body[0]: must be one of a, b, but is "c"',
	],
	['an object nobody described', { anything: 1 }, { type: 'object' }, undefined],
	['JSON text with a wrong member', '{"a":"x"}', { ...object({ a: number }), json: true }, 'body.a: must be a number'],
	['JSON text that is none', '{', { ...object({ a: number }), json: true }, 'body: is not valid JSON'],
	['JSON text nobody described', 'no JSON', { type: 'any', json: true }, undefined],
	['no moment', 'soon', { ...number, time: 'ms' }, 'body: must be a date and time, but is "soon"'],
])('checks %s', (_, value, schema, message) => {
	if (message) expect(() => check(value, schema, 'body')).toThrow(message);
	else expect(() => check(value, schema, 'body')).not.toThrow();
});

describe('persons', () => {
	const people = {
		idOf: async ({ mode, value }: { mode: string; value: string }, wanted: string) =>
			await Promise.resolve(`${wanted}<${mode}:${value}>`),
	};
	const person: Schema = { ...text, person: 'unionId' };

	test.each<[string, unknown, Schema, unknown]>([
		['an id', 'u1', person, 'u1'],
		['a mobile number', 'mobile:138', person, 'unionId<mobile:138>'],
		[
			'several in one text, as it separates them',
			'u1,mobile:+86-138|userId:a',
			person,
			'u1,unionId<mobile:+86-138>|unionId<userId:a>',
		],
		['a list', ['userId:a', 'u2'], list(person), ['unionId<userId:a>', 'u2']],
		[
			'inside objects',
			{ attendees: [{ id: 'mobile:138', name: 'mobile:138' }] },
			object({ attendees: list(object({ id: person, name: text })) }),
			{ attendees: [{ id: 'unionId<mobile:138>', name: 'mobile:138' }] },
		],
		[
			'inside an object that travels as text',
			{ ids: ['userId:a'] },
			{ ...object({ ids: list(person) }), json: true },
			'{"ids":["unionId<userId:a>"]}',
		],
		['elsewhere nothing is touched', 'mobile:138', text, 'mobile:138'],
	])('%s', async (_, value, schema, settled) => expect(await settle(value, schema, people)).toEqual(settled));
});

test('lists and objects in a query are written as the official SDK does', () => {
	expect(flatQuery({ a: 1, b: ['x', 'y'], c: { d: [{ e: true }] } })).toEqual({
		a: 1,
		'b.1': 'x',
		'b.2': 'y',
		'c.d.1.e': true,
	});
});
