import { entriesIn, knownEntriesIn, urlsIn } from '../../../nodes/runtime/entries';

test('entries keep their order and their repetitions', () => {
	expect(entriesIn('2026-12-01，2026-12-01')).toEqual(['2026-12-01', '2026-12-01']);
	expect(entriesIn([' a ', 'b;c', 3, null])).toEqual(['a', 'b', 'c', '3']);
	expect(entriesIn(undefined)).toEqual([]);
});

test.each<[string, string[], string[]]>([
	['红, 绿', [], ['红', '绿']],
	['红、蓝, 绿', ['红、蓝', '绿'], ['红、蓝', '绿']],
	['绿;红、蓝', ['红、蓝', '红', '绿'], ['绿', '红、蓝']],
	['A, B and C', ['A, B and C'], ['A, B and C']],
	['A, B and C more', ['A, B and C'], ['A', 'B and C more']],
	['A,B,A,B', ['A,B'], ['A,B']],
	['a,b', ['a,b', 'a'], ['a,b']],
	[' ,, ', ['a,b'], []],
])('choices in %j, of which %j are known: %j', (text, known, expected) => {
	expect(knownEntriesIn(text, known)).toEqual(expected);
});

test.each<[string, string[]]>([
	[
		'https://a.example/1.png?x-oss-process=image/resize,w_100, https://a.example/2.png',
		['https://a.example/1.png?x-oss-process=image/resize,w_100', 'https://a.example/2.png'],
	],
	['https://a.example/1.png\nhttps://a.example/2.png,', ['https://a.example/1.png', 'https://a.example/2.png']],
	['@lADPa,@lADPb', ['@lADPa', '@lADPb']],
])('addresses in %j', (text, expected) => {
	expect(urlsIn(text)).toEqual(expected);
});
