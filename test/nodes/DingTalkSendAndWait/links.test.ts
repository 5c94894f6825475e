/** Asking by a message with links: opening one decides nothing, pressing a button does. */
import { WAIT_INDEFINITELY } from 'n8n-workflow';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { sandboxCredentials } from '../../support/engine';
import { NO_ACTION, type Waiting, startWaiting } from './waiting';

let sandbox: Sandbox;
let waiting: Waiting | undefined;
beforeAll(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	await waiting?.close();
	expect(sandbox.problems()).toEqual([]);
	sandbox.received.messages.length = 0;
});
afterAll(async () => await sandbox.close());

const PERSON = { sendTo: 'person', people: { __rl: true, mode: 'userId', value: 'zhangsan' } };
const question = { subject: '报销', message: '同意 **100** 元吗？\\n<b>请看</b>', responseType: 'approval' };

async function ask(parameters: object, more: Parameters<typeof startWaiting>[2] = {}): Promise<Waiting> {
	const { dingTalkApi } = sandboxCredentials(sandbox);
	waiting = await startWaiting({ ...PERSON, ...question, ...parameters }, dingTalkApi, more);
	return waiting;
}

/** The links of the newest message, by their label. */
function links(index = -1): Record<string, string> {
	const content = sandbox.received.messages.at(index)?.content as Record<string, string>;
	if (content.singleTitle) return { [content.singleTitle]: content.singleURL };
	return { [content.actionTitle1]: content.actionURL1, [content.actionTitle2]: content.actionURL2 };
}

const get = async (url: string, headers: Record<string, string> = {}) => await fetch(url, { headers });
const post = async (url: string, fields: Record<string, string>) =>
	await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });

test('a person gets two links; opening one shows a page, pressing its button goes on with who it was', async () => {
	const asked = await ask({});
	expect(await asked.run()).toEqual([{ json: {} }]);
	expect([asked.state, asked.waitTill]).toEqual(['waiting', WAIT_INDEFINITELY]);
	expect(sandbox.received.messages).toMatchObject([
		{ to: 'person', userids: ['zhangsan'], type: 'sampleActionCard2', content: { title: '报销' } },
	]);
	const { 同意: approve, 拒绝: decline } = links();

	for (const url of [approve, decline]) {
		const page = await get(url, { 'user-agent': 'DingTalk-preview', 'accept-language': 'zh-CN' });
		const html = await page.text();
		expect([page.status, page.headers.get('content-security-policy')]).toEqual([
			200,
			expect.stringContaining('sandbox'),
		]);
		expect(html).toContain('同意 **100** 元吗？\n&lt;b&gt;请看&lt;/b&gt;');
		expect(html).toContain('尚未提交');
		expect(html).not.toContain('<script');
		expect(html).not.toContain('responderName');
	}
	expect(asked.state).toBe('waiting');

	const english = await (await get(decline, { 'accept-language': 'en-GB,zh;q=0.5' })).text();
	expect(english).toMatch(/value="decline" class="main">Decline</);
	const done = await post(decline, { choice: 'decline' });
	expect(await done.text()).toContain('已收到您的回复');
	expect(asked.resumed).toEqual([
		{
			json: {
				data: {
					approved: false,
					responder: { userId: 'zhangsan', name: '张三' },
					respondedAt: expect.stringMatching(/^\d{4}-.*Z$/),
				},
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(await (await post(approve, { choice: 'approve' })).text()).toBe(NO_ACTION);
	expect(asked.resumed).toHaveLength(1);
});

test('several people each get links of their own; the answer says whose it is', async () => {
	const asked = await ask({ people: { __rl: true, mode: 'userId', value: 'zhangsan,lisi' } });
	await asked.run();
	expect(sandbox.received.messages.map(({ userids }) => userids)).toEqual([['zhangsan'], ['lisi']]);
	await post(links(1).同意, { choice: 'approve' });
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: true, responder: { userId: 'lisi', name: '李四' } });
});

test('who a link is for cannot be changed, nor its button, nor anything else of it', async () => {
	const asked = await ask({});
	await asked.run();
	const { 同意: link } = links();
	const change = (edit: (url: URL) => void) => {
		const url = new URL(link);
		edit(url);
		return url.toString();
	};
	const forged = [
		change(({ searchParams }) => searchParams.set('to', 'lisi')),
		change(({ searchParams }) => searchParams.delete('to')),
		change(({ searchParams }) => searchParams.set('choice', 'decline')),
		change(({ searchParams }) => searchParams.delete('signature')),
		change(({ searchParams }) => searchParams.set('signature', '0'.repeat(64))),
		change((url) => (url.search = '')),
	];
	for (const url of forged) expect((await post(url, { choice: 'approve' })).status).toBe(401);
	expect((await post(link, { choice: 'everything' })).status).toBe(400);
	expect((await post(link, {})).status).toBe(400);
	expect(asked.state).toBe('waiting');
});

test('a group gets one message, and the page asks for a name where that is wanted', async () => {
	const group = { __rl: true, mode: 'id', value: sandbox.company.openConversationId };
	const asked = await ask({ sendTo: 'group', openConversationId: group, options: { askName: true, language: 'en' } });
	await asked.run();
	expect(sandbox.received.messages).toMatchObject([{ to: 'group', type: 'sampleActionCard2' }]);
	const { Approve: link } = links();
	expect(await (await get(link)).text()).toContain('name="responderName" required');
	const refused = await post(link, { choice: 'approve', responderName: '  ' });
	expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('Please fill in: Your name')]);
	await post(link, { choice: 'approve', responderName: ' <Li> ' });
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: true, responder: { name: '<Li>' } });
});

