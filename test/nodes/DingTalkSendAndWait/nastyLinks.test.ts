/** Links and pages in the hands of people and machines that do not play by the rules. */
import type { IDataObject } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { DingTalkSendAndWait } from '../../../nodes/DingTalkSendAndWait/DingTalkSendAndWait.node';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { sandboxCredentials } from '../../support/engine';
import { type Waiting, startWaiting } from './waiting';

let sandbox: Sandbox;
let waiting: Waiting | undefined;
beforeAll(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	jest.restoreAllMocks();
	await waiting?.close();
	expect(sandbox.problems()).toEqual([]);
	sandbox.received.messages.length = 0;
});
afterAll(async () => await sandbox.close());

const person = (value: string) => ({ __rl: true, mode: 'userId', value });

async function ask(parameters: object = {}, credential: IDataObject = {}) {
	const { dingTalkApi } = sandboxCredentials(sandbox);
	const data = Object.assign(credential, { ...dingTalkApi, ...credential });
	waiting = await startWaiting(
		{ people: person('zhangsan'), message: '?', responseType: 'approval', ...parameters },
		data as typeof dingTalkApi,
	);
	await waiting.run();
	return waiting;
}
const linkOf = (message = -1) => {
	const content = sandbox.received.messages.at(message)?.content as Record<string, string>;
	return content.actionURL1 ?? content.singleURL;
};
const send = async (url: string, fields: Record<string, string>) => {
	const page = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
	return { status: page.status, html: await page.text() };
};
const approve = async (url = linkOf(), more: Record<string, string> = {}) =>
	await send(url, { choice: 'approve', ...more });

test.each(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s decides nothing', async (method) => {
	const asked = await ask();
	await fetch(linkOf(), { method, ...(method !== 'HEAD' && { body: new URLSearchParams({ choice: 'approve' }) }) });
	expect([asked.state, asked.resumed]).toEqual(['waiting', undefined]);
});

test('a button that is tapped twice: both answers say that it was recorded, and n8n goes on once', async () => {
	const asked = await ask();
	const pages = await Promise.all([approve(), approve()]);
	for (const { status, html } of pages) expect([status, html.includes('已收到您的回复')]).toEqual([200, true]);
	expect(asked.resumed).toHaveLength(1);
});

test('the other button in the same moment is told that it was too late', async () => {
	const asked = await ask();
	const [first, second] = await Promise.all([approve(), send(linkOf(), { choice: 'decline' })]);
	expect([first.status, second.status, second.html.includes('已有人先回复')].sort()).toEqual([200, 409, true].sort());
	expect(asked.resumed).toHaveLength(1);
});

test('in a group the same answer of another name is another answer', async () => {
	const group = { __rl: true, mode: 'id', value: sandbox.company.openConversationId };
	await ask({ sendTo: 'group', openConversationId: group, options: { askName: true } });
	const pages = await Promise.all(
		['Li', 'Wang'].map(async (responderName) => await approve(linkOf(), { responderName })),
	);
	expect(pages.filter(({ html }) => html.includes('已收到您的回复'))).toHaveLength(1);
});

test('two processes that each hear another person: n8n takes one up, and only that one reads that it was recorded', async () => {
	const asked = await ask({ people: person('zhangsan,lisi') });
	await jest.isolateModulesAsync(async () => {
		const path = '../../../nodes/DingTalkSendAndWait/DingTalkSendAndWait.node';
		const loaded = (await import(path)) as { DingTalkSendAndWait: typeof DingTalkSendAndWait };
		asked.processes.push(new loaded.DingTalkSendAndWait());
	});
	const pages = await Promise.all([approve(linkOf(-1)), approve(linkOf(-2))]);
	expect(pages.map(({ status }) => status).sort()).toEqual([200, 500]);
	expect(pages.filter(({ html }) => html.includes('已收到您的回复'))).toHaveLength(1);
	expect(asked.resumed).toHaveLength(1);
});

test('what fails while an answer is read ends nothing: the page says so, and the next try counts', async () => {
	const credential: IDataObject = {};
	const asked = await ask({}, credential);
	const { robotCode } = credential;
	delete credential.robotCode;
	const page = await fetch(linkOf(), { headers: { 'accept-language': 'en' } });
	expect([page.status, await page.text()]).toEqual([500, expect.stringContaining('nothing was recorded')]);
	expect((await approve()).status).toBe(500);
	expect([asked.state, asked.resumed]).toEqual(['waiting', undefined]);
	Object.assign(credential, { robotCode });
	expect((await approve()).status).toBe(200);
	expect(asked.resumed).toHaveLength(1);
});

