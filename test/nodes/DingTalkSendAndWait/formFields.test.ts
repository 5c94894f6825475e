/** A form with n8n's field types: what the page shows, takes and refuses, and what the workflow goes on with. */
import type { IBinaryData } from 'n8n-workflow';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { useBinaryMode } from '../../support/binaryMode';
import { sandboxCredentials } from '../../support/engine';
import { type Waiting, startWaiting } from './waiting';

let sandbox: Sandbox;
let store: Awaited<ReturnType<typeof useBinaryMode>>;
let waiting: Waiting | undefined;
beforeAll(async () => {
	sandbox = await startSandbox();
	store = await useBinaryMode('default');
});
afterEach(async () => {
	await waiting?.close();
	expect(sandbox.problems()).toEqual([]);
	sandbox.received.messages.length = 0;
});
afterAll(async () => {
	store.close();
	await sandbox.close();
});

async function ask(values: object[]) {
	const { dingTalkApi } = sandboxCredentials(sandbox);
	const parameters = { people: { __rl: true, mode: 'userId', value: 'zhangsan' }, message: '?' };
	waiting = await startWaiting({ ...parameters, responseType: 'customForm', formFields: { values } }, dingTalkApi);
	await waiting.run();
	const { singleURL } = sandbox.received.messages.at(-1)?.content as Record<string, string>;
	return { asked: waiting, link: singleURL };
}
const post = async (url: string, body: URLSearchParams | FormData) => {
	const page = await fetch(url, { method: 'POST', body });
	return { status: page.status, html: await page.text() };
};
const fields = (...entries: Array<[string, string]>) => new URLSearchParams(entries);

test('every type of field: on the page, and in the output', async () => {
	const { asked, link } = await ask([
		{ fieldLabel: '方式', fieldType: 'radio', choices: '电话,邮件', requiredField: true },
		{ fieldLabel: '口令', fieldType: 'password' },
		{ fieldLabel: '单号', fieldType: 'hiddenField', fieldValue: 'A-17 "<b>"' },
		{ fieldLabel: '备注', fieldType: 'textarea' },
		{ fieldLabel: '邮箱', fieldType: 'email' },
		{ fieldLabel: '__proto__', fieldType: 'text' },
	]);
	const html = await (await fetch(link)).text();
	expect(html).toContain('<input type="radio" name="field-0" required value="电话">');
	expect(html).toContain('<input name="field-1" type="password" autocomplete="off">');
	expect(html).not.toContain('A-17');
	expect(html).not.toContain('enctype');

	expect((await post(link, fields(['field-0', '飞鸽']))).status).toBe(400);
	const again = await post(link, fields(['field-0', '电话'], ['field-1', 'geheim'], ['field-4', 'nobody']));
	expect([again.status, again.html.includes('value="电话" checked'), again.html.includes('geheim')]).toEqual([
		400,
		true,
		false,
	]);
	await post(
		link,
		fields(['field-0', '邮件'], ['field-1', 'geheim'], ['field-2', 'forged'], ['field-4', 'a@b.cn'], ['field-5', 'x']),
	);
	const data = asked.resumed?.[0]?.json.data as object;
	expect(JSON.parse(JSON.stringify(Object.entries(data).slice(0, 6)))).toEqual([
		['方式', '邮件'],
		['口令', 'geheim'],
		['单号', 'A-17 "<b>"'],
		['备注', null],
		['邮箱', 'a@b.cn'],
		['__proto__', 'x'],
	]);
});

describe('files', () => {
	const values = [
		{ fieldLabel: '附件 1', fieldType: 'file', requiredField: true },
		{ fieldLabel: '说明', fieldType: 'text' },
	];
	const parts = (...files: Array<[string, string]>) => {
		const form = new FormData();
		form.append('field-1', '收据');
		for (const [name, text] of files) form.append('field-0', new File([text], name, { type: 'text/plain' }));
		return form;
	};

	it('come as binary data beside what is known of them', async () => {
		const { asked, link } = await ask(values);
		expect(await (await fetch(link)).text()).toMatch(
			/<form method="post" enctype="multipart\/form-data">.*type="file" multiple required/s,
		);
		expect((await post(link, parts())).html).toContain('请填写：附件 1');
		expect((await post(link, parts(['a.txt', '甲'], ['乙.txt', 'b']))).status).toBe(200);
		const [item] = asked.resumed ?? [];
		expect(item?.json.data).toMatchObject({
			'附件 1': [
				{ filename: 'a.txt', mimetype: 'text/plain', size: 3 },
				{ filename: '乙.txt', mimetype: 'text/plain', size: 1 },
			],
			说明: '收据',
		});
		expect(Object.keys(item?.binary ?? {})).toEqual(['附件_1_0', '附件_1_1']);
		const { 附件_1_0: first } = item?.binary ?? ({} as Record<string, IBinaryData>);
		expect([first?.fileName, Buffer.from(first?.data ?? '', 'base64').toString()]).toEqual(['a.txt', '甲']);
	});

	it('no file of the server can be named in place of one that is sent', async () => {
		const { asked, link } = await ask(values);
		const file = { filepath: '/etc/passwd', originalFilename: 'x', mimetype: 'text/plain', size: 1 };
		const body = JSON.stringify({ data: { 'field-1': 'x' }, files: { 'field-0': file }, 'field-0': file });
		for (const type of ['application/json', 'text/plain']) {
			const page = await fetch(link, { method: 'POST', body, headers: { 'content-type': type } });
			expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('请填写：附件 1')]);
		}
		expect([asked.state, asked.resumed]).toEqual(['waiting', undefined]);
	});
});

test('thirty fields', async () => {
	const { asked, link } = await ask(
		Array.from({ length: 30 }, (_, index) => ({ fieldLabel: `f${index}`, fieldType: 'number' })),
	);
	await post(
		link,
		fields(...Array.from({ length: 30 }, (_, index): [string, string] => [`field-${index}`, `${index}`])),
	);
	expect(asked.resumed?.[0]?.json.data).toMatchObject({ f0: 0, f29: 29 });
});

test.each([
	['number', 'Infinity'],
	['number', '1e999'],
	['date', '2026-02-31'],
	['date', '2026-2-3'],
	['email', 'a b@c'],
	['text', 'x'.repeat(10_001)],
	['textarea', 'x'.repeat(10_001)],
])('%s does not take %.20s', async (fieldType, value) => {
	const { asked, link } = await ask([{ fieldLabel: 'F', fieldType }]);
	const { status, html } = await post(link, fields(['field-0', value]));
	expect([status, html.includes('请检查：F'), asked.state]).toEqual([400, true, 'waiting']);
});

test('a body that is no form asks again and ends nothing', async () => {
	const { asked, link } = await ask([{ fieldLabel: 'F', fieldType: 'text', requiredField: true }]);
	for (const [type, body] of [
		['application/json', '[]'],
		['application/json', 'null'],
		['application/json', '{"field-0":{"a":1},"responderName":[1]}'],
		['text/plain', 'field-0=x'],
		['application/octet-stream', '\0'],
	] as const) {
		const { status } = await fetch(link, { method: 'POST', body, headers: { 'content-type': type } });
		expect([type, status]).toEqual([type, 400]);
	}
	expect(asked.state).toBe('waiting');
});
