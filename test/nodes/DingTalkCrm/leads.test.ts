/** The organisation's CRM through the node against the sandbox: what one operation does, the next one sees. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

const by = (mode: string, value: string) => ({ __rl: true, mode, value });
const fields = (name: string, value: IDataObject) => ({
	[name]: { mappingMode: 'defineBelow', value, matchingColumns: [] },
});
const on = (resource: string, operation: string, parameters: IDataObject) => ({
	product: 'dingTalkCrm',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, relationType: 'crm_customer', options: { callsPerSecond: 0 }, ...parameters },
	timezone: 'Asia/Shanghai',
});
const create = (value: IDataObject, more: IDataObject = {}) =>
	on('customer', 'create', { ...fields('customerFields', value), ...more });
const named = async (filterType: string, value: string) =>
	(
		await outputs(
			on('customer', 'getAll', {
				scope: 'query',
				returnAll: true,
				simplify: true,
				conditions: { condition: [{ conditionsField: 'customer_name', filterType, value }] },
			}),
		)
	).map((entry) => entry['客户名称']);

test.each([
	['contact', {}],
	['customObject', { formCode: 'PROC-SANDBOX-EQUIPMENT' }],
])('%s: more than the 100 that a page may hold are found', async (resource, parameters) => {
	const { contacts, equipment } = sandbox.data.crm;
	for (const entries of [contacts, equipment])
		entries.splice(
			0,
			Infinity,
			...Array.from({ length: 150 }, (_, index) => ({
				instanceId: `i${index}`,
				objectType: resource,
				creatorUserId: 'zhangsan',
				created: 0,
				modified: 0,
				data: {},
				owners: [],
				participants: [],
			})),
		);
	const all = { ...parameters, returnAll: true, filters: {}, simplify: true };
	expect(new Set((await outputs(on(resource, 'getAll', all))).map(({ instanceId }) => instanceId)).size).toBe(150);
	const some = { ...parameters, returnAll: false, limit: 120, filters: {}, simplify: true };
	expect(await outputs(on(resource, 'getAll', some))).toHaveLength(120);
});

test('a customer is created, found by its own form, changed, deleted', async () => {
	const [made] = await outputs(
		create(
			{
				customer_name: '西山科技',
				'NumberField-SANDBOX1': 20,
				'DDDateField-SANDBOX1': '2020-01-01',
				'MultiTagField-SANDBOX1': ['高意向', '低意向'],
			},
			{ additionalFields: { owners: by('userId', 'zhangsan') } },
		),
	);
	const instanceId = String(made?.instanceId);
	expect(sandbox.data.crm.customers.at(-1)).toMatchObject({
		instanceId,
		owners: ['zhangsan'],
		data: {
			'NumberField-SANDBOX1': '20',
			'DDDateField-SANDBOX1': '2020-01-01',
			'MultiTagField-SANDBOX1': '["高意向","低意向"]',
		},
	});
	expect(await named('SEARCH', '西山')).toEqual(['西山科技']);
	await outputs(
		on('customer', 'update', { instanceId, ...fields('customerChanges', { customer_follow_up_status: '成交' }) }),
	);
	expect(await outputs(on('customer', 'get', { instanceIds: instanceId, simplify: true }))).toMatchObject([
		{ 客户名称: '西山科技', 跟进状态: '成交', 员工人数: 20, 标签: ['高意向', '低意向'] },
	]);
	await outputs(on('customer', 'delete', { instanceId }));
	expect(await named('SEARCH', '西山')).toEqual([]);
});

test('a second customer of the same name is refused where the duplicate check is on', async () => {
	const twin = (skipDuplicateCheck: boolean) =>
		create({ customer_name: '东海贸易有限公司' }, { additionalFields: { skipDuplicateCheck } });
	await expect(execute(twin(false))).rejects.toThrow(/same\.data\.exists/);
	expect(await outputs(twin(true))).toMatchObject([{ instanceId: expect.any(String) as string }]);
});

test('a contact and a follow-up belong to their customer', async () => {
	const [customer] = await outputs(create({ customer_name: '西山科技' }));
	const place = { customer: by('id', String(customer?.instanceId)) };
	const [contact] = await outputs(
		on('contact', 'create', {
			...place,
			...fields('contactFields', { contact_name: '小钉', contact_phone: '18500000000' }),
		}),
	);
	await outputs(
		on('contact', 'update', { relationId: contact?.relationId, ...fields('contactChanges', { contact_name: '小明' }) }),
	);
	expect(sandbox.data.crm.contacts.at(-1)?.data).toMatchObject({ contact_name: '小明', contact_phone: '18500000000' });
	await outputs(
		on('followUp', 'create', {
			...place,
			...fields('followUpFields', { 'DDSelectField-SANDBOX1': '电话拜访', 'TextareaField-SANDBOX1': '已报价' }),
		}),
	);
	expect(JSON.stringify(sandbox.data.crm.followUps.at(-1)?.data)).toContain(String(customer?.instanceId));
});

test('a number that is none is refused before anything is sent', async () => {
	const lead = create({ customer_name: '甲', 'NumberField-SANDBOX1': '二十' });
	await expect(execute(lead)).rejects.toThrow('员工人数: is not a number: 二十');
	expect(sandbox.log.filter(({ method, path }) => method === 'POST' && path.startsWith('/v1.0/crm'))).toEqual([]);
});

test.each([
	['a choice off the list', { customer_name: '甲', customer_follow_up_status: '丢失' }, '丢失'],
	['no name', { 'TextField-SANDBOX1': '展会' }, '客户名称'],
])('%s is refused by the CRM, whose words are told', async (_, value, words) => {
	await expect(execute(create(value))).rejects.toThrow(words);
	expect(sandbox.data.crm.customers).toHaveLength(1);
});

// queryDsl is JSON text: a value that closes its quotes would change the question.
test.each(['西山"}],"order":"ASC"', '\\', '"],"filterType":"EQ"', "西山' or '1'='1"])(
	'the text %j is looked for as it is',
	async (text) => {
		await outputs(create({ customer_name: `甲${text}乙` }));
		await outputs(create({ customer_name: '西山科技' }));
		expect(await named('SEARCH', text)).toEqual([`甲${text}乙`]);
	},
);
