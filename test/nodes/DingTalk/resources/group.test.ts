import { by, stage } from './support';

const { it: world, run, calls } = stage('group');
const people = (value: string) => by('userId', value);
const find = (chatid: unknown) => world.sandbox.data.groups.groups.find((one) => one.chatid === chatid);

test('created, changed, members, admins, owner: each on the ID that it wants', async () => {
	const [made] = await run('create', {
		name: '值班群',
		members: 'zhangsan,lisi',
		owner: people('wangwu'),
		additionalFields: { showHistoryType: true, searchable: false },
	});
	const { chatid, openConversationId } = made ?? {};
	expect(find(chatid)).toMatchObject({
		name: '值班群',
		owner: 'wangwu',
		members: ['wangwu', 'zhangsan', 'lisi'],
		settings: { showHistoryType: 1, searchable: 0 },
	});
	expect(await run('getConversationId', { chatid })).toEqual([{ chatid, openConversationId }]);

	await run('addMembers', { chatid, members: people('xiaoding'), additionalFields: { externals: 'un1,un2' } });
	await run('removeMembers', { chatid, members: people('lisi') });
	expect(find(chatid)).toMatchObject({ members: ['wangwu', 'zhangsan', 'xiaoding'], externals: ['un1', 'un2'] });

	const group = by('id', openConversationId);
	await run('setAdmins', { openConversationId: group, members: people('zhangsan'), role: 2 });
	expect(find(chatid)?.admins).toEqual(['zhangsan']);
	await run('setAdmins', { openConversationId: group, members: people('zhangsan'), role: 3 });
	expect(find(chatid)?.admins).toEqual([]);

	await run('changeOwner', { chatid, owner: people('zhangsan') });
	await run('update', { chatid, updateFields: { name: '应急群' } });
	expect(await run('get', { chatid, simplify: true })).toMatchObject([
		{ chatid, name: '应急群', owner: 'zhangsan', useridlist: ['wangwu', 'zhangsan', 'xiaoding'], status: 1 },
	]);
	const listed = await run('getMembers', { openConversationId: group, returnAll: true, simplify: true });
	expect(listed.map(({ name }) => name)).toEqual(['王五', '张三', '小钉']);
});

test('a changed setting does not reset the others', async () => {
	const [made] = await run('create', {
		name: 'settings',
		members: 'lisi',
		owner: people('lisi'),
		additionalFields: { showHistoryType: true },
	});
	await run('update', { chatid: made?.chatid, updateFields: { chatBannedType: true } });
	expect(find(made?.chatid)?.settings).toMatchObject({ showHistoryType: 1, chatBannedType: 1 });
});

test('found by title, with its robots and its link', async () => {
	const [company] = world.sandbox.data.groups.groups;
	expect(await run('search', { searchKey: '项目', returnAll: true, simplify: true })).toEqual([
		{ openConversationId: company?.openConversationId, title: '项目群', memberAmount: '4' },
	]);
	const robots = await run('getRobots', {
		openConversationId: by('id', company?.openConversationId),
		returnAll: true,
		simplify: true,
	});
	expect(robots).toMatchObject([{ openRobotType: 2 }]);
	const [{ link } = {}] = await run('getInviteLink', { chatid: company?.chatid });
	expect(link).toMatch(/^https:\/\/qr\.dingtalk\.com\//);
});

test.each<[string, string, object, string]>([
	['an openConversationId', 'get', { chatid: 'cidABC==' }, 'Chat ID: is an openConversationId'],
	['a chatid', 'getRobots', { openConversationId: by('id', 'chatABC') }, 'Group: is a chatid'],
	['an empty update', 'update', { chatid: 'chat1', updateFields: {} }, 'Update Fields: is empty'],
	['nobody to add', 'addMembers', { chatid: 'chat1' }, 'Members: is empty'],
	[
		'a long name',
		'create',
		{ name: 'x'.repeat(21), members: 'lisi', owner: people('lisi') },
		'Name: has 21 characters',
	],
	[
		'a range that ends before it starts',
		'getAll',
		{ filters: { createdAfter: '2026-02-01T00:00:00', createdBefore: '2026-01-01T00:00:00' }, limit: 1 },
		'Created Before: is before its start',
	],
])('%s is refused before any call', async (_, operation, parameters, message) => {
	await expect(run(operation, parameters)).rejects.toThrow(message);
	expect(calls()).toEqual([]);
});

test("the owner's reach is explained", async () => {
	const made = run('create', { name: 'x', members: 'lisi', owner: people('nobody') });
	await expect(made).rejects.toMatchObject({ description: expect.stringContaining('contact range') as string });
});
