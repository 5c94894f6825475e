/** What a person sees of the product nodes, in both builds. */
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { describe as formOf, describeWords } from '../../../nodes/runtime/resource';
import { operations, productNodes } from '../../../scripts/products';
import { subtitle } from '../../support/subtitle';

const HAN = /\p{Script=Han}/u;
const nodes = productNodes.map(({ name, resources }) => ({
	name,
	resources,
	english: formOf(resources, 'both'),
	chinese: formOf(resources, 'zh-CN'),
}));

test('everything has its Chinese', () => {
	for (const { name, resources } of nodes) expect([name, describeWords(resources).missing]).toEqual([name, []]);
});

test.each(operations.map((placed) => [placed.id, placed] as const))(
	'%s: name, action, description, page, and their Chinese',
	(_, { operation: { name, action, description, docs, zh } }) => {
		expect(name).toMatch(/^[A-Z]/);
		expect(action).toMatch(/^[A-Z][^A-Z]/);
		expect(description.length).toBeGreaterThan(10);
		expect(docs).toMatch(/^https:\/\/open\.dingtalk\.com\/document\/development\/[a-z0-9-]+$/);
		for (const words of [zh?.name, zh?.action, zh?.description]) expect(words).toMatch(HAN);
		for (const words of [name, action, description]) expect(words).not.toMatch(HAN);
	},
);

type Shown = INodeProperties | INodePropertyOptions | INodePropertyCollection;
/** Every property, option and mode of a form, with its place. */
function walk(
	entries: readonly Shown[],
	at: string,
	visit: (entry: Shown & { modes?: INodeProperties['modes'] }, at: string) => void,
): void {
	for (const entry of entries) {
		const here = `${at}/${'value' in entry ? String(entry.value) : entry.name}`;
		visit(entry, here);
		if ('options' in entry && entry.options) walk(entry.options, here, visit);
		if ('values' in entry) walk(entry.values, here, visit);
	}
}
const labelOf = (entry: Shown) => ('displayName' in entry ? entry.displayName : entry.name);

describe.each(nodes.map((node) => [node.name, node] as const))('%s', (node, { resources, english, chinese }) => {
	test('under the node on the canvas stand the words of its form', () => {
		const product = productNodes.find(({ name }) => name === node);
		if (!product) throw new Error(`No node is called ${node}`);
		const names = resources.flatMap(({ value: resource, name, operations: own }) =>
			own.map(({ value: operation, name: does }) => [{ resource, operation }, `${does} · ${name}`] as const),
		);
		for (const [parameters, words] of names) expect(subtitle(product.node, parameters)).toBe(words);
	});

	test('no two operations share an action, in either language', () => {
		for (const actions of [
			resources.flatMap(({ operations: own }) => own.map(({ action }) => action)),
			resources.flatMap(({ operations: own }) => own.map(({ zh }) => zh?.action)),
		])
			expect(new Set(actions).size).toBe(actions.length);
	});

	test('searching in either language finds an action', () => {
		const actions = english
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options }) => (options as INodePropertyOptions[]).map(({ action }) => action));
		for (const action of actions) expect(action).toMatch(/^[A-Z][a-z].* .*\p{Script=Han}/u);
	});

	test('the English build labels in English and explains in both', () => {
		const odd: string[] = [];
		walk(english, '', (entry, at) => {
			if (HAN.test(labelOf(entry)) && !('type' in entry && entry.type === 'notice'))
				odd.push(`${at}: label ${labelOf(entry)}`);
			if (
				'type' in entry &&
				entry.type !== 'hidden' &&
				entry.type !== 'notice' &&
				!/^\/(resource|operation)$/.test(at) &&
				!HAN.test(entry.description ?? '')
			)
				odd.push(`${at}: tooltip`);
			for (const { displayName } of entry.modes ?? [])
				if (HAN.test(displayName)) odd.push(`${at}: mode ${displayName}`);
		});
		expect(odd).toEqual([]);
	});

	test('the Chinese build labels in Chinese and explains in both', () => {
		// Names that DingTalk's Chinese console and documents write in Latin letters too.
		const international = /^(URL|ID|JSON|OA|Markdown|AgentId|Token|AES Key|media_id|unionId|[\d\s–-]+)$/;
		const odd: string[] = [];
		walk(chinese, '', (entry, at) => {
			const label = labelOf(entry);
			if (!HAN.test(label) && !international.test(label)) odd.push(`${at}: label ${label}`);
			for (const { displayName } of entry.modes ?? [])
				if (!HAN.test(displayName)) odd.push(`${at}: mode ${displayName}`);
		});
		expect(odd).toEqual([]);
	});

	test('both builds have the same fields and values, so that workflows go from one to the other', () => {
		const shapeOf = (form: INodeProperties[]) => {
			const shape: string[] = [];
			walk(form, '', (entry, at) =>
				shape.push(
					`${at} ${'type' in entry ? `${entry.type} ${JSON.stringify(entry.default)} ${JSON.stringify(entry.displayOptions)}` : ''}`,
				),
			);
			return shape.sort();
		};
		expect(shapeOf(chinese)).toEqual(shapeOf(english));
	});

	test('a notice holds only what n8n leaves in it: lists and links, no line breaks', () => {
		for (const form of [english, chinese])
			walk(form, '', (entry) => {
				if ('type' in entry && entry.type === 'notice')
					expect(entry.displayName.match(/<(?!\/?(?:ul|li|a)\b)/g)).toBeNull();
			});
	});

	test('tooltips hold no markup but line breaks and n8n’s own link to expressions', () => {
		const allowed = /<br>|<a href="https:\/\/docs\.n8n\.io\/code\/expressions\/">|<\/a>/g;
		for (const form of [english, chinese])
			walk(form, '', (entry) =>
				expect(('description' in entry ? (entry.description ?? '') : '').replace(allowed, '')).not.toMatch(/<[a-z/]/i),
			);
	});
});
