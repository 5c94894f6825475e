import type { INodeTypeDescription } from 'n8n-workflow';
import { productNodes } from '../../scripts/products';
import { askAgent, createTodo, fromAi, newestAgent } from './support/agent';
import { type Bench, openBench } from './support/bench';
import { since } from './support/version';
import { type Step, person } from './support/workflow';

/** The DingTalk node as a tool: the model fills in person, subject and due time. */
const todoTool = createTodo({
	person: person(fromAi('person', 'userId of the person')),
	additionalFields: { dueTime: fromAi('due', 'until when, ISO 8601') },
});

/** Any operation of the catalog as a tool: the model writes the request. */
const callTool: Step = {
	name: 'Look up a department',
	type: 'n8n-nodes-dingtalk-suite.dingTalkApiCallTool',
	typeVersion: 1,
	credentials: { dingTalkApi: { id: '', name: '' } },
	parameters: {
		product: 'all',
		apiOperation: { __rl: true, mode: 'url', value: 'POST /topapi/v2/department/get' },
		specify: 'json',
		request: fromAi('request', 'path, query and body', 'json'),
	},
};

/** An operation of the catalog as a tool: the model fills in the operation's own parameters, each of its own type. */
const typedTool = (operation: string, fields: Record<string, 'string' | 'number' | 'boolean' | 'json'>): Step => ({
	...callTool,
	name: operation.split('.')[1],
	parameters: {
		product: 'all',
		apiOperation: { __rl: true, mode: 'id', value: operation },
		specify: 'fields',
		parameters: {
			mappingMode: 'defineBelow',
			matchingColumns: [],
			schema: [],
			value: Object.fromEntries(
				Object.entries(fields).map(([id, type]) => [id, fromAi(id.split('.')[1], `the parameter ${id}`, type)]),
			),
		},
		options: {},
	},
});

describe('as tools of an AI agent', () => {
	let bench: Bench;
	let types: INodeTypeDescription[];
	/** The newest agent that this n8n has. */
	let newest: number;
	beforeAll(async () => {
		bench = await openBench();
		types = await bench.api.nodeTypes();
		newest = await newestAgent(bench);
	});
	afterAll(async () => await bench.close());

	/** Runs an agent whose model calls the tool once, with these arguments, and then repeats what the tool said. */
	async function ask(version: number, tool: Step, given: object) {
		const { said, requests, execution } = await askAgent(bench, {
			name: `${tool.name} by agent ${version}`,
			version,
			tools: [tool],
			think: ({ messages, tools }) => {
				const last = messages.at(-1);
				return last?.role === 'tool'
					? { content: String(last.content) }
					: { tool: tools?.[0]?.function.name, arguments: given };
			},
		});
		expect(execution.error()).toBeUndefined();
		return { offered: requests[0]?.tools?.[0]?.function, said };
	}

	it('each node has a tool of their own in n8n, with their fields', () => {
		for (const name of [...productNodes.map((product) => product.name), 'dingTalkApiCall']) {
			const node = types.find((type) => type.name === `n8n-nodes-dingtalk-suite.${name}`);
			const tool = types.find((type) => type.name === `n8n-nodes-dingtalk-suite.${name}Tool`);
			expect(tool?.outputs).toEqual(['ai_tool']);
			const fields = tool?.properties.map((property) => property.name);
			expect(fields).toEqual(expect.arrayContaining(node?.properties.map((property) => property.name) ?? ['nothing']));
		}
	});

	it.each([
		['2.2', () => 2.2],
		['newest', () => newest],
	])('an agent (version %s) creates a to-do with what the model filled in', async (_, versionOf) => {
		const version = versionOf();
		const due = '2026-12-24T18:00:00+08:00';
		const { offered, said } = await ask(version, todoTool, { person: 'zhangsan', subject: `写周报 ${version}`, due });
		expect(offered).toMatchObject({
			name: 'Create_a_to-do',
			parameters: { properties: { person: { description: 'userId of the person' }, subject: {}, due: {} } },
		});
		expect(bench.sandbox.received.todos.at(-1)).toMatchObject({
			subject: `写周报 ${version}`,
			dueTime: Date.parse(due),
			executorIds: ['unzhangsaniEiE'],
		});
		expect(said).toContain(bench.sandbox.received.todos.at(-1)?.id);
		expect(bench.sandbox.problems()).toEqual([]);
	});

	// Before, an agent ends with the tool's error.
	(since('2.40') ? it : it.skip)('a mistake of the model comes back to it as a sentence', async () => {
		const { said } = await ask(newest, todoTool, { person: 'zhangsan', subject: '', due: '' });
		expect(said).toContain('Subject: is empty');
	});

	it.each<[string, Parameters<typeof typedTool>[1], object, string]>([
		[
			'contact.v2DepartmentGet',
			{ 'body.dept_id': 'number', 'body.language': 'string' },
			{ dept_id: 100, language: 'zh_CN' },
			'研发部',
		],
		[
			'todo.createTodoTask',
			{
				'path.unionId': 'string',
				'body.subject': 'string',
				'body.isOnlyShowExecutor': 'boolean',
				'body.executorIds': 'json',
			},
			{ unionId: 'unlisiiEiE', subject: '由模型填写', isOnlyShowExecutor: true, executorIds: ['unzhangsaniEiE'] },
			'由模型填写',
		],
		[
			'contact.v2UserList',
			{
				'body.dept_id': 'number',
				'body.cursor': 'number',
				'body.size': 'number',
				'body.contain_access_limit': 'boolean',
			},
			{ dept_id: 101, cursor: 0, size: 10, contain_access_limit: false },
			'李四',
		],
	])(
		'%s: the model sees the operation’s parameters with their types, and fills them in',
		async (operation, fields, given, found) => {
			const { offered, said } = await ask(newest, typedTool(operation, fields), given);
			const { properties = {} } = (offered?.parameters ?? {}) as { properties?: Record<string, { type?: string }> };
			const types = Object.entries(properties).map(([name, { type }]) => [name, type]);
			expect(types).toEqual(
				expect.arrayContaining(
					Object.entries(fields)
						.filter(([, type]) => type !== 'json')
						.map(([id, type]) => [id.split('.')[1], type]),
				),
			);
			expect(said).toContain(found);
			expect(bench.sandbox.problems()).toEqual([]);
		},
	);

	it('an agent calls any operation of the catalog', async () => {
		const { said } = await ask(newest, callTool, { request: { body: { dept_id: 100 } } });
		expect(said).toContain('研发部');
		expect(bench.sandbox.problems()).toEqual([]);
	});
});
