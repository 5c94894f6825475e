import { complete, messageParts, titleOf } from '../../../nodes/DingTalkAiCard/card/markdown';

test.each([
	['plain text', '你好', '你好'],
	['a code block that is being written', 'see\n```ts\nconst a', 'see\n```ts\nconst a\n```'],
	['one that is closed', '```\na\n```\nb', '```\na\n```\nb'],
	['backticks within one of tildes', '~~~\n```\n', '~~~\n```\n~~~'],
	['a longer fence around a shorter one', '````\n```\na\n```', '````\n```\na\n```\n````'],
	[
		'a table right below text',
		'List:\n| a | b |\n| --- | --- |\n| 1 | 2 |',
		'List:\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
	],
	['a table that has room', 'x\n\n| a |\n| --- |', 'x\n\n| a |\n| --- |'],
	['what looks like one in code', '```\nx\n| a |\n| --- |\n```', '```\nx\n| a |\n| --- |\n```'],
])('%s', (_, text, shown) => expect(complete(text)).toBe(shown));

test('every beginning of a text is complete markdown: fences in pairs', () => {
	const text = '# 标题\n\n```ts\nconst a = `1`;\n```\n\n| a | b |\n| - | - |\n\n~~~\nend\n~~~\n';
	for (let length = 1; length <= text.length; length++) {
		const fences = complete(text.slice(0, length)).match(/^ {0,3}(```|~~~)/gm) ?? [];
		expect(fences.length % 2).toBe(0);
	}
});

describe('parts of a long answer', () => {
	const size = (text: string) => Buffer.byteLength(JSON.stringify(text));

	test('each fits, none of the text is lost, cuts are between paragraphs', () => {
		const paragraphs = Array.from({ length: 400 }, (_, index) => `第 ${index} 段：${'内容'.repeat(30)}`);
		const parts = messageParts(paragraphs.join('\n\n'));
		expect(parts.length).toBeGreaterThan(3);
		for (const part of parts) expect(size(part)).toBeLessThanOrEqual(14_000);
		expect(parts.flatMap((part) => part.split('\n\n'))).toEqual(paragraphs);
	});

	test('a code block that is cut goes on as one', () => {
		const [first = '', second = ''] = messageParts(`\`\`\`ts\n${'let a = 1;\n'.repeat(40)}\`\`\``, 300);
		expect(first).toMatch(/^```ts\n(let a = 1;\n)+```$/);
		expect(second).toMatch(/^```ts\nlet a/);
	});

	test('letters outside the basic plane stay whole, and text without a break is cut all the same', () => {
		const parts = messageParts('😀'.repeat(5000), 1001, Infinity);
		expect(parts.join('')).toBe('😀'.repeat(5000));
		for (const part of parts) expect(part).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
	});

	test('what is longer than twenty messages is cut, and says so', () => {
		const parts = messageParts('word '.repeat(200_000));
		expect(parts).toHaveLength(20);
		expect(parts.at(-1)).toContain('The answer is too long');
		for (const part of parts) expect(size(part)).toBeLessThanOrEqual(15_000);
	});

	test('nothing is no message', () => expect(messageParts(' \n')).toEqual([]));
});

test.each([
	['## **周报** 总结\nmore', '周报 总结'],
	['```ts', 'ts'],
	['---', 'DingTalk'],
	['一'.repeat(50), '一'.repeat(20)],
	[`${'一'.repeat(19)}😀二`, '一'.repeat(19)],
])('title of %j', (text, title) => expect(titleOf(text).replace(/\s+/g, ' ')).toBe(title));
