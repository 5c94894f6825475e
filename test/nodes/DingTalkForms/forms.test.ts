/** Yida through the node against the sandbox: typed components, few calls, a process to its end, and a secret that stays one. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { VISITS, YIDA_APP, YIDA_OPENS } from '../../../sandbox/data/yida';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

const rl = (value: string, mode = 'id') => ({ __rl: true, mode, value });
const link = `https://www.aliwork.com/${YIDA_APP}/workbench/${VISITS}?x=1`;
const place = { app: rl(link, 'url'), systemToken: YIDA_OPENS, form: rl(link, 'url'), options: { callsPerSecond: 0 } };
const columns = (value: IDataObject, matchingColumns: string[] = []) => ({
	columns: { mappingMode: 'defineBelow', value, matchingColumns },
});
const automatic = { columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [] as string[] } };

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

const yida = (operation: string, parameters: IDataObject, items?: IDataObject[], resource = 'yidaForm') => ({
	product: 'dingTalkForms',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, ...place, ...parameters },
	...(items && { items: items.map((json): INodeExecutionData => ({ json })) }),
});

test('created by label, found by condition, changed, deleted', async () => {
	const values = {
		textField_name: '北方钢铁',
		dateField_day: '2026-12-01',
		tableField_items: [{ 产品: '纸', 数量: 2 }],
	};
	const [made] = await outputs(yida('create', columns(values)));
	const formInstanceId = String(made?.formInstanceId);
	const condition = [{ component: '客户名称', comparison: 'like', value: '钢铁' }];
	const find = yida('getAll', { conditions: { condition }, filters: {}, keys: 'label', returnAll: true });
	expect(await outputs(find)).toMatchObject([
		{ formInstanceId, 客户名称: '北方钢铁', 明细: [{ 产品: '纸', 数量: 2 }] },
	]);
	await outputs(yida('update', { formInstanceId, ...columns({ numberField_amount: '7' }) }));
	expect(await outputs(yida('get', { formInstanceId, keys: 'label' }))).toMatchObject([{ 预计金额: 7 }]);
	await outputs(yida('delete', { formInstanceIds: formInstanceId }));
	expect(await outputs(find)).toEqual([]);
});

test('120 submissions are three calls', async () => {
	const items = Array.from({ length: 120 }, (_, index) => ({ 客户名称: `客户 ${index}` }));
	expect(await outputs(yida('createMany', automatic, items))).toHaveLength(120);
	expect(sandbox.log.filter(({ path }) => path.endsWith('batchSave'))).toHaveLength(3);
});

test.each(['get', 'create'])('%s: the secret of the app stands in no error', async (operation) => {
	const wrong = 'WRONGSECRETWRONGSECRET01';
	const parameters = {
		systemToken: wrong,
		formInstanceId: 'FINST-SANDBOXVISIT1',
		keys: 'id',
		...columns({ textField_name: 'x' }),
	};
	const error: unknown = await execute(yida(operation, parameters)).catch((refused: unknown) => refused);
	expect(String(error)).toContain('接入密钥不匹配');
	const seen = new Set<unknown>();
	const walk = (value: unknown): string =>
		typeof value === 'string'
			? value
			: typeof value !== 'object' || value === null || seen.has(value)
				? ''
				: (seen.add(value),
					Object.getOwnPropertyNames(value)
						.map((name) => walk(Reflect.get(value, name)))
						.join('\n'));
	const { message, description, cause, context, stack } = error as Error & { description: string; context: unknown };
	expect(walk({ message, description, cause, context, stack })).not.toContain(wrong);
});
