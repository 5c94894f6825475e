import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Locator, type Page, chromium, selectors } from 'playwright-core';
import { type N8nApi, eventually } from '../../../scripts/host';
import { root } from '../../../scripts/host/build';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

selectors.setTestIdAttribute('data-test-id');

/** n8n's editor in a headless Chromium, by what a person sees and does there (n8n 2.40's test ids). */
export class Editor {
	private constructor(
		readonly page: Page,
		private readonly browser: Browser,
		private readonly url: string,
		private readonly shots: string,
	) {}

	/**
	 * Opens the editor in the session of `api`.
	 * @param shots prefix of the screenshots in `test-results/`
	 */
	static async open({ url, session }: N8nApi, shots: string): Promise<Editor> {
		const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', headless: true, args: flags });
		const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
		page.setDefaultTimeout(20_000);
		const [name, value] = session.split('=');
		await page.context().addCookies([{ name, value, url }]);
		return new Editor(page, browser, url, shots);
	}

	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-plus-button').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Types into the search of the node panel. @returns the names of the nodes found, best first */
	async searchNodes(text: string): Promise<string[]> {
		const search = this.byId('node-creator-search-bar');
		if (!(await search.isVisible())) await this.byId('node-creator-plus-button').click();
		const found = this.byId('node-creator-item-name');
		await found.first().waitFor();
		const before = (await found.allInnerTexts()).join();
		await search.fill(text);
		return await eventually(`the search for ${text}`, 5000, async () => {
			const names = await found.allInnerTexts();
			return names.join() !== before ? names : undefined;
		});
	}

	/** Opens a node that the search has found. @returns the labels of its actions */
	async openNode(name: string): Promise<string[]> {
		await this.byId('node-creator-item-name').filter({ hasText: new RegExp(`^${name}$`) }).first().click();
		const actions = this.byId('node-creator-category-item').filter({ hasText: /^Actions/ });
		await actions.waitFor();
		const items = this.byId('node-creator-item-name');
		// With a trigger among its nodes, n8n folds the actions up in an empty workflow.
		const triggers = await items.count();
		if (!(await this.byId('actions-panel-activation-callout').isVisible())) await actions.click();
		return await eventually(`the actions of ${name}`, 5000, async () => ((await items.count()) > triggers ? await items.allInnerTexts() : undefined));
	}

	/** Adds the action whose label holds the text; its details open. */
	async addAction(text: string): Promise<void> {
		await this.byId('node-creator-item-name').filter({ hasText: text }).first().click();
		await this.byId('node-parameters').waitFor();
	}

	/** The choices of a drop-down in a node's details: labels with their descriptions. */
	async choices(parameter: string): Promise<string[]> {
		const input = this.byId(`parameter-input-${parameter}`).locator('input').first();
		await input.click();
		const options = this.page.locator('.el-select-dropdown__item:visible');
		await options.first().waitFor();
		const texts = await options.allInnerTexts();
		await input.press('Escape');
		return texts;
	}

	/** Chooses in a drop-down by the label's exact text. */
	async choose(parameter: string, label: string): Promise<void> {
		await this.byId(`parameter-input-${parameter}`).locator('input').first().click();
		await this.page.locator('.el-select-dropdown__item:visible .option-headline').filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) }).first().click();
	}

	/** The tooltip of a field, found by its label. */
	async tooltip(label: string): Promise<string> {
		const field = this.byId('input-label').filter({ hasText: new RegExp(`^${label}`) }).first();
		await field.hover();
		await field.locator('svg').first().hover();
		const tip = this.page.locator('[data-reka-popper-content-wrapper]:visible').last();
		await tip.waitFor();
		return await tip.innerText();
	}

	/** Types into a text field of the node's details. */
	async fill(parameter: string, text: string): Promise<void> {
		await this.byId(`parameter-input-${parameter}`).locator('input, textarea, [contenteditable=true]').last().fill(text);
	}

	/** Presses "Execute step" and waits for the output. @returns its text */
	async executeStep(): Promise<string> {
		await this.byId('node-execute-button').click();
		const panel = this.byId('output-panel');
		await panel.getByText(/\d+ items?|ERROR|Problem/i).first().waitFor();
		const data = panel.getByTestId('ndv-data-container');
		return await eventually('the output to show', 10_000, async () => (await data.innerText()).trim() || undefined);
	}

	async closeDetails(): Promise<void> {
		await this.byId('ndv-close-button').click();
		await this.byId('node-parameters').waitFor({ state: 'hidden' });
	}

	/** Keeps a picture of the page in `test-results/`, which is not in the repository. */
	async screenshot(name: string): Promise<void> {
		const folder = join(root, 'test-results');
		mkdirSync(folder, { recursive: true });
		await this.page.screenshot({ path: join(folder, `${this.shots}-${name}.png`) });
	}

	byId(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	async close(): Promise<void> {
		await this.browser.close();
	}
}
