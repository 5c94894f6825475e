/** Follow-up records, contacts and custom objects of the CRM, changed and deleted through the node against the sandbox. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => expect(sandbox.problems()).toEqual([]));
afterAll(async () => await sandbox.close());

const fields = (name: string, value: IDataObject) => ({
	[name]: { mappingMode: 'defineBelow', value, matchingColumns: [] },
});
const on = (resource: string, operation: string, parameters: IDataObject) => ({
	product: 'dingTalkCrm',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, options: { callsPerSecond: 0 }, ...parameters },
	timezone: 'Asia/Shanghai',
});
const FOLLOW_UP = 'f0000000-5a5d-4b0c-9d55-000000000001';
const CONTACT = 'c0000000-5a5d-4b0c-9d55-000000000001';

test('a follow-up is changed, then deleted; one that is not there is an error of its own', async () => {
	const change = (followUpId: string, value: IDataObject) =>
		on('followUp', 'update', { followUpId, ...fields('followUpChanges', value) });
	expect(await outputs(change(FOLLOW_UP, { 'TextareaField-SANDBOX1': '已签约' }))).toMatchObject([
		{ instanceId: FOLLOW_UP, success: true },
	]);
	expect(sandbox.data.crm.followUps[0]?.data).toMatchObject({
		'DDSelectField-SANDBOX1': '电话拜访',
		'TextareaField-SANDBOX1': '已签约',
	});
	await expect(execute(change(FOLLOW_UP, {}))).rejects.toThrow('Columns');
	await expect(execute(change('nobody', { 'TextareaField-SANDBOX1': 'x' }))).rejects.toThrow(/nobody not found/);
	expect(await outputs(on('followUp', 'delete', { followUpIds: `nobody, ${FOLLOW_UP}` }))).toMatchObject([
		{ instanceId: FOLLOW_UP, success: true },
		{ error: { entry: 'nobody', code: 'data.format.error' } },
	]);
	expect(sandbox.data.crm.followUps).toEqual([]);
});

test('a contact is deleted; a second time it fails', async () => {
	const remove = on('contact', 'delete', { relationId: CONTACT });
	expect(await outputs(remove)).toEqual([{ success: true, instanceId: CONTACT }]);
	expect(sandbox.data.crm.contacts).toEqual([]);
	await expect(execute(remove)).rejects.toThrow(/not found/);
});

test('a record of an own form is made, changed and found by the labels of the form', async () => {
	const formCode = 'PROC-SANDBOX-EQUIPMENT';
	const write = (value: IDataObject, recordId = '') =>
		on('customObject', 'create', { formCode, recordId, ...fields('customFields', value), additionalFields: {} });
	const [made] = await outputs(write({ 'TextField-SANDBOX2': '打印机', 'DDSelectField-SANDBOX2': '使用中' }));
	expect(made).toMatchObject({ created: true });
	// The name is needed by a new record only.
	expect(await outputs(write({ 'DDSelectField-SANDBOX2': '维修中' }, String(made?.instanceId)))).toMatchObject([
		{ instanceId: made?.instanceId, created: false },
	]);
	await expect(execute(write({ 'DDSelectField-SANDBOX2': '维修中' }))).rejects.toThrow('need a value for: 设备名称');
	const condition = [{ customConditionsField: 'DDSelectField-SANDBOX2', filterType: 'EQ', value: '维修中' }];
	expect(
		await outputs(
			on('customObject', 'getAll', {
				formCode,
				returnAll: true,
				customConditions: { condition },
				filters: {},
				simplify: true,
			}),
		),
	).toMatchObject([{ instanceId: made?.instanceId, 设备名称: '打印机', 状态: '维修中' }]);
});
