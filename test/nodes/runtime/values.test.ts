import type { Json } from '../../../nodes/runtime/operation';
import { defineField, type Field } from '../../../nodes/runtime/field';
import { InputError } from '../../../nodes/runtime/operation';
import { People } from '../../../nodes/runtime/people';
import { readValues, type Reading } from '../../../nodes/runtime/values';

/** Reads fields as if a person had filled the form with `given`; `asked` holds every look-up. */
async function read(fields: readonly Field[], given: Json, around: Partial<Reading> = {}) {
	const asked: unknown[] = [];
	const send = async ({ api, body }: { api: string; body?: unknown }) => {
		asked.push([api, body]);
		const id = Object.values(body as Json).join('');
		return await Promise.resolve({ result: { userid: `user-of-${id}`, unionid: `union-of-${id}` } });
	};
	const reading: Reading = {
		parameter: (name, fallback) => given[name] ?? fallback,
		node: { typeVersion: 1 },
		timezone: 'Asia/Shanghai',
		credential: { agentId: '77', defaultOperator: 'boss' },
		people: new People({ send }),
		binary: async (property) =>
			await Promise.resolve({
				name: property,
				mimeType: 'text/plain',
				size: 1,
				source: property,
				open: async () => await Promise.resolve(Buffer.alloc(1)),
			}),
		...around,
	};
	return { values: (await readValues(fields, reading)) as Json, asked };
}

const field = (type: Field['type'], extra: Partial<Field> = {}): Field => ({
	displayName: 'The Field',
	name: 'x',
	type,
	default: '',
	...extra,
});
const options = {
	options: [
		{ name: 'A', value: 'a' },
		{ name: 'B', value: 'b' },
	],
};
const locator = { modes: [], default: { mode: 'list', value: '' } };
const rl = (mode: string, value: unknown) => ({ __rl: true, mode, value });

const good: Array<[string, Field, unknown, unknown]> = [
	['text', field('string'), 'abc', 'abc'],
	['text stays as typed', field('string'), ' a,b ', ' a,b '],
	['a number as text', field('string'), 5, '5'],
	['an object as text', field('string'), { a: 1 }, '{"a":1}'],
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
];
test.each(moments)('a moment: %s', async (_, given, timezone) => {
	expect((await read([field('dateTime')], { x: given }, { timezone })).values).toEqual({ x: NOON });
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

describe('people', () => {
	const one = defineField({
		displayName: 'Person',
		name: 'x',
		type: 'resourceLocator',
		person: 'userId',
		required: true,
		fallback: 'defaultOperator',
		...locator,
	});
	const oneUnion: Field = { ...one, person: 'unionId' };
	const many: Field = { ...one, fallback: undefined, many: true, maxItems: 4 };
	const optional: Field = { ...many, required: false };

	test.each<[string, Field, unknown, unknown, number]>([
		['by user id: no call', one, rl('userId', 'u'), 'u', 0],
		['from the list: no call', one, rl('list', 'u'), 'u', 0],
		['plain text is a user id', one, 'u', 'u', 0],
		['by mobile', one, rl('mobile', '138'), 'user-of-138', 1],
		['by union id', one, rl('unionId', 'z'), 'user-of-z', 1],
		['union id wanted and given: no call', oneUnion, rl('unionId', 'z'), 'z', 0],
		['union id by user id', oneUnion, rl('userId', 'u'), 'union-of-u', 1],
		['union id by mobile: two calls', oneUnion, rl('mobile', '138'), 'union-of-user-of-138', 2],
		['the default operator of the credential', one, rl('list', ''), 'boss', 0],
		['the default operator as union id', oneUnion, '', 'union-of-boss', 1],
		['several by commas', many, rl('userId', 'a, b，c'), ['a', 'b', 'c'], 0],
		['several by mobile', many, rl('mobile', '1,2'), ['user-of-1', 'user-of-2'], 2],
		['an array from an expression', many, ['a', 'b'], ['a', 'b'], 0],
		['an array in a locator', many, rl('userId', ['a', 'b']), ['a', 'b'], 0],
		['several locators', many, [rl('userId', 'a'), rl('mobile', '1')], ['a', 'user-of-1'], 1],
		['numbers', many, [1, 2], ['1', '2'], 0],
		['the same person twice', many, [rl('userId', 'user-of-1'), rl('mobile', '1')], ['user-of-1'], 1],
		['nobody', optional, rl('list', ''), [], 0],
		['nobody, as an empty array', optional, [], [], 0],
	])('%s', async (_, given, value, expected, calls) => {
		const { values, asked } = await read([given], { x: value });
		expect(values).toEqual({ x: expected });
		expect(asked).toHaveLength(calls);
	});

	test('further people beside the field', async () => {
		const { values, asked } = await read([many], {
			x: rl('userId', 'a'),
			xMore: { people: [{ person: rl('mobile', '1') }, { person: rl('userId', 'a') }, { person: rl('list', '') }] },
		});
		expect(values).toEqual({ x: ['a', 'user-of-1'] });
		expect(asked).toEqual([['/topapi/v2/user/getbymobile', { mobile: '1' }]]);
	});

	test('only further people', async () => {
		expect(
			(await read([many], { x: rl('list', ''), xMore: { people: [{ person: rl('userId', 'a') }] } })).values,
		).toEqual({ x: ['a'] });
	});

	test.each([
		['nobody', rl('list', ''), 'Person: is empty'],
		['blanks and commas', ' , ', 'Person: is empty'],
		['too many', 'a,b,c,d,e', 'Person: has 5 entries; DingTalk accepts at most 4'],
	])('refused: %s', async (_, value, sentence) => {
		await expect(read([many], { x: value })).rejects.toThrow(sentence);
	});

	test('nobody is looked up while another field is wrong, wherever it stands', async () => {
		const wrong = field('number', { name: 'wrong' });
		const people = (name: string): Field => ({ ...many, name });
		const forms: Array<[Field[], Json]> = [
			[[people('p'), wrong], { p: rl('mobile', '1'), wrong: 'ten' }],
			[
				[field('collection', { name: 'c', default: {}, options: [people('p'), wrong] })],
				{ c: { p: rl('mobile', '1'), wrong: 'ten' } },
			],
			[
				[field('collection', { name: 'c', default: {}, options: [people('p')] }), wrong],
				{ c: { p: rl('mobile', '1') }, wrong: 'ten' },
			],
			[[people('p'), { ...people('q'), maxItems: 1 }], { p: rl('mobile', '1'), q: rl('mobile', '1,2') }],
		];
		for (const [fields, given] of forms) {
			const asked: unknown[] = [];
			const send = async (request: unknown) =>
				await Promise.resolve({ result: { userid: String(asked.push(request)) } });
			await expect(read(fields, given, { people: new People({ send }) })).rejects.toThrow(InputError);
			expect(asked).toEqual([]);
		}
	});

	test('a person whom DingTalk names no id for is refused', async () => {
		const send = async () => await Promise.resolve({ result: {} });
		await expect(read([one], { x: rl('mobile', '138') }, { people: new People({ send }) })).rejects.toThrow('138');
	});
});
