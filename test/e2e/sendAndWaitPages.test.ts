import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from '../../scripts/host';
import { type Bench, openBench } from './support/bench';
import { openChromium } from './support/chromium';
import { START, type Step, asking, chain } from './support/workflow';

const ask = (parameters: Step['parameters']): Step =>
	asking({ subject: '报销', message: `同意吗？\n${'long'.repeat(60)}`, ...parameters });
const after: Step = { name: 'After', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

let bench: Bench;
let browser: Browser;
beforeAll(async () => {
	bench = await openBench();
	browser = await openChromium();
});
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
	expect(bench.sandbox.problems()).toEqual([]);
});
afterAll(async () => {
	await browser.close();
	await bench.close();
});

const statusOf = async (workflow: string) => (await bench.api.executions(workflow))[0]?.status;

/** Asks, and gives the links of the message once n8n waits. */
async function begin(name: string, parameters: Step['parameters'] = {}) {
	const { id } = await bench.save(chain(`pages: ${name}`, [ask(parameters), after]));
	const execution = (await bench.api.start(id, START)) ?? '';
	await eventually('the execution to wait', async () => ((await statusOf(id)) === 'waiting' ? true : undefined));
	const content = bench.sandbox.received.messages.at(-1)?.content as Record<string, string>;
	const { actionURL1: approve = content.singleURL, actionURL2: decline } = content;
	return { execution, approve, decline, status: async () => await statusOf(id) };
}

const phone = async (locale: 'zh-CN' | 'en-US', colorScheme: 'light' | 'dark'): Promise<BrowserContext> =>
	await browser.newContext({
		locale,
		colorScheme,
		viewport: { width: 360, height: 640 },
		isMobile: true,
		hasTouch: true,
	});

/** What a reader with a phone needs: nothing wider than the screen, buttons for thumbs, texts that stand out (WCAG AA: 4.5). */
const looks = async (page: Page) =>
	await page.evaluate(() => {
		const light = (color: string) => {
			const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
				const share = Number(part) / 255;
				return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		};
		const behind = (element: Element): string => {
			const { backgroundColor } = getComputedStyle(element);
			const clear = backgroundColor === 'rgba(0, 0, 0, 0)';
			return clear && element.parentElement ? behind(element.parentElement) : backgroundColor;
		};
		const contrast = (element: Element) => {
			const [text, back] = [light(getComputedStyle(element).color), light(behind(element))];
			return (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
		};
		const main = document.querySelector('main');
		return {
			tooWide: document.documentElement.scrollWidth > window.innerWidth,
			dark: main !== null && light(getComputedStyle(main).backgroundColor) < 0.1,
			lowest: Math.min(...Array.from(document.querySelectorAll('h1, p, label span, button'), contrast)),
			smallest: Math.min(999, ...Array.from(document.querySelectorAll('button'), (one) => one.offsetHeight)),
		};
	});

it.each([
	['zh-CN', 'light', '尚未提交，请点击按钮确认。', '同意', '已收到您的回复，谢谢'],
	['en-US', 'dark', 'Nothing is decided yet. Press a button.', 'Decline', 'Thank you, your response has been recorded'],
] as const)('%s, %s: opening decides nothing, pressing does; the second answer finds it decided', async (...row) => {
	const [locale, scheme, notYet, button, thanks] = row;
	const { execution, approve, decline, status } = await begin(
		locale,
		locale === 'en-US' ? { options: { language: 'en' } } : {},
	);
	const context = await phone(locale, scheme);
	const [first, second] = [await context.newPage(), await context.newPage()];
	await first.goto(approve);
	await second.goto(decline);
	for (const page of [first, second]) expect(await page.locator('p.note').innerText()).toBe(notYet);
	const seen = await looks(first);
	expect(seen).toMatchObject({ tooWide: false, dark: scheme === 'dark' });
	expect(seen.lowest).toBeGreaterThanOrEqual(4.5);
	expect(seen.smallest).toBeGreaterThanOrEqual(44);
	expect(await first.locator('button.main').innerText()).toBe(locale === 'en-US' ? 'Approve' : '同意');
	// Reading again what was opened, and going back, decide nothing either.
	await first.reload();
	expect(await status()).toBe('waiting');

	await first.getByRole('button', { name: button }).click();
	await first.getByRole('heading', { name: thanks }).waitFor();
	expect((await looks(first)).lowest).toBeGreaterThanOrEqual(4.5);
	const [answer] = (await bench.api.execution(execution)).json('After');
	expect(answer).toMatchObject({ data: { approved: button === '同意', responder: { userId: 'zhangsan' } } });

	await second.getByRole('button', { name: locale === 'en-US' ? 'Approve' : '拒绝' }).click();
	await second.getByText('No action required').first().waitFor();
	expect((await bench.api.execution(execution)).json('After')).toEqual([answer]);
});

it('a form keeps what was written and marks what is missing', async () => {
	const values = [
		{ fieldLabel: '金额', fieldType: 'number', requiredField: true },
		{ fieldLabel: '原因', fieldType: 'textarea' },
		{ fieldLabel: '方式', fieldType: 'radio', choices: '电话,邮件', requiredField: true },
		{ fieldLabel: '收据', fieldType: 'file' },
	];
	const { execution, approve } = await begin('form', { responseType: 'customForm', formFields: { values } });
	const page = await (await phone('zh-CN', 'dark')).newPage();
	await page.goto(approve);
	await page.getByLabel('原因').fill('出差');
	await page.getByRole('button', { name: '提交' }).click();
	expect(await page.getByLabel('金额').evaluate((input: HTMLInputElement) => input.validity.valueMissing)).toBe(true);
	const seen = await looks(page);
	expect([seen.tooWide, seen.lowest >= 4.5]).toEqual([false, true]);
	await page.getByLabel('金额').fill('12.5');
	await page.getByLabel('邮件').check();
	await page
		.getByLabel('收据')
		.setInputFiles({ name: '收据.txt', mimeType: 'text/plain', buffer: Buffer.from('一百元') });
	await page.getByRole('button', { name: '提交' }).click();
	await page.getByRole('heading', { name: '已收到您的回复' }).waitFor();
	const [answer] = (await bench.api.execution(execution)).json('After');
	const receipt = [{ filename: '收据.txt', mimetype: 'text/plain', size: 9 }];
	expect(answer).toMatchObject({ data: { 金额: 12.5, 原因: '出差', 方式: '邮件', 收据: receipt } });
	const { resultData } = (await bench.api.execution(execution)).data;
	const { binary } = resultData.runData.After?.[0]?.data?.main[0]?.[0] ?? {};
	expect(binary).toMatchObject({ 收据_0: { fileName: '收据.txt', mimeType: 'text/plain' } });
});

it('a link whose time is over, and a forged one, show no buttons', async () => {
	const limit = { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' };
	const { execution, approve } = await begin('expired', { options: { limitWaitTime: { values: limit } } });
	const page = await (await phone('zh-CN', 'light')).newPage();
	const forged = new URL(approve);
	forged.searchParams.set('to', 'lisi');
	expect((await page.goto(forged.toString()))?.status()).toBe(401);
	expect(await page.locator('button').count()).toBe(0);
	await bench.api.execution(execution);
	await page.goto(approve);
	await page.getByText('No action required').first().waitFor();
	expect(await page.locator('button').count()).toBe(0);
});
