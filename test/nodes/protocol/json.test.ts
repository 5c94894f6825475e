import fc from 'fast-check';
import { DEEPEST, isObject, readExact, readJson, writeJson } from '../../../nodes/protocol/json';

/** An order in a department and a task number, as DingTalk gave them out. */
const ORDER = '176322897889314512';
const TASK = '1410277790296653824';

describe('integers beyond 2^53', () => {
	test.each([
		['an order in a department', `{"dept_order_list":[{"dept_id":1,"order":${ORDER}}]}`],
		['a task number', `{"errcode":0,"task_id":${TASK}}`],
		['alone', ORDER],
		['negative', `-${ORDER}`],
		['2^53', '9007199254740992'],
		['very long', '1'.repeat(400)],
		['among blanks', `{ "a" : \t${ORDER}\n , "b" : [ ${TASK} ] }`],
	])('%s: text for the workflow, the same digits on their way back', (_, text) => {
		const digits = /-?\d{16,}/.exec(text)?.[0] ?? '';
		expect(JSON.stringify(readJson(text))).toContain(`"${digits}"`);
		expect(writeJson(readExact(text))).toBe(text.replace(/\s/g, ''));
	});

	test.each([
		'9007199254740991',
		'-9007199254740991',
		'0',
		'-0',
		'1.7632289788931451e17',
		'1e30',
		'0.12345678901234567890',
	])('%s is a number as ever', (text) => {
		expect(readJson(`[${text}]`)).toEqual(JSON.parse(`[${text}]`));
		expect(readExact(`[${text}]`)).toEqual(JSON.parse(`[${text}]`));
	});

	test('digits in a text, and in a name, stay what they are', () => {
		const text = `{"${ORDER}":"${ORDER}","b":"\\"${ORDER}: ,\\\\","c":"[{"}`;
		expect(readJson(text)).toEqual(JSON.parse(text));
		expect(writeJson(readExact(text))).toBe(text);
	});
});

describe('what is no JSON is refused in the same words', () => {
	test.each([
		'',
		'{',
		`{${ORDER}:1}`,
		`{${ORDER} \n :1}`,
		`[0${ORDER}]`,
		`[+${ORDER}]`,
		`[--${ORDER}]`,
		`[${ORDER}.]`,
		`[1.e${ORDER}]`,
		`[${ORDER} ${ORDER}]`,
		`["a" ${ORDER}]`,
		`[${ORDER},]`,
		`[${ORDER}n]`,
		`["${ORDER}`,
		`["a\\`,
		`{"a":${ORDER},"b":x}`,
	])('%j', (text) => {
		let expected: unknown;
		try {
			JSON.parse(text);
		} catch (error) {
			expected = error;
		}
		expect(() => readJson(text)).toThrow(expected as Error);
		expect(() => readExact(text)).toThrow(expected as Error);
	});
});

