import { DingTalkApproval } from '../../../../nodes/DingTalkApproval/DingTalkApproval.node';
import type { columnsOf } from '../../../../nodes/runtime/mapper';
import { PURCHASE_FORM } from '../../../../sandbox/data/approval';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { editor, execute, outputs, sandboxCredentials } from '../../../support/engine';

const file = { data: Buffer.from('a contract').toString('base64'), mimeType: 'application/pdf', fileName: '合同.pdf' };
const filled = {
	'TextField-TITLE': '新电脑',
	'MoneyField-SUM': 8999.5,
	'NumberField-COUNT': '3',
	'DDSelectField-KIND': '设备',
	'DDMultiSelectField-FOR': ['研发', '行政'],
	'DDDateField-BY': '2026-12-01T00:00:00',
	'DDDateField-MEET': '2026-12-02T15:30:00',
	'DDDateRangeField-USE_start': '2026-12-05',
	'DDDateRangeField-USE_end': '2026-12-07',
	'InnerContactField-WHO': 'lisi, 13800000004',
	'InnerContactField-KEEPER': { mode: 'unionId', value: 'unzhangsaniEiE' },
	'DepartmentField-DEPT': '100,101',
	'TableField-LIST': [
		{ 品名: '笔记本', 件数: 2, 单价: 4000 },
		{ 品名: '鼠标', 件数: '1' },
	],
	'DDPhotoField-PIC': 'https://example.com/1.png',
	'DDAttachment-FILE': 'data',
	'StarRatingField-STARS': 5,
};

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	await sandbox.close();
	expect(sandbox.problems()).toEqual([]);
});

const node = (resource: string, operation: string, parameters: object, timezone = 'Asia/Shanghai') => ({
	credentials: sandboxCredentials(sandbox),
	product: 'dingTalkApproval',
	parameters: { resource, operation, options: { callsPerSecond: 0 }, additionalFields: {}, ...parameters },
	items: [{ json: {}, binary: { data: file } }],
	timezone,
});
const purchase = (values: object, more: object = {}, timezone?: string) =>
	node(
		'approval',
		'create',
		{
			processCode: PURCHASE_FORM,
			originator: 'lisi',
			department: '101',
			formInput: 'fields',
			formFields: { mappingMode: 'defineBelow', value: values },
			formJson: '',
			approvers: {},
			...more,
		},
		timezone,
	);
const least = (more: object) => ({ 'TextField-TITLE': '1', 'MoneyField-SUM': 5, ...more });
const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path).length;

test('the editor shows the fields of the chosen form, each with its type and choices', async () => {
	const columns = new DingTalkApproval().methods.resourceMapping?.formFieldsColumns as ReturnType<typeof columnsOf>;
	const { fields } = await columns.call(editor(purchase({})));
	expect(fields.map(({ displayName, type, required }) => [displayName, type, required].join(' '))).toEqual([
		'采购事由 string true',
		'说明 string false',
		'金额（元） number true',
		'数量 number false',
		'采购类型 options false',
		'用途 array false',
		'期望到货日期 dateTime false',
		'验收时间 dateTime false',
		'租用开始 dateTime false',
		'租用结束 dateTime false',
		'使用人 string false',
		'保管人 string false',
		'使用部门 string false',
		'联系电话 string false',
		'采购明细 string false',
		'图片 string false',
		'附件 string false',
		'紧急程度 number false',
	]);
	expect(fields[4]?.options).toEqual(['办公用品', '设备', '服务'].map((name) => ({ name, value: name })));
});

test('a form with fields of every kind is started, its file uploaded, read and downloaded again', async () => {
	const [started] = await outputs(purchase(filled));
	const [instance] = sandbox.received.approvals;
	const sent = Object.fromEntries((instance?.form ?? []).map(({ name, value }) => [name, value]));
	expect(sent).toMatchObject({
		采购事由: '新电脑',
		'金额（元）': '8999.5',
		数量: '3',
		采购类型: '设备',
		用途: '["研发","行政"]',
		期望到货日期: '2026-12-01',
		验收时间: '2026-12-02 15:30',
		'["租用开始","租用结束"]': '["2026-12-05","2026-12-07"]',
		使用人: '["lisi","wangwu"]',
		保管人: '["zhangsan"]',
		使用部门: '100,101',
		采购明细:
			'[[{"name":"品名","value":"笔记本"},{"name":"件数","value":"2"},{"name":"单价","value":"4000"}],[{"name":"品名","value":"鼠标"},{"name":"件数","value":"1"}]]',
		图片: '["https://example.com/1.png"]',
		紧急程度: '5',
	});
	expect(JSON.parse(String(sent.附件))).toMatchObject([{ fileName: '合同.pdf', fileSize: '10', fileType: 'pdf' }]);
	const processInstanceId = started?.instanceId;
	const down = await execute(node('approval', 'downloadAttachment', { processInstanceId, fileId: '' }));
	expect(down).toMatchObject([
		{ json: { fileName: '合同.pdf', field: '附件' }, binary: { data: { data: file.data, fileName: '合同.pdf' } } },
	]);
	const { fileId } = down[0]?.json ?? {};
	expect(await execute(node('approval', 'downloadAttachment', { processInstanceId, fileId }))).toMatchObject([
		{ binary: { data: { data: file.data } } },
	]);
});

test('people of a form as answers tell of them', async () => {
	const who = [{ userid: 'lisi', name: '李四' }, { emplId: 'wangwu' }, { unionId: sandbox.company.users[1]?.unionid }];
	await outputs(purchase(least({ 'InnerContactField-WHO': who })));
	expect(sandbox.received.approvals[0]?.form.find(({ name }) => name === '使用人')?.value).toBe(
		'["lisi","wangwu","zhangsan"]',
	);
});

