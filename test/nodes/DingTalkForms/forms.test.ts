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

test('120 changes and 120 deletions are few calls', async () => {
	const items = Array.from({ length: 120 }, (_, index) => ({ 客户名称: `客户 ${index}` }));
	const made = (await outputs(yida('createMany', automatic, items))).map(({ formInstanceId }) =>
		String(formInstanceId),
	);
	sandbox.log.length = 0;
	await outputs(yida('updateMany', { formInstanceIds: made.join(','), ...columns({ numberField_amount: 5 }) }));
	await outputs(yida('delete', { formInstanceIds: made.join(',') }));
	const writing = sandbox.log.filter(({ path, method }) => path.startsWith('/v1.0/yida/') && method !== 'GET');
	expect(writing.length).toBeLessThanOrEqual(6);
	expect(sandbox.data.yida.submissions.filter(({ formInstanceId }) => made.includes(formInstanceId))).toEqual([]);
});

test('what several items change in one submission is all written, the later value counts', async () => {
	const [first, second] = ['FINST-SANDBOXVISIT1', 'FINST-SANDBOXVISIT2'];
	const items = [
		{ formInstanceIds: first, 客户名称: '甲', 预计金额: 1 },
		{ formInstanceIds: `${first},${second}`, 预计金额: 5 },
	];
	const made = await outputs(
		yida('updateMany', { formInstanceIds: '={{ $json.formInstanceIds }}', ...automatic }, items),
	);
	expect(made.map(({ formInstanceId }) => formInstanceId)).toEqual([first, first, second]);
	const [one, other] = sandbox.data.yida.submissions.map(({ values }) => values);
	expect(one).toMatchObject({ textField_name: '甲', numberField_amount: 5 });
	expect(other).toMatchObject({ textField_name: '西山科技', numberField_amount: 5 });
});

test('items of one new key become one submission, whichever of its values they have', async () => {
	const items = [
		{ 客户名称: '新客户', 预计金额: 1 },
		{ 客户名称: '别的客户', 预计金额: 3 },
		{ 客户名称: '新客户', 备注: '第二项' },
	];
	const matching = { columns: { ...automatic.columns, matchingColumns: ['textField_name'] } };
	const made = await outputs(yida('upsert', matching, items));
	expect(made[0]).toEqual(made[2]);
	const values = sandbox.data.yida.submissions.slice(3).map((entry) => entry.values);
	expect(values).toHaveLength(2);
	expect(values.find(({ textField_name: name }) => name === '新客户')).toMatchObject({
		numberField_amount: 1,
		textareaField_note: '第二项',
	});
});

// searchFieldJson is JSON text: a value that closes its quotes would change the question.
test.each(['"}] or 1=1', '\\', '","type":"TEXT","value":"东海'])(
	'the text %j is looked for as it is',
	async (value) => {
		await outputs(yida('create', columns({ textField_name: `甲${value}乙` })));
		const condition = [{ component: '客户名称', comparison: 'like', value }];
		const found = await outputs(
			yida('getAll', { conditions: { condition }, filters: {}, keys: 'label', returnAll: true }),
		);
		expect(found.map((entry) => entry['客户名称'])).toEqual([`甲${value}乙`]);
	},
);

test('choices, addresses and ranges with commas of their own, and the same end twice', async () => {
	const form = sandbox.data.yida.forms.find(({ formUuid }) => formUuid === VISITS);
	form?.components.find(({ label }) => label === '话题')?.choices?.push('付款、发票');
	const picture = 'https://a.example/100%/合同.png?x-oss-process=image/resize,w_100';
	const [made] = await outputs(
		yida(
			'create',
			columns({
				textField_name: '逗号',
				numberField_amount: 5,
				checkboxField_topics: '价格, 付款、发票',
				attachmentField_files: picture,
			}),
		),
	);
	const kept = sandbox.data.yida.submissions.find(({ formInstanceId }) => formInstanceId === made?.formInstanceId);
	expect(kept?.values).toMatchObject({
		checkboxField_topics: ['价格', '付款、发票'],
		attachmentField_files: [{ name: '合同.png', url: picture }],
	});
	const condition = [
		{ component: '客户名称', comparison: 'eq', value: '逗号' },
		{ component: '预计金额', comparison: 'between', value: '5,5' },
		{ component: '话题', comparison: 'contains', value: '付款、发票' },
	];
	const find = yida('getAll', { conditions: { condition }, filters: {}, keys: 'label', returnAll: true });
	expect(await outputs(find)).toHaveLength(1);
});

