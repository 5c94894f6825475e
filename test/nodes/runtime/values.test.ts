import { DateTime } from 'luxon';
import type { Field } from '../../../nodes/runtime/field';
import { InputError } from '../../../nodes/runtime/operation';
import { field, readForm as read, rl } from '../../support/form';

const options = {
	options: [
		{ name: 'A', value: 'a' },
		{ name: 'B', value: 'b' },
	],
};
const locator = { modes: [], default: { mode: 'list', value: '' } };

const good: Array<[string, Field, unknown, unknown]> = [
	['text', field('string'), 'abc', 'abc'],
	['text stays as typed', field('string'), ' a,b ', ' a,b '],
	['a number as text', field('string'), 5, '5'],
	['an object as text', field('string'), { a: 1 }, '{"a":1}'],
	['a Date as text', field('string'), new Date(0), '1970-01-01T00:00:00.000Z'],
	[
		'what {{ $now }} gives, as text',
		field('string'),
		DateTime.fromISO('2026-11-21T12:00:00', { zone: 'Asia/Shanghai' }),
		'2026-11-21T12:00:00.000+08:00',
	],
	['empty text', field('string'), '', undefined],
	['null', field('string'), null, undefined],
	['untouched, with a default', field('string', { default: 'd' }), undefined, 'd'],
	['text of the greatest length, in characters', field('string', { maxLength: 2 }), '😀字', '😀字'],
	['number', field('number'), 0, 0],
	['number as text', field('number'), ' 12.5 ', 12.5],
	['boolean', field('boolean'), false, false],
	['boolean as text', field('boolean'), 'true', true],
	['boolean as other text', field('boolean'), 'false', false],
	['option', field('options', options), 'b', 'b'],
	['several options', field('multiOptions', options), ['a', 'b'], ['a', 'b']],
	['several options as text, as an AI tool sends them', field('multiOptions', options), 'a, b', ['a', 'b']],
	['no options', field('multiOptions', options), [], []],
	['JSON text', field('json'), '{"a":[1]}', { a: [1] }],
	['JSON from an expression', field('json'), { a: [1] }, { a: [1] }],
	['a JSON list', field('json'), '[1]', [1]],
	['a list by commas', field('string', { list: true }), 'a, b，c；d\ne,,a', ['a', 'b', 'c', 'd', 'e']],
	['a list from an expression', field('string', { list: true }), ['a', ' b ', 3], ['a', 'b', '3']],
	['one number as a list', field('string', { list: true }), 5, ['5']],
	['an empty list', field('string', { list: true }), '', []],
	[
		'several texts, with commas in them',
		field('string', { typeOptions: { multipleValues: true } }),
		['a, b', 'c'],
		['a, b', 'c'],
	],
	['several numbers', field('number', { typeOptions: { multipleValues: true } }), [1, '2'], [1, 2]],
	['a locator, from the list', field('resourceLocator', locator), rl('list', 'v'), 'v'],
	['a locator with a number', field('resourceLocator', locator), rl('id', 7), '7'],
	['plain text instead of a locator', field('resourceLocator', locator), 'v', 'v'],
	['an untouched locator', field('resourceLocator', locator), rl('list', ''), undefined],
	['a locator that is a list', field('resourceLocator', { ...locator, list: true }), rl('id', 'a,b'), ['a', 'b']],
	[
		'a file',
		field('string', { binary: true, default: 'data' }),
		undefined,
		expect.objectContaining({ name: 'data', size: 1 }),
	],
	['the credential stands in', field('string', { fallback: 'agentId', required: true }), '', '77'],
	['what is filled in wins over the credential', field('string', { fallback: 'agentId' }), '8', '8'],
	['an untouched collection', field('collection', { options: [] }), {}, {}],
];

test.each(good)('%s', async (_, given, value, expected) => {
	expect((await read([given], { x: value })).values).toEqual({ x: expected });
});

