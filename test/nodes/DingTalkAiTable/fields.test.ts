/** Fields of an AI table through the node against the sandbox: nothing of their settings is lost. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { BASE } from '../../../sandbox/data/aiTable';
import { execute, sandboxCredentials } from '../../support/engine';
import { useSandbox } from '../../sandbox/client';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const SHEET = 'shtSandboxTasks';

const sandbox = useSandbox();
afterEach(() => expect(sandbox.it.problems()).toEqual([]));

const field = (operation: string, parameters: IDataObject, items: IDataObject[] = [{}]) => ({
	product: 'dingTalkAiTable',
	credentials: sandboxCredentials(sandbox.it),
	parameters: {
		resource: 'field',
		operation,
		base: id(BASE),
		sheet: id(SHEET),
		options: { callsPerSecond: 0 },
		...parameters,
	},
	items: items.map((json): INodeExecutionData => ({ json })),
});
const named = (wanted: string) =>
	sandbox.it.data.aiTable.fields.find(({ name, sheetId }) => name === wanted && sheetId === SHEET);
const choicesOf = (name: string) => named(name)?.property?.choices?.map((choice) => choice.name);
/** The `property` that was sent last. */
const sent = () =>
	(sandbox.it.log.filter(({ method }) => /^(POST|PUT)$/.test(method)).pop()?.body as IDataObject).property;

test.each<[string, IDataObject, IDataObject, unknown]>([
	['the JSON alone', { type: 'number', format: '' }, { formatter: 'INT' }, { formatter: 'INT' }],
	['the form alone', { type: 'number', format: 'CNY' }, {}, { formatter: 'CNY' }],
	['the form over the JSON', { type: 'number', format: 'CNY' }, { formatter: 'INT', a: 1 }, { formatter: 'CNY', a: 1 }],
	[
		'choices of the JSON',
		{ type: 'singleSelect', choices: '' },
		{ choices: [{ name: '红', color: 3 }] },
		{ choices: [{ name: '红', color: 3 }] },
	],
	[
		'choices of both',
		{ type: 'multipleSelect', choices: '红,蓝' },
		{ choices: [{ name: '红', color: 3 }] },
		{ choices: [{ name: '红', color: 3 }, { name: '蓝' }] },
	],
	['neither', { type: 'text' }, {}, undefined],
])('created with the settings of %s', async (_, parameters, property, expected) => {
	await execute(field('create', { name: '新', ...parameters, additionalFields: { property } }));
	expect(sent()).toEqual(expected);
});

test.each<[string, IDataObject, unknown]>([
	['choices of the JSON', { property: { choices: [{ id: 'opt1', name: '改名' }] } }, [{ id: 'opt1', name: '改名' }]],
	[
		'choices of the JSON with one more',
		{ property: { choices: [{ id: 'opt1', name: '改名' }] }, choices: '新' },
		[{ id: 'opt1', name: '改名' }, { name: '新' }],
	],
])('changed with %s', async (_, updateFields, choices) => {
	await execute(field('update', { column: id('状态'), updateFields }));
	expect(sent()).toEqual({ choices });
});

test('choices that several items add to one field are all there, its name or its ID told', async () => {
	const items = ['状态', named('状态')?.id, '状态', '标签'].map((column, at) => ({ column, choice: `新 ${at}` }));
	const column = "={{ { __rl: true, mode: 'id', value: $json.column } }}";
	await execute(field('update', { column, updateFields: { choices: '={{ $json.choice }}' } }, items));
	expect(choicesOf('状态')).toEqual(['未开始', '进行中', '已完成', '新 0', '新 1', '新 2']);
	expect(choicesOf('标签')).toEqual(['前端', '后端', '紧急', '新 3']);
});
