import { sandboxCredentials } from '../../../support/engine';
import { by, stage } from './support';

const { it: world, run, hinted, calls } = stage('card');
const template = 'template.schema';
const GROUP = () => world.sandbox.company.openConversationId;
const card = (id: unknown) => world.sandbox.received.cards.find(({ outTrackId }) => outTrackId === id);

test('a card is sent to people and a group, updated, pinned elsewhere and unpinned', async () => {
	const [sent] = await run('send', {
		cardTemplateId: template,
		sendTo: 'both',
		people: 'zhangsan,lisi',
		groups: by('id', GROUP()),
		publicData: { title: 'Fire', floor: 3 },
		additionalFields: { atUsers: 'lisi', lastMessage: 'Fire!' },
	});
	expect(sent).toMatchObject({ deliverResults: [{ success: true }, { success: true }, { success: true }] });
	expect(card(sent?.outTrackId)).toMatchObject({
		publicData: { title: 'Fire', floor: '3' },
		spaces: ['IM_ROBOT.zhangsan', 'IM_ROBOT.lisi', `IM_GROUP.${GROUP()}`],
		atUserIds: { lisi: '李四' },
	});
	await run('update', { outTrackId: sent?.outTrackId, publicData: { title: 'Over' } });
	expect(card(sent?.outTrackId)?.publicData).toEqual({ title: 'Over', floor: '3' });
});

test('created, then delivered; pinned for one person and unpinned', async () => {
	const [made] = await run('create', { cardTemplateId: template, publicData: { a: 'b' } });
	expect(card(made?.outTrackId)?.spaces).toBeUndefined();
	const delivered = await run('deliver', { outTrackId: made?.outTrackId, sendTo: 'person', people: 'zhangsan' });
	expect(delivered).toMatchObject([{ outTrackId: made?.outTrackId, spaceId: 'zhangsan', success: true }]);

	const chat = { conversationType: 2, user: by('userId', 'lisi') };
	const [pinned] = await run('pin', { ...chat, cardTemplateId: template, publicData: { a: 'b' } });
	expect(card(pinned?.outTrackId)?.pinned).toEqual(['lisi']);
	await run('unpin', { ...chat, outTrackId: pinned?.outTrackId });
	expect(card(pinned?.outTrackId)?.pinned).toEqual([]);
});

test('many receivers are few calls, whose addresses stay within 1,000 characters', async () => {
	const people = Array.from({ length: 100 }, (_, n) => `worker${(n % 30) + 1}x${n}`).join(',');
	await expect(run('send', { cardTemplateId: template, sendTo: 'person', people })).rejects.toThrow(
		'spaceId is illegal',
	);
	expect(calls().filter((path) => path.endsWith('createAndDeliver'))).toHaveLength(1);
	expect(calls().filter((path) => path.endsWith('/deliver')).length).toBeLessThan(4);
});

test('nobody reached is an error, somebody left out is a hint and stands in the output', async () => {
	const nobody = { cardTemplateId: template, sendTo: 'person', people: 'nobody' };
	await expect(run('send', nobody)).rejects.toThrow('nobody: spaceId is illegal');
	const { items, hints } = await hinted('send', { ...nobody, people: 'lisi,nobody' });
	expect(items).toMatchObject([{ deliverResults: [{ success: true }, { spaceId: 'nobody', success: false }] }]);
	expect(hints).toContain('DingTalk refused 1 of 2: nobody');
});

