/**
 * Nothing takes the square of what it is given: a stranger's text, or ten thousand items, must not hold up the server. Processor
 * times are compared with one another: sixteen times the input may take a hundred times as much, the square would take 256.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { downloadTarget } from '../../nodes/DingTalkApiCall/download';
import { matcher } from '../../nodes/DingTalkApiCall/find';
import { allRows, rowsAlong } from '../../nodes/DingTalkApiCall/routes';
import { createReplayMemory } from '../../nodes/protocol/callback/replay';
import { errorIn } from '../../nodes/protocol/errors';
import { hostUrl, urlOf } from '../../nodes/protocol/hosts';
import { readExact, readJson, writeJson } from '../../nodes/protocol/json';
import { compile } from '../../nodes/protocol/request';
import { redact } from '../../nodes/runtime/nodeError';

const MOST_RATIO = 100;

/** Processor time, ms: other work on the machine does not count. */
const once = (work: () => unknown) => {
	const start = process.cpuUsage();
	work();
	return process.cpuUsage(start).user / 1000;
};
/** The quickest of a few runs: collecting garbage makes single ones slow. */
const quickest = (work: () => unknown, runs = 3) => Math.min(...Array.from({ length: runs }, () => once(work)));

/** Doubles the size until the work takes some milliseconds, then compares it with sixteen times as much. 0: it never does. */
function ratioOf(work: (size: number) => () => unknown): number {
	for (let size = 1000; size <= 128_000; size *= 2)
		if (quickest(work(size)) > 2) return quickest(work(size * 16)) / quickest(work(size));
	return 0;
}

/** The least of three: what takes the square does so each time. */
function leastRatioOf(work: (size: number) => () => unknown): number {
	let least = ratioOf(work);
	for (let more = 2; more > 0 && least >= MOST_RATIO; more--) least = Math.min(least, ratioOf(work));
	return least;
}

describe('what takes a text or a list', () => {
	const path = (unit: string) => (size: number) => {
		const route = `POST /${unit.repeat(size)}` as const;
		return () => compile(route, {});
	};
	test.each<[string, (size: number) => () => unknown]>([
		['a path of {', path('{')],
		['a path of a{', path('a{')],
		['a host of slashes', (size) => () => hostUrl(`a${'/'.repeat(size)}b`, '')],
		['a base of slashes', (size) => () => urlOf({ url: 'x', baseURL: `https://a/${'/'.repeat(size)}b` })],
		[
			'an error of brackets',
			(size) => () => errorIn({ status: 200, headers: {}, body: { errcode: 60011, errmsg: '['.repeat(size) } }),
		],
		[
			'an error of scopes',
			(size) => () =>
				errorIn({ status: 200, headers: {}, body: { errcode: 60011, errmsg: `[${'a_'.repeat(size)} ]` } }),
		],
		[
			'an error of links',
			(size) => () =>
				errorIn({
					status: 200,
					headers: {},
					body: { errcode: 60011, errmsg: `https://open-dev.dingtalk.com/${','.repeat(size)}` },
				}),
		],
		['an error of tags', (size) => () => errorIn({ status: 500, headers: {}, body: '<'.repeat(size) })],
		[
			'an error of 本月',
			(size) => () => errorIn({ status: 200, headers: {}, body: { errcode: 1, errmsg: '本月'.repeat(size) } }),
		],
		[
			'JSON of numbers',
			(size) => {
				const text = `[${'176322897889314512,'.repeat(size)}1]`;
				return () => writeJson(readExact(text));
			},
		],
		['JSON of backslashes', (size) => () => readJson(`"${'\\\\'.repeat(size)}"`)],
		[
			'JSON of blanks behind numbers',
			(size) => () => readJson(`[${`176322897889314512${' '.repeat(9)},`.repeat(size)}1]`),
		],
		['text with secrets in its URLs', (size) => () => redact('?sign='.repeat(size), ['secret'])],
		[
			'an answer of many objects',
			(size) => {
				const answer = Object.fromEntries(Array.from({ length: size }, (_, index) => [`m${index}`, { a: { b: 1 } }]));
				return () => downloadTarget(answer);
			},
		],
	])('%s', (_, work) => {
		expect(leastRatioOf(work)).toBeLessThan(MOST_RATIO);
	});
});