test('one button with words of its own', async () => {
	const asked = await ask({ approvalOptions: { values: { approvalType: 'single', approveLabel: '知道了' } } });
	await asked.run();
	expect(sandbox.received.messages).toMatchObject([{ type: 'sampleActionCard', content: { singleTitle: '知道了' } }]);
	const { 知道了: link } = links();
	expect((await post(link, { choice: 'decline' })).status).toBe(400);
	await post(link, { choice: 'approve' });
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: true });
});

test('a free text is written on the page', async () => {
	const asked = await ask({ responseType: 'freeText', options: { language: 'en' } });
	await asked.run();
	const { Respond: link } = links();
	expect(await (await get(link)).text()).toContain('<textarea name="text"');
	expect((await post(link, { text: ' ' })).status).toBe(400);
	await post(link, { text: ' 好的\r\n谢谢 ' });
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ text: '好的\r\n谢谢', responder: { userId: 'zhangsan' } });
});

test('a form is filled in on the page; what does not fit is asked for again with all that was written', async () => {
	const values = [
		{ fieldLabel: '金额', fieldType: 'number', requiredField: true },
		{ fieldLabel: '部门', fieldType: 'dropdown', choices: '研发,市场' },
		{ fieldLabel: '原因', fieldType: 'checkbox', choices: ['出差', '加班 <2h>'] },
		{ fieldLabel: '日期', fieldType: 'date' },
		{ fieldLabel: 'respondedAt', fieldType: 'text' },
	];
	const asked = await ask({ responseType: 'customForm', formFields: { values } });
	await asked.run();
	const { 去回复: link } = links();
	const html = await (await get(link)).text();
	expect(html).toContain('<span>金额 *</span><input name="field-0" type="number" step="any" required value="">');
	expect(html).toContain('value="加班 &lt;2h&gt;"');
	const wrong: Array<Record<string, string>> = [{}, { 'field-0': 'x' }, { 'field-0': '1', 'field-1': '别处' }];
	for (const fields of [...wrong, { 'field-0': '1', 'field-3': 'soon' }]) {
		const page = await post(link, fields);
		expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('role="alert"')]);
	}
	const again = await (await post(link, { 'field-1': '市场' })).text();
	expect(again).toContain('<option selected value="市场">');
	const body = new URLSearchParams([
		['field-0', '12.5'],
		['field-2', '出差'],
		['field-2', '加班 <2h>'],
		['field-3', '2026-11-28'],
		['field-4', 'never'],
	]);
	await fetch(link, { method: 'POST', body });
	expect(asked.resumed?.[0]?.json.data).toEqual({
		金额: 12.5,
		部门: null,
		原因: ['出差', '加班 <2h>'],
		日期: '2026-11-28',
		responder: { userId: 'zhangsan', name: '张三' },
		respondedAt: expect.stringMatching(/^\d{4}-/),
	});
	await asked.close();
	await expect((await ask({ responseType: 'customForm' })).run()).rejects.toThrow('Form Elements: is empty');
});

test('the wait has a limit where one is set', async () => {
	const limit = (values: object) => ({ options: { limitWaitTime: { values } } });
	const asked = await ask(limit({ limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'days' }));
	const before = Date.now();
	await asked.run();
	const wait = Number(asked.waitTill) - before;
	expect([wait >= 172_800_000, wait < 172_810_000]).toEqual([true, true]);

	await asked.close();
	const past = await ask(limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T00:00:00' }));
	await expect(past.run()).rejects.toThrow('Limit Wait Time: is over already');
	expect(past.waitTill).toBeUndefined();
});

test('where the question reaches nobody the node fails and nothing waits; where it reaches some, it says so', async () => {
	const nobody = await ask({ people: { __rl: true, mode: 'userId', value: 'nobody' } });
	await expect(nobody.run()).rejects.toThrow(/nobody: no such person/);
	expect(nobody.waitTill).toBeUndefined();

	await nobody.close();
	const some = await ask({ people: { __rl: true, mode: 'userId', value: 'nobody,zhangsan' } });
	await some.run();
	expect([some.state, some.hints.join()]).toEqual(['waiting', expect.stringContaining('did not reach everybody')]);

	await some.close();
	const goesOn = await ask(
		{ people: { __rl: true, mode: 'userId', value: 'nobody' } },
		{ onError: 'continueRegularOutput' },
	);
	expect(await goesOn.run()).toMatchObject([{ json: { error: { message: expect.stringContaining('nobody') } } }]);
	expect(goesOn.state).toBe('finished');
});

test('a message that DingTalk would refuse for its length is refused before', async () => {
	const asked = await ask({ message: '长'.repeat(6_000) });
	await expect(asked.run()).rejects.toThrow(/Message: is too long/);
	expect(sandbox.received.messages).toEqual([]);
});

test('it says that localhost cannot be opened from a phone, and that further items ask nothing', async () => {
	const asked = await ask({}, { items: [{ json: {} }, { json: {} }] });
	expect(await asked.run()).toHaveLength(2);
	const hints = asked.hints.join();
	expect(hints).toContain('localhost');
	expect(hints).toContain('first of 2 items');
});
