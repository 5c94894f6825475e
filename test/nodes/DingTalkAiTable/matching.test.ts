/** Values that look different on the two sides: numbers as text, choices with commas, columns called "id", conditions without a value. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { BASE } from '../../../sandbox/data/aiTable';
import { execute, outputs, sandboxCredentials } from '../../support/engine';
import { useSandbox } from '../../sandbox/client';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const SHEET = 'shtSandboxTasks';

const sandbox = useSandbox();
afterEach(() => expect(sandbox.it.problems()).toEqual([]));

const record = (operation: string, parameters: IDataObject, items?: IDataObject[]) => ({
	product: 'dingTalkAiTable',
	credentials: sandboxCredentials(sandbox.it),
	parameters: {
		resource: 'record',
		operation,
		base: id(BASE),
		sheet: id(SHEET),
		options: { callsPerSecond: 0 },
		...parameters,
	},
	...(items && { items: items.map((json): INodeExecutionData => ({ json })) }),
});
const automatic = (...matchingColumns: string[]) => ({
	columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns },
});
const fieldOf = (name: string) => {
	const found = sandbox.it.data.aiTable.fields.find((one) => one.sheetId === SHEET && one.name === name);
	if (!found) throw new Error(name);
	return found;
};
const records = () => sandbox.it.data.aiTable.records.filter(({ sheetId }) => sheetId === SHEET);

test('upsert by a number finds the record although DingTalk writes the number with other digits', async () => {
	const [known] = records();
	Object.assign(known?.cells ?? {}, { [fieldOf('数字').id]: '90012.50' });
	const before = records().length;
	const items = Array.from({ length: 21 }, (_, index) => ({
		数字: index === 0 ? 90012.5 : 80000 + index,
		标题: 'neu',
	}));
	const made = await outputs(record('upsert', automatic('数字'), items));
	expect(made[0]).toEqual({ id: known?.id, action: 'updated' });
	expect(records()).toHaveLength(before + 20);
});

test('a choice with a comma in its name is one choice', async () => {
	const tags = fieldOf('标签');
	tags.property?.choices?.push({ id: 'optComma', name: '红、蓝' });
	const [made] = await outputs(record('create', automatic(), [{ 标题: 'x', 标签: '前端, 红、蓝' }]));
	const [read] = await outputs(record('get', { recordId: made?.id, simplify: true }));
	expect(read?.['标签']).toEqual(['前端', '红、蓝']);
	expect(tags.property?.choices).toHaveLength(4);
});

test('a column called id hides no record’s ID, and is not overwritten with it', async () => {
	fieldOf('标题').name = 'id';
	const [made] = await outputs(record('create', automatic(), [{ id: '订单 7' }]));
	const [read] = await outputs(record('get', { recordId: made?.id, simplify: true }));
	expect(read).toMatchObject({ id: made?.id, 'id (2)': '订单 7' });
	await outputs(record('update', { recordId: '={{ $json.id }}', ...automatic() }, [{ id: made?.id, 数字: 3 }]));
	const [again] = await outputs(record('get', { recordId: made?.id, simplify: true }));
	expect(again).toMatchObject({ 'id (2)': '订单 7', 数字: 3 });
});

const conditioned = (condition: IDataObject) =>
	record('getAll', { filters: { condition: [condition] }, match: 'and', returnAll: true, simplify: true });

test('a condition whose expression gives nothing is refused, not left out', async () => {
	const condition = { conditionField: '标题', comparison: 'equal', value: '={{ $json.missing }}' };
	await expect(execute(conditioned(condition))).rejects.toThrow('Value: of the condition on 标题 is empty');
	expect(sandbox.it.log.some(({ path }) => path.endsWith('records/list'))).toBe(false);
});

test('a condition on a checkbox reads the words that other fields read', async () => {
	const condition = { conditionField: '完成', comparison: 'equal', value: 'vielleicht' };
	await expect(execute(conditioned(condition))).rejects.toThrow('完成: must be true or false');
});
