import type { Locator } from 'playwright-core';
import { eventually } from '../../scripts/host';
import { type Bench, openBench } from './support/bench';
import { Editor } from './support/editor';

/** Most clicks of a person who writes to a colleague for the first time and knows what the action is called. */
const MOST_CLICKS = 7;

declare global {
	interface Window {
		clicks?: number;
	}
}

describe('how much a hand has to do', () => {
	let bench: Bench;
	let editor: Editor;
	beforeAll(async () => {
		bench = await openBench();
		editor = await Editor.open(bench.api, 'hand');
		// Counts what the browser takes for a press of a real mouse button, wherever it lands.
		await editor.page.addInitScript(() => {
			window.clicks = 0;
			const count = ({ isTrusted }: Event) => void (window.clicks = (window.clicks ?? 0) + Number(isTrusted));
			document.addEventListener('pointerdown', count, true);
		});
	});
	afterAll(async () => {
		await editor.close();
		await bench.close();
	});

	/** Types as a person does, into what has the focus by itself: whoever had to click into it first would count one more. */
	async function type(into: Locator, text: string): Promise<void> {
		await eventually(`the focus of what "${text}" is typed into`, async () =>
			(await into.evaluateAll((all) => all.some((one) => one.contains(document.activeElement)))) ? true : undefined,
		);
		await editor.page.keyboard.insertText(text);
	}

	/** Shows an action: on an empty canvas n8n folds them up, below the triggers. It unfolds them by itself where it takes them for wanted. */
	async function unfold(action: Locator): Promise<void> {
		const actions = editor.byId('node-creator-category-item').filter({ hasText: /^Actions/ });
		await actions.waitFor();
		await action.waitFor({ timeout: 2000 }).catch(async () => await actions.click());
		await action.waitFor();
	}

	it(`from an empty canvas to a text sent to a named person: at most ${MOST_CLICKS} clicks`, async () => {
		const { page } = editor;
		const panel = editor.byId('node-creator-item-name');
		const search = editor.byId('node-creator-search-bar').filter({ visible: true });
		await editor.newWorkflow();
		await editor.byId('node-creator-plus-button').click();
		await type(search, '发送单聊消息');
		await panel
			.first()
			.filter({ hasText: /^\s*DingTalk\s*$/ })
			.waitFor();
		await page.keyboard.press('Enter');
		await unfold(panel.filter({ hasText: '发送单聊消息' }).first());
		await panel.filter({ hasText: '发送单聊消息' }).first().click();

		await editor.byId('resource-locator-users').getByTestId('rlc-input').click();
		await type(editor.byId('rlc-search').filter({ visible: true }), '张三');
		await editor
			.byId('rlc-item')
			.filter({ visible: true, hasText: /^\s*张三/ })
			.first()
			.click();
		const text = editor.byId('parameter-input-text');
		await text.locator('textarea, [contenteditable=true]').last().click();
		await type(text, '今天 18 点前交周报');
		await editor.byId('node-execute-button').click();
		const message = await eventually(
			'the message',
			async () => await Promise.resolve(bench.sandbox.received.messages.find(({ by }) => by === 'appRobot')),
		);
		await editor.byId('output-panel').getByText('1 item').first().waitFor();
		await editor.screenshot('sent');

		const { company, problems } = bench.sandbox;
		const { userid } = company.users.find(({ name }) => name === '张三') ?? {};
		expect(message).toMatchObject({ userids: [userid], content: { content: '今天 18 点前交周报' } });
		const clicks = await page.evaluate(() => window.clicks);
		expect(clicks).toBeGreaterThan(0);
		expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
		expect(problems()).toEqual([]);
	});
});
