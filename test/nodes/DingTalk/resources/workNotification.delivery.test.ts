import { stage } from './support';

const { it: world, run, hinted, calls } = stage('workNotification');

const SEND = { content: 'to whom it may concern', options: { checkDelivery: true } };

test('a notification that reaches nobody is an error, once its delivery is asked for', async () => {
	await expect(run('send', { ...SEND, people: 'nobody' })).rejects.toThrow(/nobody: no such person/);
	const [sent] = await run('send', { content: 'unasked', people: 'nobody' });
	expect(sent).toHaveProperty('taskId');
});

test('people who were left out are a hint and stand in the output', async () => {
	const { items, hints } = await hinted('send', { ...SEND, content: 'to two', people: 'lisi,nobody' });
	expect(items).toMatchObject([{ taskIds: [expect.any(Number)], reached: 1, notReached: ['nobody'] }]);
	expect(hints).toContain('DingTalk refused 1 of 2: nobody');
	const again = await hinted('getResult', { taskId: items[0]?.taskId });
	expect(again.items).toMatchObject([{ invalid_user_id_list: ['nobody'] }]);
	expect(again.hints).toContain('DingTalk refused 1 of 2: nobody');
});

test('a result that cannot be asked for does not make a failure of what was sent', async () => {
	world.sandbox.fault({ match: '/topapi/message/corpconversation/getsendprogress', kind: 'quota' });
	const { items, hints } = await hinted('send', { ...SEND, content: 'unanswered', people: 'lisi' });
	expect(items).toEqual([{ taskId: expect.any(Number), taskIds: [expect.any(Number)] }]);
	expect(hints).toContain('was sent, but its delivery could not be checked');
	expect(calls().filter((path) => path.endsWith('asyncsend_v2'))).toHaveLength(1);
	world.sandbox.clearFaults();
});
