import { defineField, type Field } from '../../../nodes/runtime/field';
import { InputError, type Json } from '../../../nodes/runtime/operation';
import { People } from '../../../nodes/runtime/people';
import { field, readForm as read, rl } from '../../support/form';

const locator = { modes: [], default: { mode: 'list', value: '' } };

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
		['by mobile, as people write one', one, rl('mobile', '+86 138-0000-0003'), 'user-of-13800000003', 1],
		['by a mobile of another country', one, rl('mobile', '+852-51234567'), 'user-of-+852-51234567', 1],
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
