import { by, stage } from './support';

const { it: world, run, calls } = stage('sceneGroup');
const people = (value: string) => by('userId', value);
const find = (id: unknown) => world.sandbox.data.groups.groups.find((one) => one.openConversationId === id);
const template = () => by('id', world.sandbox.data.groups.templates[0]?.templateId);

const make = async (more: object = {}) => {
	const [made] = await run('create', {
		title: '应急',
		groupTemplateId: template(),
		members: 'zhangsan,lisi',
		owner: people('wangwu'),
		...more,
	});
	return { id: made?.open_conversation_id, at: { openConversationId: by('id', made?.open_conversation_id) } };
};

test('created, members, admins, muted, changed, dissolved', async () => {
	const { id, at } = await make({ additionalFields: { onlyAdminCanDing: true } });
	expect(find(id)?.settings).toEqual({ only_admin_can_ding: 1 });
	await run('addMembers', { ...at, members: people('xiaoding'), additionalFields: { externals: 'un1' } });
	await run('removeMembers', { ...at, members: people('lisi') });
	expect(await run('getMembers', { ...at, returnAll: true })).toEqual([
		{ userId: 'wangwu', name: '王五', external: false },
		{ userId: 'zhangsan', name: '张三', external: false },
		{ userId: 'xiaoding', name: '小钉', external: false },
		{ unionId: 'un1', name: '外部 un1', external: true },
	]);
	await run('setAdmins', { ...at, members: people('zhangsan'), role: 2 });
	await run('muteMembers', { ...at, members: people('xiaoding'), muteStatus: 1, minutes: 5 });
	expect(Object.keys(find(id)?.muted ?? {})).toEqual(['xiaoding']);
	await run('muteMembers', { ...at, members: people('xiaoding'), muteStatus: 0 });
	expect(find(id)?.muted).toEqual({});
	await run('update', { ...at, updateFields: { title: '结束', chatBannedType: true } });
	expect(await run('get', { ...at, simplify: true, options: { includeSettings: true } })).toEqual([
		{
			openConversationId: id,
			title: '结束',
			ownerUserId: 'wangwu',
			templateId: template().value,
			status: 1,
			memberAmount: 4,
			adminUserIds: ['zhangsan'],
			managementOptions: { only_admin_can_ding: 1, chat_banned_type: 1 },
		},
	]);
	await run('delete', at);
	expect(find(id)?.dissolved).toBe(true);
});

test('the same business ID makes one group', async () => {
	const first = await make({ additionalFields: { uuid: 'incident-7' } });
	expect((await make({ additionalFields: { uuid: 'incident-7' } })).id).toBe(first.id);
});

test('30 admins are three calls', async () => {
	const members = Array.from({ length: 30 }, (_, n) => `worker${n + 1}`).join(',');
	const { id, at } = await make({ members });
	world.sandbox.clearLog();
	await run('setAdmins', { ...at, members, role: 2 });
	expect(calls()).toHaveLength(3);
	expect(find(id)?.admins).toHaveLength(30);
});

test.each<[string, string, object, string]>([
	['a chatid', 'get', { openConversationId: by('id', 'chatABC') }, 'Scene Group: is a chatid'],
	['an empty update', 'update', { openConversationId: by('id', 'cid1'), updateFields: {} }, 'Update Fields: is empty'],
	['nobody', 'removeMembers', { openConversationId: by('id', 'cid1') }, 'Members: is empty'],
])('%s is refused before any call', async (_, operation, parameters, message) => {
	await expect(run(operation, parameters)).rejects.toThrow(message);
	expect(calls()).toEqual([]);
});

test('an ordinary group is told apart', async () => {
	const ordinary = by('id', world.sandbox.company.openConversationId);
	await expect(run('get', { openConversationId: ordinary })).rejects.toMatchObject({
		description: expect.stringContaining('resource Group') as string,
	});
});