test('the parts of an address keep their places, equal ones too', async () => {
	const form = sandbox.data.approval.forms.find(({ processCode }) => processCode === PURCHASE_FORM);
	form?.components.push({ id: 'AddressField-AREA', componentName: 'AddressField', label: '省市区' });
	const values = ['上海市，上海市, 浦东新区', '北京,,河东区', '["上海市","上海市","浦东新区"]'];
	for (const value of values) await outputs(purchase(least({ 'AddressField-AREA': value })));
	expect(sandbox.received.approvals.map(({ form }) => form.find(({ name }) => name === '省市区')?.value)).toEqual([
		'上海市,上海市,浦东新区',
		'北京,,河东区',
		'上海市,上海市,浦东新区',
	]);
});

test('two items of one form: its fields and the space of files are asked for once', async () => {
	const call = purchase({ ...filled, 'InnerContactField-WHO': 'lisi', 'InnerContactField-KEEPER': 'lisi' });
	await outputs({ ...call, items: [...call.items, ...call.items] });
	expect(sandbox.received.approvals).toHaveLength(2);
	expect(calls('/v1.0/workflow/forms/schemas/processCodes')).toBe(1);
	expect(calls('/v1.0/workflow/processInstances/spaces/infos/query')).toBe(1);
});

test('dates of a form are those of the workflow’s zone', async () => {
	const least = { 'TextField-TITLE': '1', 'MoneyField-SUM': 1, 'DDDateField-BY': '2026-11-30T23:30:00-11:00' };
	for (const zone of ['Pacific/Midway', 'Europe/Berlin', 'Asia/Shanghai', 'Pacific/Kiritimati'])
		await outputs(purchase(least, {}, zone));
	expect(sandbox.received.approvals.map(({ form }) => form.find(({ name }) => name === '期望到货日期')?.value)).toEqual(
		['2026-11-30', '2026-12-01', '2026-12-01', '2026-12-02'],
	);
});

test.each<[string, object, object]>([
	['the form requires "金额（元）"', { 'MoneyField-SUM': '' }, {}],
	['金额（元）: is not a number', { 'MoneyField-SUM': 'viel' }, {}],
	['采购类型: is not one of its choices', { 'DDSelectField-KIND': '汽车' }, {}],
	['期望到货日期: is not a date', { 'DDDateField-BY': 'morgen' }, {}],
	['租用结束: is empty', { 'DDDateRangeField-USE_end': '' }, {}],
	['租用结束: is before "租用开始"', { 'DDDateRangeField-USE_end': '2026-12-01' }, {}],
	['保管人: takes one person', { 'InnerContactField-KEEPER': 'lisi,zhangsan' }, {}],
	['使用人: has an entry that names nobody', { 'InnerContactField-WHO': ['lisi', { name: '李四' }] }, {}],
	['采购明细: has no column "颜色"', { 'TableField-LIST': '[{"颜色":"红"}]' }, {}],
	['there is no column "体积"', { 体积: 3 }, {}],
])('refused: %s', async (sentence, values, more) => {
	const attempt = purchase({ ...filled, ...values }, more);
	await expect(execute(attempt)).rejects.toThrow(sentence);
	expect(sandbox.received.approvals).toEqual([]);
});

test('what the form requires may come as JSON; JSON alone asks for no fields', async () => {
	await outputs(purchase({ 'TextField-TITLE': '1' }, { formJson: '{"金额（元）": 5}' }));
	await outputs(purchase({}, { formInput: 'json', formJson: '{"采购事由": "1", "金额（元）": 5}' }));
	expect(sandbox.received.approvals.map(({ form }) => form.length)).toEqual([2, 2]);
	expect(calls('/v1.0/workflow/forms/schemas/processCodes')).toBe(1);
});

test.each<[string, object]>([
	[
		'the JSON',
		{ formInput: 'json', formJson: '{"采购事由":"1","金额（元）":5,"采购明细":[{"品名":"笔记本","件数":2}]}' },
	],
	[
		'the field',
		{ formFields: { mappingMode: 'defineBelow', value: least({ 'TableField-LIST': [{ 品名: '笔记本', 件数: 2 }] }) } },
	],
	[
		'the field, as cells',
		{
			formFields: {
				mappingMode: 'defineBelow',
				value: least({
					'TableField-LIST': [
						[
							{ name: '品名', value: '笔记本' },
							{ name: '件数', value: 2 },
						],
					],
				}),
			},
		},
	],
])('a table by %s', async (_, more) => {
	await outputs(purchase({}, more));
	expect(sandbox.received.approvals[0]?.form.find(({ name }) => name === '采购明细')?.value).toBe(
		'[[{"name":"品名","value":"笔记本"},{"name":"件数","value":"2"}]]',
	);
});

test('forms are listed and read, their flow forecast', async () => {
	expect(await outputs(node('form', 'getAll', { returnAll: true, filters: {} }))).toMatchObject([
		{ name: '请假' },
		{ name: '采购申请' },
	]);
	const [form] = await outputs(node('form', 'get', { processCode: PURCHASE_FORM, simplify: true }));
	expect(form).toMatchObject({ name: '采购申请' });
	expect(form?.fields).toContainEqual(
		expect.objectContaining({ type: 'DDMultiSelectField', options: ['研发', '市场', '行政'] }),
	);
	const steps = await outputs(
		node('approval', 'forecast', {
			processCode: PURCHASE_FORM,
			originator: 'lisi',
			department: '101',
			formFields: { mappingMode: 'defineBelow', value: filled },
			simplify: true,
		}),
	);
	expect(steps).toMatchObject([
		{ activityId: 'sid-startevent' },
		{ activityActioners: [{ userId: 'zhangsan' }], actorKey: 'manual_sandbox-activity' },
	]);
});
