import type { INodeProperties } from 'n8n-workflow';
import { fields as triggerFields } from '../../../nodes/DingTalkTrigger/fields';
import { describe as formOf } from '../../../nodes/runtime/resource';
import { describeForm } from '../../../nodes/runtime/form';
import { loomOf, weaveField, weaver } from '../../../nodes/runtime/words';
import { productNodes } from '../../../scripts/products';

const en = weaver('both');
const zh = weaver('zh-CN');

/** n8n 2.40 shows two lines of a choice's description: so many letters, or half as many Chinese characters, fit into one. */
const LINE = 60;
const width = (line: string) => [...line].reduce((sum, letter) => sum + (/[\u2E80-\uFFEF]/.test(letter) ? 2 : 1), 0);

describe('a choice in a drop-down', () => {
	it('shows the first sentence of both languages before the rest', () => {
		const words = ['Send it. One call per 100 people.', '发送。每 100 人一次调用。'] as const;
		expect(en.choice(...words)).toBe('Send it.<br>发送。<br>One call per 100 people.<br>每 100 人一次调用。');
		expect(zh.choice(...words)).toBe('发送。<br>Send it.<br>每 100 人一次调用。<br>One call per 100 people.');
	});

	it('takes a dot within a word for no end', () => {
		expect(en.choice('Uses api.dingtalk.com and v1.0', '使用 v1.0')).toBe(
			'Uses api.dingtalk.com and v1.0<br>使用 v1.0',
		);
	});

	const field: INodeProperties = {
		displayName: 'Type',
		name: 'type',
		type: 'options',
		default: 'a',
		options: [
			{ name: 'Markdown', value: 'a' },
			{ name: 'Stream', value: 'b', description: 'No public URL' },
			{ name: 'Picture', value: 'c' },
		],
	};
	const chinese = () => ({ displayName: '类型', options: { a: 'Markdown', b: 'Stream：无需公网地址', c: '图片' } });

	it('says nothing twice', () => {
		expect(weaveField(field, 'type', loomOf(chinese)).options).toMatchObject([
			{ name: 'Markdown', value: 'a' },
			{ description: 'No public URL<br>Stream：无需公网地址' },
			{ description: '图片' },
		]);
		expect(weaveField(field, 'type', loomOf(chinese, undefined, 'zh-CN')).options).toMatchObject([
			{ name: 'Markdown', description: '' },
			{ name: 'Stream', description: '无需公网地址<br>No public URL' },
			{ name: '图片', description: 'Picture' },
		]);
	});
});

describe.each([
	['English', 'both'],
	['Chinese', 'zh-CN'],
] as const)('in the %s build', (_, build) => {
	const choicesOf = ({
		name,
		displayOptions,
		options = [],
	}: INodeProperties): Array<readonly [name: string, description: string]> =>
		options.flatMap((option) => {
			if (!('value' in option)) return 'type' in option ? choicesOf(option) : [];
			return option.description?.includes('<br>')
				? [[[...(displayOptions?.show?.resource ?? []), name, option.name].join(' → '), option.description] as const]
				: [];
		});
	const choices = [
		...productNodes.flatMap(({ resources }) => formOf(resources, build)),
		...describeForm(triggerFields, build).properties,
	]
		.flatMap(choicesOf)
		// n8n's linter wants these very words for an upsert.
		.filter(([, description]) => !description.includes('(upsert)'));

	it.each(choices)('%s has room for the other language', (_name, description) => {
		expect(width(description.split('<br>')[0] ?? '')).toBeLessThanOrEqual(LINE);
	});
});