test('a replay memory at its cap takes a key as fast as a small one', () => {
	const turn = (most: number) => {
		const memory = createReplayMemory(Number.MAX_SAFE_INTEGER, most);
		let now = 0;
		const takeMany = (count: number) => {
			for (let taken = 0; taken < count; taken++) memory.take(`key ${now}`, now++);
		};
		takeMany(most);
		return quickest(() => takeMany(20_000));
	};
	// The Map alone is some five times slower with a hundred thousand entries; going through what has left it was a hundred times.
	expect(turn(100_000) / turn(1000)).toBeLessThan(25);
});

test('a replay memory keeps at most so many keys, for so long, and forgets what it is told to', () => {
	const memory = createReplayMemory(1000, 3);
	expect(['a', 'b', 'a'].map((key) => memory.take(key, 0))).toEqual([true, true, false]);
	memory.forget('a');
	expect(memory.take('a', 1)).toBe(true);
	expect(memory.take('c', 2)).toBe(true);
	expect(['a', 'b', 'c'].map((key) => memory.take(key, 3))).toEqual([false, false, false]);
	// Now b is the oldest of them.
	expect(memory.take('d', 4)).toBe(true);
	expect(['a', 'c', 'd'].map((key) => memory.take(key, 5))).toEqual([false, false, false]);
	expect(memory.take('b', 6)).toBe(true);
	expect(['c', 'd', 'b'].map((key) => memory.take(key, 1002))).toEqual([false, false, false]);
	expect(['c', 'd', 'b'].map((key) => memory.take(key, 2000))).toEqual([true, true, true]);
});

test('ten thousand items with unknown operations do not go through the catalog ten thousand times', async () => {
	const rows = await allRows();
	const unknown = (index: number) => `/v1.0/contact/no/such/${index}/operation`;
	await rowsAlong(unknown(0));
	const pass = quickest(() => rows.filter(matcher(unknown(1))), 10);
	const start = performance.now();
	let found = 0;
	for (let index = 0; index < 10_000; index++) found += (await rowsAlong(unknown(index))).length;
	expect(found).toBe(0);
	expect((performance.now() - start) / pass).toBeLessThan(2000);
});

test('a path finds the same rows as a pass over the catalog', async () => {
	const rows = await allRows();
	for (const { path } of rows.filter((_, index) => index % 20 === 0)) {
		const typed = path.replace(/\{[^{}]+\}/g, 'x1');
		const found = (await rowsAlong(typed)).filter(matcher(typed));
		expect(new Set(found)).toEqual(new Set(rows.filter(matcher(typed))));
	}
});

const root = join(__dirname, '../..');

/** Every regex literal of the shipped code, by its place. */
function regexes(): Array<[string, RegExp]> {
	const files = execFileSync('git', ['ls-files', 'nodes', 'credentials'], { cwd: root, encoding: 'utf8' })
		.trim()
		.split('\n');
	const found: Array<[string, RegExp]> = [];
	for (const file of files.filter((name) => name.endsWith('.ts'))) {
		const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
		const walk = (node: ts.Node): void => {
			if (ts.isRegularExpressionLiteral(node)) {
				const end = node.text.lastIndexOf('/');
				const flags = node.text.slice(end + 1).replace(/[gy]/g, '');
				found.push([`${file} ${node.text}`, new RegExp(node.text.slice(1, end), `${flags}g`)]);
			}
			ts.forEachChild(node, walk);
		};
		walk(source);
	}
	return found;
}

/** Texts that make a regex begin again and again: its own characters, alone and in pairs, many times. */
function* attacks({ source }: RegExp): Generator<string> {
	const own = source.replace(/\\[dwsbpSDWPB](\{[^}]*\})?|[\\?*+^$|()]/g, '');
	const letters = [...new Set([...own, 'a', '0', ' ', '-', '.'])].slice(0, 14);
	yield* letters;
	for (const one of letters) for (const other of letters) yield one + other;
}

/** A text on which eight times the length takes far more than eight times as long; measured twice, for chance. */
function squareOn(regex: RegExp): string | undefined {
	for (const unit of attacks(regex)) {
		const work = (size: number) => {
			const text = `${unit.repeat(size / unit.length)}\u0000`;
			return () => text.replace(regex, '');
		};
		const isSquare = () => {
			const few = quickest(work(4000), 5);
			return once(work(32_000)) > Math.max(20, 40 * few);
		};
		if (once(work(4000)) > 1 && isSquare() && isSquare()) return unit;
	}
	return undefined;
}

test('no regex takes the square of a text', () => {
	const slow = regexes().map(([place, regex]) => [place, squareOn(regex)]);
	expect(slow.filter(([, unit]) => unit !== undefined)).toEqual([]);
}, 60_000);
