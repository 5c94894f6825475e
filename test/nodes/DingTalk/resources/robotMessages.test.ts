import { by, stage } from './support';

const { it: world, run, items, hinted, calls } = stage('robot');
const GROUP = () => world.sandbox.company.openConversationId;
const message = (id: unknown) => world.sandbox.received.messages.find((one) => one.id === id);

test('sent to people, read by one, recalled', async () => {
	const [sent] = await run('sendToUsers', { users: 'zhangsan,lisi', text: 'Hello' });
	const [key] = sent?.processQueryKeys as string[];
	Object.assign(message(key) ?? {}, { readBy: ['lisi'] });
	expect(await run('getReadStatus', { processQueryKey: key, returnAll: true, simplify: true })).toEqual([
		{ userId: 'zhangsan', name: '张三', readStatus: 'UNREAD', sendStatus: 'SUCCESS' },
		{ userId: 'lisi', name: '李四', readStatus: 'READ', sendStatus: 'SUCCESS' },
	]);
	expect(await run('recall', { processQueryKeys: [key, 'nothing'] })).toEqual([
		{ processQueryKey: key, recalled: true },
		{ error: { entry: 'nothing', message: 'invalid.processQueryKey' } },
	]);
	expect(message(key)?.recalled).toBe(true);
});

test('sent to a group, its readers page by page, recalled', async () => {
	const [sent] = await run('sendToGroup', { openConversationId: by('id', GROUP()), text: 'Hello' });
	const key = sent?.processQueryKey;
	const readBy = Array.from({ length: 250 }, (_, n) => `reader${n}`);
	Object.assign(message(key) ?? {}, { readBy });
	const asked = { openConversationId: by('id', GROUP()), processQueryKey: key, returnAll: true };
	expect(await run('getGroupReaders', asked)).toEqual(readBy.map((userId) => ({ userId })));
	expect(calls().filter((path) => path.endsWith('groupMessages/query'))).toHaveLength(2);
	await run('recallFromGroup', { openConversationId: by('id', GROUP()), processQueryKeys: key });
	expect(message(key)?.recalled).toBe(true);
});

test('45 messages are recalled in three calls; none recalled is an error', async () => {
	const keys = Array.from({ length: 45 }, (_, n) => `key-${n}`);
	await expect(run('recall', { processQueryKeys: keys })).rejects.toThrow('invalid.processQueryKey');
	expect(calls()).toHaveLength(3);
});

test('of three recalls one fails: its messages are refused, the others are recalled', async () => {
	const send = async () => {
		const [sent] = await run('sendToUsers', { users: 'zhangsan', text: 'Hello' });
		return (sent?.processQueryKeys as string[])[0];
	};
	const [first, last] = [await send(), await send()];
	const keys = [first, ...Array.from({ length: 43 }, (_, n) => `key-${n}`), last];
	world.sandbox.fault({ kind: 'quota', match: '/v1.0/robot/otoMessages/batchRecall' });
	const { items: all, hints } = await hinted('recall', { processQueryKeys: keys });
	expect(all.filter(({ recalled }) => recalled)).toEqual([{ processQueryKey: last, recalled: true }]);
	expect(all.filter(({ error }) => error)).toHaveLength(44);
	expect(hints).toContain('DingTalk refused 44 of 45');
});

test('nobody reached is an error, somebody left out is a hint and stands in the output', async () => {
	await expect(run('sendToUsers', { users: 'nobody,noone', text: 'Hello' })).rejects.toThrow(/nobody: .*noone: /);
	const { items: sent, hints } = await hinted('sendToUsers', { users: 'lisi,nobody', text: 'Hello' });
	expect(sent).toMatchObject([{ invalidStaffIdList: ['nobody'] }]);
	expect(hints).toContain('DingTalk refused 1 of 2: nobody');
});

test('the groups that the robot is in', async () => {
	expect(await run('getGroups', { returnAll: true })).toEqual([{ openConversationId: GROUP() }]);
});

test('a file that somebody sent comes under the name of the message', async () => {
	await expect(run('downloadFile', { downloadCode: 'gone', fileName: '' })).rejects.toThrow('下载码有误或者已经过期');
	const code = world.sandbox.files.put({ name: 'x.bin', data: Buffer.from('bytes') });
	const [item] = await items('downloadFile', { downloadCode: code, fileName: 'report.pdf' });
	expect(item?.binary?.data).toMatchObject({ fileName: 'report.pdf' });
	expect(item?.json).toMatchObject({ fileName: 'report.pdf' });
});

test('a chatid is refused with the way to convert it', async () => {
	const refused = run('sendToGroup', { openConversationId: by('id', 'chat1234'), text: 'Hello' });
	await expect(refused).rejects.toThrow('Group: Get Conversation ID converts it');
	expect(calls()).toEqual([]);
});