const bad: Array<[string, Field, unknown, string]> = [
	['required text', field('string', { required: true }), '', 'The Field: is empty'],
	['required list', field('string', { list: true, required: true }), ' , ', 'The Field: is empty'],
	['required locator', field('resourceLocator', { ...locator, required: true }), rl('id', ''), 'The Field: is empty'],
	[
		'neither here nor in the credential',
		field('string', { fallback: 'corpId', required: true }),
		'',
		'The Field: is empty. Fill it in here, or fill in "Corp ID" of the DingTalk credential',
	],
	[
		'text that is too long',
		field('string', { maxLength: 3 }),
		'abcd',
		'The Field: has 4 characters; DingTalk accepts at most 3',
	],
	[
		'a list that is too long',
		field('string', { list: true, maxItems: 2 }),
		'a,b,c',
		'The Field: has 3 entries; DingTalk accepts at most 2',
	],
	['no number', field('number'), 'ten', 'The Field: is not a number: "ten"'],
	['no number but a blank', field('number', { required: true }), ' ', 'The Field: is'],
	['no JSON', field('json'), '{"a":', 'The Field: is not valid JSON'],
	['no date', field('dateTime'), 'next week', 'The Field: is not a date and time: "next week"'],
	['no date but an object', field('dateTime'), { a: 1 }, 'The Field: is not a date and time'],
	['an impossible date', field('dateTime'), '2026-02-30', 'The Field: is not a date and time'],
	['an impossible date without zeros', field('dateTime'), '2026/2/30', 'The Field: is not a date and time'],
	["a spreadsheet's number of a day", field('dateTime'), 46357.5, 'The Field: is not a date and time: "46357.5"'],
];

test.each(bad)('refused: %s', async (_, given, value, sentence) => {
	const refusal = await read([given], { x: value }).catch((error: unknown) => error);
	expect(refusal).toBeInstanceOf(InputError);
	expect((refusal as InputError).message).toContain(sentence);
	expect((refusal as InputError).chinese).toMatch(/\p{Script=Han}/u);
});

const NOON = Date.parse('2026-11-21T12:00:00+08:00');
const moments: Array<[string, unknown, string]> = [
	["the picker's text, in the workflow's zone", '2026-11-21T12:00:00', 'Asia/Shanghai'],
	['the same in another zone', '2026-11-20T23:00:00', 'America/New_York'],
	['text with a zone of its own', '2026-11-21T04:00:00Z', 'America/New_York'],
	['text with an offset', '2026-11-21T12:00:00.000+08:00', 'UTC'],
	['as databases write it', '2026-11-21 12:00:00', 'Asia/Shanghai'],
	['milliseconds', NOON, 'UTC'],
	['milliseconds as text', String(NOON), 'UTC'],
	['seconds', NOON / 1000, 'UTC'],
	['a Date', new Date(NOON), 'UTC'],
	['as Chinese tables show it', '2026/11/21 12:00', 'Asia/Shanghai'],
	['in Chinese', '2026年11月21日 12:00:00', 'Asia/Shanghai'],
	['without marks', '20261121120000', 'Asia/Shanghai'],
];
test.each(moments)('a moment: %s', async (_, given, timezone) => {
	expect((await read([field('dateTime')], { x: given }, { timezone })).values).toEqual({ x: NOON });
});

test.each<[unknown, string]>([
	['2026/1/2', '2026-01-01T16:00:00Z'],
	['2026年1月2日', '2026-01-01T16:00:00Z'],
	['2026-1-2 9:05', '2026-01-02T01:05:00Z'],
	['20260102', '2026-01-01T16:00:00Z'],
	[20260102, '2026-01-01T16:00:00Z'],
	[-157_766_400_000, '1965-01-01T00:00:00Z'],
	['-157766400000', '1965-01-01T00:00:00Z'],
])('the moment %j in China is %s', async (given, expected) => {
	expect((await read([field('dateTime')], { x: given })).values).toEqual({ x: Date.parse(expected) });
});

