import { products, rowsOf } from '../../../nodes/catalog';
import { derivedName } from '../../../scripts/catalog/names';
import { VERBS } from '../../../scripts/catalog/verbs';

const known = { method: 'POST', path: '/v1.0/x/things/query', zh: '' } as const;

test.each([
	['createTodoTask', 'Create To-Do Task'],
	['getOrgMicroAppByIds', 'Get Organization Micro App by IDs'],
	['batchOTOQuery', 'Query One-on-One in Batch'],
	['createBatchTradeOrder', 'Create Batch Trade Order'],
	['seachTaskStage', 'Search Task Stage'],
	['cardGetCard', 'Get Card'],
	['hrmMailSend', 'Send HRM Mail'],
	['openGroupRoleAdd', 'Add Open Group Role'],
	['openConnection', 'Open Connection'],
	['chatMemoGetFileList', 'Get Chat Memo File List'],
	['chatMemoFaqList', 'List Chat Memo FAQ'],
	['preCheckTemplate', 'Check Template in Advance'],
	['pageQueryDevices', 'Query Devices by Page'],
	['taskInfoFinishTask', 'Finish Task'],
	['unAlignObjective', 'Unalign Objective'],
	['updateKROfScore', 'Update KR of Score'],
	['okrPeriods', 'Query OKR Periods'],
])('name of %s', (action, name) => expect(derivedName(action, known)).toBe(name));

test('what the action does not say is taken from address, title or method', () => {
	expect(derivedName('digitalStoreRoles', { method: 'GET', path: '/v1.0/x/roles', zh: '' })).toBe(
		'Get Digital Store Roles',
	);
	expect(derivedName('smartQuoteData', { method: 'POST', path: '/v1.0/x/datas', zh: '添加智能报价数据' })).toBe(
		'Add Smart Quote Data',
	);
});

test('every name begins with what the operation does', async () => {
	const rows = (await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)))).flat();
	const strange = rows.filter(({ name }) => {
		const [first = ''] = name.split(' ');
		return !VERBS.has(first.toLowerCase()) && first !== 'Call';
	});
	expect(strange.map(({ id, name }) => `${id}: ${name}`)).toEqual([]);
	expect(rows.length).toBeGreaterThan(3000);
});