test('an attachment comes as binary data, or as a link', async () => {
	const fileUrl = '/fileHandle?appType=APP_SANDBOX00000000001&fileName=合同.pdf';
	const [file] = await execute(yida('downloadAttachment', { fileUrl, outputBinaryField: 'data' }));
	expect(file?.binary?.data).toMatchObject({ fileName: '合同.pdf' });
	expect(Buffer.from(String(file?.binary?.data?.data), 'base64').toString()).toBe('a contract');
	const [link] = await outputs(yida('downloadAttachment', { fileUrl, additionalFields: { onlyLink: true } }));
	expect(Object.values(link ?? {})).toContainEqual(expect.stringMatching(/^http/));
});

describe('a process', () => {
	const at = (operation: string, processInstanceId: string, more: IDataObject = {}) =>
		yida(operation, { processInstanceId, ...more }, undefined, 'yidaProcess');
	const start = async () => {
		const processInstanceId = String(
			(
				await outputs(
					yida(
						'start',
						{
							form: rl('FORM-SANDBOXPURCHASES000000000000000000001'),
							...columns({ textField_what: '打印机', numberField_price: 1200 }),
						},
						undefined,
						'yidaProcess',
					),
				)
			)[0]?.processInstanceId,
		);
		const [task] = await outputs(at('getTasks', processInstanceId));
		return { processInstanceId, taskId: String(task?.taskId), approver: String(task?.actualActionerId) };
	};
	const status = async (id: string) => (await outputs(at('get', id)))[0];

	test.each([
		['AGREE', 'agree'],
		['DISAGREE', 'disagree'],
	])('is started, handed on and ended with %s', async (outResult, result) => {
		const { processInstanceId, taskId, approver } = await start();
		await outputs(
			at('redirect', processInstanceId, {
				taskId,
				from: rl(approver, 'userId'),
				to: rl('lisi', 'userId'),
				remark: '出差',
				byManager: false,
			}),
		);
		const [moved] = await outputs(at('getTasks', processInstanceId));
		expect(moved?.actualActionerId).toBe('lisi');
		await outputs(
			at('execute', processInstanceId, {
				taskId: String(moved?.taskId),
				approver: rl('lisi', 'userId'),
				outResult,
				remark: '已核对',
			}),
		);
		expect(await outputs(at('getTasks', processInstanceId))).toEqual([]);
		expect(JSON.stringify(await status(processInstanceId)).toLowerCase()).toContain(result);
		expect(JSON.stringify(await outputs(at('getRecords', processInstanceId)))).toContain('已核对');
	});

	test('is terminated', async () => {
		const { processInstanceId } = await start();
		await outputs(at('terminate', processInstanceId, { ending: 'terminate' }));
		expect(await outputs(at('getTasks', processInstanceId))).toEqual([]);
	});
});

test('the secret of the app stands in no output', async () => {
	const seen = [
		await outputs(yida('getAll', { conditions: {}, filters: {}, keys: 'id', returnAll: true })),
		await outputs(yida('getForms', { returnAll: true })),
		await outputs(yida('create', columns({ textField_name: 'x' }))),
		await outputs(yida('getFields', {})),
	];
	expect(JSON.stringify(seen)).not.toContain(YIDA_OPENS);
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