test('a date without time is midnight in the workflow’s zone', async () => {
	expect((await read([field('dateTime')], { x: '2026-11-21' })).values).toEqual({
		x: Date.parse('2026-11-20T16:00:00Z'),
	});
});

test('a collection: filled members, read by their own type; untouched ones left out', async () => {
	const members = [
		field('dateTime', { name: 'due' }),
		field('number', { name: 'level' }),
		field('boolean', { name: 'done' }),
		field('string', { name: 'note', maxLength: 2 }),
		field('string', { name: 'ids', list: true }),
	];
	const collection = field('collection', { default: {}, options: members });
	const { values } = await read([collection], {
		x: { due: '2026-11-21T12:00:00', level: '3', done: false, note: '', ids: 'a,b' },
	});
	expect(values).toEqual({ x: { due: NOON, level: 3, done: false, ids: ['a', 'b'] } });
	await expect(read([collection], { x: { note: 'abc' } })).rejects.toThrow('The Field: has 3 characters');
});

describe('a fixed collection', () => {
	const kind = field('options', { name: 'kind', default: 'a', ...options });
	const text = field('string', {
		name: 'text',
		required: true,
		displayName: 'Text',
		displayOptions: { show: { kind: ['a'] } },
	});
	const url = field('string', {
		name: 'url',
		required: true,
		displayName: 'URL',
		displayOptions: { show: { kind: ['b'] } },
	});
	const group = { name: 'rows', displayName: 'Rows', values: [kind, text, url] };
	const many = field('fixedCollection', {
		default: {},
		typeOptions: { multipleValues: true },
		maxItems: 2,
		options: [group],
	});
	const one = field('fixedCollection', { default: {}, options: [group] });

	test('entries in order, hidden members undefined', async () => {
		const { values } = await read([many], {
			x: {
				rows: [
					{ kind: 'b', url: 'u', text: 'left over' },
					{ kind: 'a', text: 't' },
				],
			},
		});
		expect(values).toEqual({
			x: {
				rows: [
					{ kind: 'b', url: 'u', text: undefined },
					{ kind: 'a', text: 't', url: undefined },
				],
			},
		});
	});

	test('an entry from an expression, without the members that have defaults', async () => {
		expect((await read([many], { x: { rows: { text: 't' } } })).values).toEqual({
			x: { rows: [{ kind: 'a', text: 't', url: undefined }] },
		});
		expect((await read([one], { x: { rows: { text: 't' } } })).values).toEqual({
			x: { rows: { kind: 'a', text: 't', url: undefined } },
		});
	});

	test('what is missing or too many is refused', async () => {
		await expect(read([many], { x: { rows: [{ kind: 'b' }] } })).rejects.toThrow('URL: is empty');
		await expect(read([many], { x: { rows: [{ text: '1' }, { text: '2' }, { text: '3' }] } })).rejects.toThrow(
			'has 3 entries',
		);
	});

	test('untouched', async () => {
		expect((await read([many], {})).values).toEqual({ x: {} });
	});
});

test('a hidden field is undefined, and not required', async () => {
	const fields = [
		field('options', { name: 'kind', default: 'a', ...options }),
		field('string', { required: true, displayOptions: { show: { kind: ['b'] } } }),
	];
	expect((await read(fields, { x: 'left over' })).values).toEqual({ kind: 'a' });
	expect((await read(fields, { kind: 'b', x: 'now' })).values).toEqual({ kind: 'b', x: 'now' });
	await expect(read(fields, { kind: 'b' })).rejects.toThrow('The Field: is empty');
});

test('what is shown by a hidden field is hidden too', async () => {
	const fields = [
		field('options', { name: 'kind', default: 'a', ...options }),
		field('boolean', { name: 'more', default: true, displayOptions: { show: { kind: ['b'] } } }),
		field('string', { required: true, displayOptions: { show: { more: [true] } } }),
	];
	expect((await read(fields, { x: 'left over' })).values).toEqual({ kind: 'a' });
});
