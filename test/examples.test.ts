import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type INode, type INodeParameters, type INodeType } from 'n8n-workflow';
import { readExamples } from '../scripts/host/examples';
import { stimuli } from '../scripts/host/stimuli';
import { nodeFolders, nodeIn, packageName } from '../scripts/nodes';

/* That each example runs is tested in a real n8n (test/e2e/examples.test.ts); here that it is fit to be given away. */

const ours = new Map<string, INodeType>(
	nodeFolders.map(nodeIn).map((node) => [`${packageName}.${node.description.name}`, node]),
);
const isNote = ({ type }: INode) => type === 'n8n-nodes-base.stickyNote';
const both = /[A-Za-z]{3}[^]*[\u4e00-\u9fff]{2}/;

const examples = readExamples();

test('every trigger example says what starts it, and nothing else does', () => {
	expect(Object.keys(stimuli).sort()).toEqual(
		examples.filter(({ manualTrigger }) => !manualTrigger).map(({ file }) => file),
	);
});

test('the five seeds have an example each', () => {
	for (const seed of ['000', '001', '002', '003', '004'])
		expect(examples.map(({ file }) => file.slice(0, 3))).toContain(seed);
});

const page = readFileSync(join(__dirname, '../sandbox/page.html'), 'utf8');
test.each(
	examples.filter(({ manualTrigger }) => !manualTrigger).map(({ file, workflow }) => [file, workflow] as const),
)('%s: how to start it on the page of the sandbox, and which button to press there', (_, { nodes }) => {
	const notes = nodes.filter(isNote).map(({ parameters }) => String(parameters.content));
	const [english = '', chinese = ''] = notes.find((note) => note.includes('the sandbox page'))?.split('---') ?? [];
	const buttons = (text: string) => [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name);
	expect(english).toMatch(/To try it in the demo: .*the sandbox page/);
	expect(chinese).toMatch(/在演示环境中试用：.*沙箱页面/);
	expect(buttons(english).length).toBeGreaterThan(0);
	for (const [index, name] of buttons(english).entries())
		expect(page).toMatch(new RegExp(`[>']${name} ${buttons(chinese)[index]}[<' ]`));
});

describe.each(examples.map(({ file, workflow }) => [file, workflow] as const))('%s', (_, workflow) => {
	const { name, nodes, connections } = workflow;

	test('tells in English and Chinese what it is', () => {
		expect(name).toMatch(both);
		const notes = nodes.filter(isNote).map(({ parameters }) => String(parameters.content));
		expect(notes.length).toBeGreaterThan(0);
		for (const note of notes) expect(note).toMatch(both);
	});

	test('carries nobody’s credentials, data or identifiers', () => {
		expect(Object.keys(workflow).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
		for (const { credentials = {} } of nodes) for (const { id } of Object.values(credentials)) expect(id).toBe('');
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	});

	test('joins its nodes from a trigger on', () => {
		const targets = Object.values(connections).flatMap(({ main = [] }) =>
			main.flatMap((output) => (output ?? []).map(({ node }) => node)),
		);
		const names = nodes.map((node) => node.name);
		expect(new Set(names).size).toBe(names.length);
		for (const end of [...Object.keys(connections), ...targets]) expect(names).toContain(end);
		// A model, a memory, a tool of an agent: joined by its own output.
		const isSubNode = (node: INode) => Object.keys(connections[node.name] ?? {}).some((kind) => kind.startsWith('ai_'));
		const loose = nodes
			.filter((node) => !isNote(node) && !isSubNode(node) && !targets.includes(node.name))
			.map(({ type }) => type);
		for (const type of loose) expect(type).toMatch(/Trigger$/);
	});

	test('names only nodes that it has in its expressions', () => {
		const text = JSON.stringify(nodes.map(({ parameters }) => parameters));
		for (const [, node] of text.matchAll(/\$\('([^']+)'\)/g))
			expect(nodes.map(({ name: known }) => known)).toContain(node);
	});

	test.each(nodes.filter(({ type }) => ours.has(type)).map((node) => [node.name, node] as const))(
		'"%s" has every field it needs and none that its form does not show',
		(__, node) => {
			const { description } = ours.get(node.type) as INodeType;
			const form = NodeHelpers.getNodeParameters(
				description.properties,
				node.parameters,
				true,
				false,
				node,
				description,
			) as INodeParameters;
			expect({ ...form, ...node.parameters }).toEqual(form);
			expect(
				NodeHelpers.getNodeParametersIssues(description.properties, { ...node, parameters: form }, description),
			).toBeNull();
		},
	);
});