test('a card whose first answer is lost is made once, and that its arrival is not known is said', async () => {
	const before = world.sandbox.received.cards.length;
	world.sandbox.fault({ kind: 'reset', after: true, match: '/v1.0/card/instances/createAndDeliver' });
	const parameters = { cardTemplateId: template, sendTo: 'person', people: 'lisi' };
	const { items, hints } = await hinted('send', parameters);
	expect(card(items[0]?.outTrackId)).toMatchObject({ spaces: ['IM_ROBOT.lisi'] });
	expect(hints).toContain('whether it reached everyone is not known');

	world.sandbox.fault({ kind: 'reset', after: true, match: '/v1.0/card/instances/createAndDeliver' });
	const [started] = await run('start', { resource: 'aiCard', chatType: 'single', sender: 'lisi' });
	expect(card(started?.outTrackId)).toMatchObject({ spaces: ['IM_ROBOT.lisi'] });

	world.sandbox.fault({ kind: 'reset', after: true, match: '/v1.0/card/instances' });
	const [made] = await run('create', { cardTemplateId: template, publicData: {} });
	expect(card(made?.outTrackId)).toBeDefined();
	expect(world.sandbox.received.cards).toHaveLength(before + 3);
});

test('an ID of one’s own that exists is refused: it may be another card’s', async () => {
	const mine = { cardTemplateId: template, publicData: {}, additionalFields: { outTrackId: 'mine' } };
	await run('create', mine);
	await expect(run('create', mine)).rejects.toThrow('param.cardAlreadyExist');
});

test('a delivery that fails as a whole is told with its own code; after others it refuses its receivers', async () => {
	const [made] = await run('create', { cardTemplateId: template, publicData: {} });
	const parameters = { outTrackId: made?.outTrackId, sendTo: 'person', people: 'zhangsan' };
	world.sandbox.fault({ kind: 'quota', match: '/v1.0/card/instances/deliver' });
	await expect(run('deliver', parameters)).rejects.toThrow('Forbidden.AccessDenied.ApiCountLimitForOrg');

	const many = ['lisi', ...Array.from({ length: 60 }, (_, n) => `somebody-far-away-${n}`)].join(',');
	world.sandbox.fault({ kind: 'quota', match: '/v1.0/card/instances/deliver' });
	const { items, hints } = await hinted('send', { ...parameters, cardTemplateId: template, people: many });
	expect(items).toHaveLength(1);
	expect(hints).toMatch(/DingTalk refused 60 of 61: somebody-far-away-0/);
});

test('a group needs no robot code, the chat with the robot does', async () => {
	const credentials = sandboxCredentials(world.sandbox);
	const bare = { credentials: { ...credentials, dingTalkApi: { ...credentials.dingTalkApi, robotCode: '' } } };
	const parameters = { cardTemplateId: template, publicData: {}, additionalFields: { coolAppCode: 'COOLAPP-1' } };
	const [pinned] = await run('pin', { ...parameters, openConversationId: by('id', GROUP()) }, bare);
	expect(card(pinned?.outTrackId)?.pinned).toEqual([GROUP()]);
	const chat = { ...parameters, conversationType: 2, user: by('userId', 'lisi') };
	await expect(run('pin', chat, bare)).rejects.toThrow('Robot Code: is empty');
});

test.each<[string, string, object, string]>([
	['nobody', 'send', { sendTo: 'person' }, 'People: is empty'],
	['a chatid', 'send', { sendTo: 'group', groups: by('id', 'chat1234') }, 'Groups: is a chatid'],
	['data that is no object', 'create', { publicData: '[1]' }, 'Card Data (JSON): must be a JSON object'],
	['too much', 'create', { publicData: { a: 'x'.repeat(103_000) } }, 'Card Data (JSON)'],
	['a group without template', 'pin', { openConversationId: by('id', 'cid1') }, 'Group Template: is missing'],
	[
		'a person in the delivered way',
		'unpin',
		{ conversationType: 2, user: 'lisi', outTrackId: 'x', options: { deliveredToTop: true } },
		'Delivered to the Top: is for groups',
	],
])('%s is refused before any call', async (_, operation, parameters, message) => {
	await expect(run(operation, { cardTemplateId: template, ...parameters })).rejects.toThrow(message);
	expect(calls()).toEqual([]);
});

test("the callback's secret stays out of the output", async () => {
	const address = { callbackRouteKey: 'k1', callbackUrl: 'https://example.com/card' };
	const [registered] = await run('registerCallback', { ...address, additionalFields: { apiSecret: 'quiet' } });
	expect(registered).toEqual({ success: true, ...address });
});
