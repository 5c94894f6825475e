import { by, stage } from './support';

describe('DING', () => {
	const { it: world, run, hinted, calls } = stage('ding');

	test('sent and recalled', async () => {
		const [sent] = await run('send', { people: 'lisi,zhangsan', content: 'Fire', remindType: 1 });
		expect(world.sandbox.received.dings).toMatchObject([{ content: 'Fire', userids: ['lisi', 'zhangsan'] }]);
		await run('recall', { openDingId: sent?.openDingId });
		expect(world.sandbox.received.dings).toMatchObject([{ recalled: true }]);
	});

	test('the number of people of a call follows the way; nobody reached is an error', async () => {
		const { items, hints } = await hinted('send', { people: 'lisi,nobody', content: 'Fire', remindType: 1 });
		expect(items).toMatchObject([{ failedUserIds: ['nobody'] }]);
		expect(hints).toContain('DingTalk refused 1 of 2: nobody');
		await expect(run('send', { people: 'nobody', content: 'Fire', remindType: 1 })).rejects.toThrow(
			'nobody: user not exist',
		);

		world.sandbox.clearLog();
		const many = Array.from({ length: 450 }, (_, n) => `worker${(n % 30) + 1}`).join(',');
		const some = `${many},${Array.from({ length: 201 }, (_, n) => `stranger${n}`).join(',')}`;
		await run('send', { people: some, content: 'Fire', remindType: 1 });
		expect(calls()).toHaveLength(2);
	});

	test('a phone call that is not bought says where to buy it', async () => {
		await expect(run('send', { people: 'lisi', content: 'Fire', remindType: 3 })).rejects.toMatchObject({
			description: expect.stringContaining('value-added services') as string,
		});
	});
});

describe('AI card', () => {
	const { it: world, run, calls } = stage('aiCard');
	const card = (id: unknown) => world.sandbox.received.cards.find(({ outTrackId }) => outTrackId === id);
	const chat = { sendTo: 'chat', chatType: 'single', conversationId: 'cidPrivate', sender: 'lisi' };

	test('starts in the chat of the message, is written and finished', async () => {
		const [started] = await run('start', chat);
		const { outTrackId } = started ?? {};
		expect(started).toMatchObject({ contentKey: 'msgContent' });
		expect(card(outTrackId)).toMatchObject({ spaces: ['IM_ROBOT.lisi'], publicData: { flowStatus: '1' } });
		await run('write', { outTrackId, content: 'It' });
		await run('write', { outTrackId, content: 'It burns' });
		expect(card(outTrackId)).toMatchObject({ streamed: { msgContent: 'It burns' } });
		await run('finish', { outTrackId, content: 'It burns no more', outcome: 'done' });
		expect(card(outTrackId)).toMatchObject({
			ended: 'done',
			streamed: { msgContent: 'It burns no more' },
			publicData: { flowStatus: '3', msgContent: 'It burns no more' },
		});
	});

	test('in the group of the message; finished as failed in one call', async () => {
		const conversationId = world.sandbox.company.openConversationId;
		const [started] = await run('start', { ...chat, chatType: 'group', conversationId });
		expect(card(started?.outTrackId)?.spaces).toEqual([`IM_GROUP.${conversationId}`]);
		world.sandbox.clearLog();
		const end = {
			outTrackId: started?.outTrackId,
			content: 'Sorry',
			outcome: 'failed',
			options: { keepFlowStatus: true },
		};
		await run('finish', end);
		expect(card(started?.outTrackId)?.ended).toBe('failed');
		expect(calls()).toHaveLength(1);
	});

	test('without a chat nothing is sent; a person who is not there is an error', async () => {
		await expect(run('start', { ...chat, sender: '' })).rejects.toThrow('Send To: is the chat of a robot message');
		expect(calls()).toEqual([]);
		await expect(run('start', { sendTo: 'person', person: by('userId', 'nobody') })).rejects.toThrow(
			'spaceId is illegal',
		);
	});
});

describe('AI service', () => {
	const { run, calls } = stage('ai');

	test('what was read in a picture is an object; a file that is no picture is refused', async () => {
		const [read] = await run('recognizeText', {
			type: 'invoice',
			pictureSource: 'url',
			pictureUrl: 'https://example.com/1.png',
		});
		expect(read).toHaveProperty('data');
		const pdf = { data: { data: 'AAAA', fileName: 'x.pdf', mimeType: 'application/pdf' } };
		const refused = run(
			'recognizeText',
			{ type: 'invoice', pictureSource: 'binary', pictureProperty: 'data' },
			{ items: [{ json: {}, binary: pdf }] },
		);
		await expect(refused).rejects.toThrow('is no image that DingTalk accepts');
	});

	test('a translation is a text; no messages, no call', async () => {
		const [translated] = await run('translate', { text: '你好', from: 'zh', to: 'en' });
		expect(typeof translated?.text).toBe('string');
		const before = calls().length;
		await expect(run('complete', { model: 'qwen-plus', messages: {} })).rejects.toThrow('Messages: is empty');
		expect(calls()).toHaveLength(before);
	});
});
