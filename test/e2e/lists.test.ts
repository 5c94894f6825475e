import type { INodePropertyOptions } from 'n8n-workflow';
import { productOf } from '../../scripts/nodes';
import { sandboxCredentials } from '../../scripts/host/sandboxCredentials';
import { type Bench, openBench } from './support/bench';
import { type Form, loadOptions, searchList } from './support/form';

/** What the editor's lists offer while somebody fills in a form. */
describe('lists to choose from', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench({ people: 130 })));
	afterEach(() => expect(bench.sandbox.problems()).toEqual([]));
	afterAll(async () => await bench.close());

	const form = (resource: string, operation: string): Form => ({
		node: productOf(resource, operation).name,
		parameters: { resource, operation },
		credential: bench.credentials.dingTalkApi,
	});
	const names = ({ results }: { results: INodePropertyOptions[] }) =>
		results.map(({ name, value }) => `${value} ${name}`);

	it('people by name, and all of them while nothing is typed', async () => {
		expect(names(await searchList(bench.api, form('todo', 'create'), 'person', 'searchUsers', '张'))).toEqual([
			'zhangsan 张三 · 技术总监',
		]);
		const everyone = await searchList(bench.api, form('todo', 'create'), 'person', 'searchUsers', '');
		expect(names(everyone)).toEqual(['manager7675 李娜 · 总经理', 'xiaoding 小钉 · 助理']);
		expect(everyone.paginationToken).toBeDefined();
	});

	it('departments by name', async () => {
		expect(
			names(await searchList(bench.api, form('user', 'getAll'), 'department', 'searchDepartments', '研发')),
		).toEqual(['100 研发部']);
	});

	it('approval forms', async () => {
		const { processCode, template } = bench.sandbox.company;
		expect(
			names(await searchList(bench.api, form('approval', 'create'), 'processCode', 'processCodeList', '请假')),
		).toEqual([`${processCode} ${template.name}`]);
	});

	it('columns of the attendance report', async () => {
		const options = await loadOptions(bench.api, form('attendance', 'getColumnValues'), 'columns', 'columnsList');
		expect(options.map(({ name }) => name)).toEqual(bench.sandbox.company.attendanceColumns.map(({ name }) => name));
	});

	it('an error is shown, not an empty list', async () => {
		const credential = await bench.api.createCredential('lists: wrong', 'dingTalkApi', {
			...sandboxCredentials(bench.sandbox).dingTalkApi,
			clientSecret: 'x',
		});
		await expect(
			searchList(bench.api, { ...form('todo', 'create'), credential }, 'person', 'searchUsers', '张'),
		).rejects.toThrow(/invalidClientIdOrSecret/);
	});
});