test('the time runs out between opening the page and pressing its button', async () => {
	const asked = await ask({
		options: { limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 1, resumeUnit: 'minutes' } } },
	});
	expect((await fetch(linkOf())).status).toBe(200);
	const later = Date.now() + 59_000;
	jest.spyOn(Date, 'now').mockReturnValue(later);
	expect(await approve()).toMatchObject({ status: 409, html: expect.stringContaining('已超过回复时限') });
	expect(asked.state).toBe('waiting');
});

test('a limit beyond all dates is n8n’s own "for ever"', async () => {
	const values = { limitType: 'afterTimeInterval', resumeAmount: 1e12, resumeUnit: 'days' };
	expect((await ask({ options: { limitWaitTime: { values } } })).waitTill).toEqual(WAIT_INDEFINITELY);
	expect((await approve()).status).toBe(200);
});

test('nothing that somebody wrote runs in the page', async () => {
	const evil = `"><script>alert(1)</script><img src=x onerror='x'>&`;
	const evilForm = { fieldLabel: evil, fieldType: 'dropdown', choices: [evil] };
	const cases = [
		{ approvalOptions: { values: { approvalType: 'double', approveLabel: evil, disapproveLabel: evil } } },
		{ responseType: 'freeText' },
		{ responseType: 'customForm', formFields: { values: [evilForm, { fieldLabel: 'T', fieldType: 'text' }] } },
	];
	for (const one of cases) {
		const asked = await ask({ subject: evil, message: evil, ...one });
		const pages = [
			await fetch(linkOf()),
			await fetch(linkOf(), {
				method: 'POST',
				body: new URLSearchParams({ text: `${evil}${'x'.repeat(10_001)}`, 'field-0': 'other', 'field-1': evil }),
			}),
		];
		for (const page of pages) {
			const html = await page.text();
			expect(html).not.toMatch(/<(script|img)/);
			expect(html).toContain('&lt;script&gt;');
			const policy = page.headers.get('content-security-policy');
			expect([policy, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([
				expect.stringMatching(/^sandbox allow-forms; default-src 'none'/),
				'no-store',
				'no-referrer',
			]);
		}
		expect(asked.state).toBe('waiting');
		await asked.close();
	}
});

test.each(['a+b', "o'neil&co", '张三', 'x%41/..', '__proto__', 'a b'])(
	'the person %s has links of their own',
	async (userId) => {
		sandbox.company.users.push({
			...sandbox.company.users[0]!,
			userid: userId,
			unionid: `u-${userId}`,
			name: `N ${userId}`,
		});
		const asked = await ask({ people: person(userId) });
		expect(await approve()).toMatchObject({ status: 200 });
		expect(asked.resumed?.[0]?.json.data).toMatchObject({ responder: { userId, name: `N ${userId}` } });
		sandbox.company.users.pop();
	},
);

test('the same person by several names is asked once', async () => {
	const { mobile, unionid, userid } = sandbox.company.users[0]!;
	await ask({
		people: [
			{ __rl: true, mode: 'mobile', value: mobile },
			{ __rl: true, mode: 'unionId', value: unionid },
			{ __rl: true, mode: 'userId', value: `${userid},${userid}` },
		],
	});
	expect(sandbox.received.messages).toMatchObject([{ userids: [userid] }]);
});

test('a hundred people get a message each', async () => {
	const { users } = sandbox.company;
	const many = Array.from({ length: 100 }, (_, index) => ({
		...users[0]!,
		userid: `many${index}`,
		unionid: `m${index}`,
	}));
	users.push(...many);
	const asked = await ask({ people: person(many.map(({ userid }) => userid).join()) });
	expect(new Set(sandbox.received.messages.map(({ userids }) => String(userids))).size).toBe(100);
	await approve(linkOf(57));
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ responder: { userId: 'many57' } });
	users.splice(-100);
}, 60_000);

test.each([
	['two buttons with the same words', { approveLabel: '好', disapproveLabel: '好' }, ['好', '好']],
	['emoji and words from right to left', { approveLabel: '👍🏽 ‮موافق', disapproveLabel: '👎' }, ['👍🏽 ‮موافق', '👎']],
	['words of blanks', { approveLabel: '  ', disapproveLabel: '' }, ['同意', '拒绝']],
])('%s', async (_, labels, shown) => {
	const asked = await ask({ approvalOptions: { values: { approvalType: 'double', ...labels } } });
	const { actionTitle1, actionTitle2, actionURL2 } = sandbox.received.messages.at(-1)?.content as Record<
		string,
		string
	>;
	expect([actionTitle1, actionTitle2]).toEqual(shown);
	expect(await (await fetch(actionURL2)).text()).toContain(`value="decline" class="main">${shown[1]}<`);
	await send(actionURL2, { choice: 'decline' });
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ approved: false });
});
