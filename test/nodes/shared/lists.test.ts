import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listSearchOf } from '../../../nodes/runtime/list';
import { sharedLists } from '../../../nodes/shared/lists';
import { personModes } from '../../../nodes/shared/person';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { editor, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 230 });
});
afterEach(() => {
	expect(sandbox.problems()).toEqual([]);
	sandbox.clearFaults();
	sandbox.clearLog();
});
afterAll(async () => await sandbox.close());

const searchDepartments = listSearchOf(sharedLists.searchDepartments);
const searchUsers = listSearchOf(sharedLists.searchUsers);

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;
const context = (overrides = {}) =>
	editor({
		parameters: { resource: 'todo', operation: 'create' },
		credentials: sandboxCredentials(sandbox, overrides),
	});

/** All pages, as somebody who scrolls to the end sees them; none may be empty before the last. */
async function scroll(search: Search, filter?: string): Promise<Array<{ name: string; value: unknown }>> {
	const found: INodeListSearchResult['results'] = [];
	let token: string | undefined;
	do {
		const page: INodeListSearchResult = await search.call(context(), filter, token as string | undefined);
		token = page.paginationToken as string | undefined;
		if (token !== undefined) expect(page.results.length).toBeGreaterThan(0);
		found.push(...page.results);
	} while (token !== undefined);
	return found;
}

const sorted = (values: unknown[]) => [...new Set(values.map(String))].sort();

test('people by a part of their name', async () => {
	const [zhang] = (await searchUsers.call(context(), '张')).results;
	expect(zhang).toEqual({ name: '张三 · 技术总监', value: 'zhangsan' });
	expect((await searchUsers.call(context(), 'nobody at all')).results).toEqual([]);
});

test('people by pinyin, which DingTalk searches, and the placeholder says what can be typed', async () => {
	expect((await searchUsers.call(context(), 'zhaoliu')).results).toEqual([{ name: '赵六 · 工程师', value: 'user01' }]);
	expect(personModes[0]?.placeholder).toBe('Name, pinyin, mobile or user ID');
});

test('people by mobile number and user ID, which DingTalk does not search', async () => {
	const [{ mobile, userid } = { mobile: '', userid: '' }] = sandbox.company.users.filter(({ name }) => name === '张三');
	const zhang = [{ name: '张三 · 技术总监', value: userid }];
	expect((await searchUsers.call(context(), mobile)).results).toEqual(zhang);
	expect((await searchUsers.call(context(), userid)).results).toEqual(zhang);
	expect((await searchUsers.call(context(), mobile.slice(0, -1))).results).toEqual([]);
	expect(sandbox.log.filter(({ path }) => path.endsWith('getbymobile'))).toHaveLength(1);
});

test('more people than a page holds, each once', async () => {
	const { name = '' } = sandbox.company.users.find(({ userid }) => userid === 'worker12') ?? {};
	const wanted = sandbox.company.users.filter((user) => user.name.includes(name.slice(0, -1)));
	expect(wanted.length).toBeGreaterThan(10);
	const found = await scroll(searchUsers, name.slice(0, -1));
	expect(sorted(found.map(({ value }) => value))).toEqual(sorted(wanted.map(({ userid }) => userid)));
	expect(new Set(found.map(({ value }) => value)).size).toBe(found.length);
});

test.each([
	['people', searchUsers, '张'],
	['departments', searchDepartments, '中心'],
])(
	'%s: a search that n8n 1 goes on with where another list went on begins at its beginning',
	async (_, search, filter) => {
		const wanted = await search.call(context(), filter);
		const { paginationToken: browsing } = await search.call(context());
		expect(browsing).toBeDefined();
		for (const place of [String(browsing), '1', ''])
			expect(await search.call(context(), filter, place)).toEqual(wanted);
		expect(await search.call(context(), '', String(wanted.paginationToken))).toEqual(await search.call(context()));
	},
);

test('everyone, while nothing is typed', async () => {
	expect(sorted((await scroll(searchUsers)).map(({ value }) => value))).toEqual(
		sorted(sandbox.company.users.map(({ userid }) => userid)),
	);
});

test('departments by a part of their name', async () => {
	const { name, dept_id } = sandbox.company.departments.find(({ parent_id }) => parent_id > 1) ??
		sandbox.company.departments[1] ?? { name: '', dept_id: 0 };
	expect((await searchDepartments.call(context(), name.slice(0, 2))).results).toContainEqual({
		name,
		value: String(dept_id),
	});
});

test('every department, while nothing is typed: below departments without any, too', async () => {
	const found = await scroll(searchDepartments);
	expect(found[0]).toEqual({ name: 'Root department 根部门', value: '1' });
	expect(sorted(found.map(({ value }) => value))).toEqual(
		sorted(sandbox.company.departments.map(({ dept_id }) => dept_id)),
	);
});

test.each([
	['people', searchUsers],
	['departments', searchDepartments],
])('%s: what goes wrong is shown, not an empty list', async (_, search) => {
	sandbox.fault({ kind: 'quota' });
	await expect(search.call(context(), '张')).rejects.toMatchObject({
		message: expect.stringContaining('ApiCountLimitForOrg'),
		description: expect.stringContaining('this month'),
	});
	await expect(search.call(context({ clientSecret: 'a-wrong-secret' }), '张')).rejects.toMatchObject({
		message: expect.stringContaining('invalidClientIdOrSecret'),
	});
});