test.each([
	['[', ']'],
	['{"a":', '}'],
])('%s nests at most so deeply', (open, close) => {
	const nested = (depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
	expect(() => readJson(nested(DEEPEST))).not.toThrow();
	expect(() => readJson(nested(DEEPEST + 1))).toThrow(new SyntaxError('JSON nested deeper than 512 levels'));
	expect(() => readExact(nested(1_000_000))).toThrow('nested deeper');
	expect(readJson(`["${open.repeat(5000)}"]`.replaceAll('"a"', 'a'))).toHaveLength(1);
});

test('a value that nests without end is refused by a sentence when it is written', () => {
	let deep: unknown = 1;
	for (let level = 0; level < 100_000; level++) deep = [deep];
	expect(() => writeJson(deep)).toThrow('nested too deeply');
	const self: Record<string, unknown> = {};
	self.self = self;
	expect(() => writeJson(self)).toThrow(TypeError);
});

test('__proto__ is a member like any other', () => {
	for (const read of [readJson, readExact]) {
		const value = read(`{"__proto__":{"polluted":${ORDER}},"constructor":{"prototype":{"polluted":1}}}`);
		expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
		expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
	}
});

test('writeJson is JSON.stringify for everything else', () => {
	const value = { a: undefined, b: [undefined, () => 1], c: new Date(0), d: NaN, e: { toJSON: () => 'own' }, f: '1' };
	expect(writeJson(value)).toBe(JSON.stringify(value));
	expect(writeJson(undefined)).toBe('null');
	expect(writeJson({ id: BigInt(ORDER), list: [-5n] })).toBe(`{"id":${ORDER},"list":[-5]}`);
});

test.each<[unknown, boolean]>([
	[{}, true],
	[Object.create(null), true],
	[[], false],
	[null, false],
	['{}', false],
	[1n, false],
	[undefined, false],
])('isObject(%p)', (value, expected) => {
	expect(isObject(value)).toBe(expected);
});

/** A document by its own text, written here and not by what is tested; `read` is what it should give. */
interface Document {
	text: string;
	/** Long integers as text … */
	read: unknown;
	/** … and as bigint. */
	exact: unknown;
}

const LONG = 2n ** 53n;
const plain = (value: unknown): Document => ({ text: JSON.stringify(value), read: value, exact: value });
const scalars = fc.oneof(
	fc.constantFrom(null, true, false, '', 0, ORDER, `"${ORDER}`, '\\', `${TASK}:`).map(plain),
	fc.string({ unit: 'grapheme' }).map(plain),
	fc.integer().map(plain),
	fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => plain(Object.is(number, -0) ? 0 : number)),
	fc
		.oneof(fc.bigInt({ min: LONG, max: 2n ** 80n }), fc.bigInt({ min: -(2n ** 64n), max: -LONG }))
		.map((digits): Document => ({ text: `${digits}`, read: `${digits}`, exact: digits })),
);
/** Numbers that JSON.stringify prints as long integers (1e20) would be read as such; as JSON numbers they are the same. */
const safe = scalars.filter(({ text, read }) => typeof read !== 'number' || !/^-?\d{16,}$/.test(text));
const { document } = fc.letrec<{ document: Document }>((tie) => ({
	document: fc.oneof(
		{ maxDepth: 5, withCrossShrink: true },
		safe,
		fc.array(tie('document'), { maxLength: 6 }).map((entries) => ({
			text: `[${entries.map(({ text }) => text).join(',')}]`,
			read: entries.map(({ read }) => read),
			exact: entries.map(({ exact }) => exact),
		})),
		fc
			.uniqueArray(fc.tuple(fc.string(), tie('document')), { selector: ([name]) => name, maxLength: 6 })
			// Names that are array indexes come first in every object: not a matter of JSON.
			.map((members) => members.filter(([name]) => !/^\d+$/.test(name)))
			.map((members) => ({
				text: `{${members.map(([name, { text }]) => `${JSON.stringify(name)}:${text}`).join(',')}}`,
				read: Object.fromEntries(members.map(([name, { read }]) => [name, read])),
				exact: Object.fromEntries(members.map(([name, { exact }]) => [name, exact])),
			})),
	),
}));

test('any document: read digit by digit, and written back as it was', () => {
	fc.assert(
		fc.property(document, ({ text, read, exact }) => {
			expect(readJson(text)).toEqual(read);
			expect(readExact(text)).toEqual(exact);
			expect(writeJson(readExact(text))).toBe(text);
		}),
		{ numRuns: 500 },
	);
});

test('any document of safe numbers: as JSON.parse and JSON.stringify', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			fc.pre(!/\d{16}/.test(text));
			expect(readJson(text)).toEqual(JSON.parse(text));
			expect(writeJson(readJson(text))).toBe(JSON.stringify(JSON.parse(text)));
		}),
		{ numRuns: 500 },
	);
});

test('any damaged document: refused exactly where JSON.parse refuses it, with its words', () => {
	const outcome = (parse: (text: string) => unknown, text: string) => {
		try {
			parse(text);
			return 'read';
		} catch (error) {
			return String(error);
		}
	};
	const bit = fc.constantFrom(...'{}[]",:\\ 0-.eE+x', ORDER, `-${TASK}`, '');
	fc.assert(
		fc.property(document, fc.nat(), fc.nat(3), bit, ({ text }, place, cut, put) => {
			const at = place % (text.length + 1);
			const damaged = text.slice(0, at) + put + text.slice(at + cut);
			expect(outcome(readJson, damaged)).toBe(outcome(JSON.parse, damaged));
			expect(outcome(readExact, damaged)).toBe(outcome(JSON.parse, damaged));
		}),
		{ numRuns: 2000 },
	);
});
