import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../sandbox';
import { outputs, sandboxCredentials } from '../support/engine';
import { openBench } from './support/bench';
import { openChromium } from './support/chromium';
import { START, type Step, asking, chain, line, person, trigger } from './support/workflow';

/** The page on which one plays DingTalk beside n8n, as somebody sees it who opens it for the first time. */
describe("the sandbox's page", () => {
	let sandbox: Sandbox;
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		sandbox = await startSandbox();
		browser = await openChromium();
		page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
		await page.goto(sandbox.pageUrl);
	});
	afterAll(async () => {
		await browser.close();
		await sandbox.close();
	});

	const call = async (resource: string, operation: string, parameters: object) =>
		await outputs({
			credentials: sandboxCredentials(sandbox),
			product: 'dingTalk',
			parameters: { resource, operation, ...parameters },
		});

	it('says what to try, and nothing is red', async () => {
		await page.getByText('Try this').waitFor();
		await page.getByText('试一试').waitFor();
		expect(await page.locator('#rows .bad, #events .bad, #problems.bad').count()).toBe(0);
		await page.locator('#punches li').first().waitFor();
	});

	it('shows markdown as DingTalk does', async () => {
		await call('robot', 'sendToUsers', {
			users: 'zhangsan',
			messageType: 'markdown',
			title: '周报',
			markdown: '## 周报\n- **已完成** 3 项\n- [查看](https://example.com)',
		});
		const message = page.locator('#messages li').first();
		await message.locator('.md li b', { hasText: '已完成' }).waitFor();
		expect(await message.locator('a').getAttribute('href')).toBe('https://example.com');
	});

	it('has the newest card filled in, and whoever is chosen clicks it', async () => {
		await call('card', 'send', { sendTo: 'person', people: 'zhangsan', cardTemplateId: 'any.schema' });
		const [card] = sandbox.received.cards;
		await page.waitForFunction(`document.querySelector('#click input[name=id]').value === '${card?.outTrackId}'`);
		await page.locator('#click select').selectOption('lisi');
		await page.locator('#cards button').first().click();
		await page.locator('#cards .tag', { hasText: '李四' }).waitFor();
		await page.screenshot({ path: join(__dirname, '../../test-results/sandbox-page.png'), fullPage: true });
	});
});

const ask = asking({
	people: person('lisi'),
	subject: '报销',
	buttons: 'card',
	cardTemplateId: 'sendAndWait.schema',
});
const end: Step = { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

it('a person answers a card on the page of the sandbox, as whom they choose', async () => {
	const bench = await openBench();
	const browser = await openChromium();
	await bench.activate(line('page: listens', [trigger({ events: ['check_in'] }), end]));
	const { id } = await bench.save(chain('page: card', [ask, end]));
	const execution = (await bench.api.start(id, START)) ?? '';
	const page = await browser.newPage();
	await page.goto(`${bench.sandbox.url}/sandbox`);
	const cards = page.locator('#cards');
	await cards.getByText('同意吗？').waitFor();
	await cards.getByRole('button', { name: '同意' }).click();
	await cards.getByText('您不在可回复人员之列').waitFor();
	await page.getByLabel('Who clicks').selectOption('lisi');
	await cards.getByRole('button', { name: '同意' }).click();
	await cards.getByText('已同意：李四').waitFor();
	expect(await cards.getByRole('button').count()).toBe(0);
	expect((await bench.api.execution(execution)).json('End')).toMatchObject([
		{ data: { responder: { userId: 'lisi' } } },
	]);
	await browser.close();
	await bench.close();
});
