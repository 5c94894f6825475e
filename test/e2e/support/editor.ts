import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Locator, type Page, selectors } from 'playwright-core';
import { type N8nApi, type Workflow, PATIENCE_MS, eventually } from '../../../scripts/host';
import { root } from '../../../scripts/host/build';
import { openChromium } from './chromium';
import { FormRequests } from './formRequests';

selectors.setTestIdAttribute('data-test-id');

/** Of a parameter, in a node's details and in a credential. */
const label = 'label.n8n-input-label';
const escaped = (text: string) => text.replace(/[()]/g, '\\$&');
const startingWith = (text: string) => new RegExp(`^\\s*${escaped(text)}`);
const exactly = (text: string) => new RegExp(`^\\s*${escaped(text)}\\s*$`);

/** n8n's editor in a headless Chromium, by what a person sees and does there (test ids of n8n 2.40, and of 1.123 where they differ). */
export class Editor {
	readonly requests: FormRequests;

	private constructor(
		readonly page: Page,
		private readonly browser: Browser,
		private readonly url: string,
		private readonly shots: string,
	) {
		this.requests = new FormRequests(page);
	}

	/**
	 * Opens the editor in the session of `api`.
	 * @param shots prefix of the screenshots in `test-results/`
	 */
	static async open({ url, session }: N8nApi, shots: string): Promise<Editor> {
		const browser = await openChromium();
		const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
		page.setDefaultTimeout(PATIENCE_MS);
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
		return await eventually(`the search for ${text}`, async () => {
			const names = await found.allInnerTexts();
			return names.join() !== before ? names : undefined;
		});
	}

	/** Opens a node that the search has found. @returns the labels of its actions */
	async openNode(name: string): Promise<string[]> {
		await this.byId('node-creator-item-name')
			.filter({ hasText: exactly(name) })
			.first()
			.click();
		const actions = this.byId('node-creator-category-item').filter({ hasText: /^Actions/ });
		await actions.waitFor();
		const items = this.byId('node-creator-item-name');
		const count = Number(/\d+/.exec(await actions.innerText()));
		// n8n unfolds them late, or leaves them folded: a click changes that, and a click too early folds them up.
		let clicked = Date.now();
		return await eventually(`the ${count} actions of ${name}`, async () => {
			if ((await items.count()) >= count) return await items.allInnerTexts();
			if (Date.now() - clicked > 2000) {
				await actions.click();
				clicked = Date.now();
			}
			return undefined;
		});
	}

	/** Adds the action whose label holds the text; its details open. */
	async addAction(text: string): Promise<void> {
		await this.byId('node-creator-item-name').filter({ hasText: text }).first().click();
		await this.byId('node-parameters').waitFor();
	}

	/** Adds a node that the search has found and that has no actions; its details open. */
	async addNode(name: string): Promise<void> {
		await this.byId('node-creator-item-name')
			.filter({ hasText: exactly(name) })
			.first()
			.click();
		// n8n introduces a community node before it adds it.
		if (name.startsWith('DingTalk')) await this.page.getByRole('button', { name: 'Add to workflow' }).click();
		await this.byId('node-parameters').waitFor();
	}

	/** Adds a node behind the last one on the canvas; its details open. */
	async addBehind(name: string): Promise<void> {
		await this.byId('canvas-handle-plus').last().click();
		await this.searchNodes(name);
		await this.addNode(name);
	}

	/** Opens the details of a node on the canvas. */
	async openDetails(name: string): Promise<void> {
		await this.byId('canvas-node').filter({ hasText: name }).first().dblclick();
		await this.byId('node-parameters').waitFor();
	}

	/**
	 * The choices of a drop-down in a node's details: labels with their descriptions.
	 * @param filter what the person types to narrow them
	 */
	async choices(parameter: string, filter?: string): Promise<string[]> {
		const input = this.byId(`parameter-input-${parameter}`).locator('input').first();
		await input.click();
		if (filter !== undefined) await input.fill(filter);
		const options = this.page.locator('.el-select-dropdown__item:visible');
		await options.first().waitFor();
		const texts = await options.allInnerTexts();
		await this.screenshot(`choices-${parameter}`);
		await input.press('Escape');
		await options.first().waitFor({ state: 'hidden' });
		return texts;
	}

	/**
	 * Searches in the list of a resource locator and takes the first that it finds.
	 * @returns all that it found
	 */
	async pick(parameter: string, search: string): Promise<string[]> {
		const names = await this.searchIn(parameter, search);
		await this.screenshot(`list-${parameter}`);
		await this.byId('rlc-item').filter({ visible: true }).first().click();
		return names;
	}

	/** What a search in the list of a resource locator finds; nothing is taken. */
	async finds(parameter: string, search: string): Promise<string[]> {
		const names = await this.typeInto(parameter, search);
		// The list closes when something else is clicked.
		await this.byId('node-parameters').locator(label).first().click();
		await this.byId('rlc-search').filter({ visible: true }).waitFor({ state: 'hidden' });
		return names;
	}

	/** Searches, and waits until the list shows what n8n has answered. */
	private async searchIn(parameter: string, search: string): Promise<string[]> {
		const [first = ''] = await this.typeInto(parameter, search);
		const found = this.byId('rlc-item').filter({ visible: true });
		return await eventually(`${search} in the list`, async () => {
			const texts = await found.allInnerTexts();
			const isThere = first !== '' && texts[0]?.includes(first) === true;
			return isThere && (await this.byId('rlc-item-loading').count()) === 0 ? texts : undefined;
		});
	}

	/** Types into the search of a resource locator. @returns the names in n8n's answer to it */
	private async typeInto(parameter: string, search: string): Promise<string[]> {
		await this.byId(`resource-locator-${parameter}`).getByTestId('rlc-input').click();
		const box = this.byId('rlc-search').filter({ visible: true });
		await box.waitFor();
		// The list may be empty while nothing is typed. Who types before it is there gets nothing found by n8n 1, which takes the answer
		// that is on its way for that of the search.
		await eventually(`the list of ${parameter}`, async () =>
			this.requests.areAnswered && (await this.byId('rlc-item-loading').count()) === 0 ? true : undefined,
		);
		const answered = this.page.waitForResponse(
			(response) =>
				response.url().includes('/dynamic-node-parameters/resource-locator-results') &&
				(response.request().postData() ?? '').includes(search),
		);
		await box.fill(search);
		const text = await (await answered).text();
		const { data } = JSON.parse(text) as { data?: { results: Array<{ name: string }> } };
		if (!data) throw new Error(`The list of ${parameter} is refused: ${text}`);
		return data.results.map(({ name }) => name);
	}

	/** Labels of the visible parameters in a form, from top to bottom. */
	async labels(form: 'node-parameters' | 'credential-edit-dialog' = 'node-parameters'): Promise<string[]> {
		const texts = await this.byId(form).locator(`${label}:visible`).allInnerTexts();
		// Beside a label n8n keeps the switch "Fixed, Expression"; a required one has an asterisk.
		return texts.map((text) =>
			(text.trim().split('\n')[0] ?? '').replace(/[\s*]+$/, '').replace(/^Credential to connect with$/, 'Credential'),
		);
	}

	/** Opens the form of the node's credential, which n8n tests at once. @returns what the test says */
	async openCredential(): Promise<string> {
		await this.byId('credential-edit-button').click();
		const result = this.byId('credentials-config-container-test-success').or(
			this.byId('credentials-config-container-test-error'),
		);
		await result.filter({ visible: true }).waitFor();
		return await result.filter({ visible: true }).innerText();
	}

	/** The workflow as n8n has saved it, once the node has the text in its parameters. */
	async saved(api: N8nApi, text: string): Promise<Workflow> {
		await this.page.keyboard.press('Control+s');
		const id = () => /workflow\/(\w+)/.exec(this.page.url())?.[1] ?? 'new';
		return await eventually('the workflow to be saved', async () => {
			if (id() === 'new') return undefined;
			const workflow = await api.rest.call<Workflow>('GET', `/workflows/${id()}`);
			return JSON.stringify(workflow.nodes).includes(text) ? workflow : undefined;
		});
	}

	/** Chooses in a drop-down by the label's exact text. */
	async choose(parameter: string, name: string): Promise<void> {
		await this.byId(`parameter-input-${parameter}`).locator('input').first().click();
		await this.page
			.locator('.el-select-dropdown__item:visible .option-headline')
			.filter({ hasText: exactly(name) })
			.first()
			.click();
	}

	/** The tooltip of a field, found by its label. */
	async tooltip(name: string): Promise<string> {
		const field = this.page
			.locator(label)
			.filter({ hasText: startingWith(name), visible: true })
			.last();
		await field.hover();
		await field.locator('svg').first().hover();
		const tip = this.page
			.locator('[data-reka-popper-content-wrapper]:visible, .el-popper[role=tooltip]:visible')
			.last();
		await tip.waitFor();
		const text = await tip.innerText();
		await this.screenshot('tooltip');
		await this.page.mouse.move(0, 0);
		await tip.waitFor({ state: 'hidden' });
		return text;
	}

	/** Types into a text field of the node's details. */
	async fill(parameter: string, text: string): Promise<void> {
		await this.byId(`parameter-input-${parameter}`)
			.locator('input, textarea, [contenteditable=true]')
			.last()
			.fill(text);
	}

	/** Presses "Execute step" and waits for the output. @returns its text */
	async executeStep(): Promise<string> {
		await this.byId('node-execute-button').click();
		const panel = this.byId('output-panel');
		await panel
			.getByText(/\d+ items?|ERROR|Problem/i)
			.first()
			.waitFor();
		const data = panel.getByTestId('ndv-data-container');
		return await eventually('the output to show', async () => (await data.innerText()).trim() || undefined);
	}

	async closeDetails(): Promise<void> {
		await this.byId('ndv-close-button').or(this.byId('back-to-canvas')).click();
		await this.byId('node-parameters').waitFor({ state: 'hidden' });
	}

	/** Keeps a picture of the page in `test-results/`, which is not in the repository. */
	async screenshot(name: string, type: 'png' | 'jpeg' = 'png'): Promise<void> {
		const folder = join(root, 'test-results');
		mkdirSync(folder, { recursive: true });
		const path = join(folder, `${this.shots}-${name}.${type === 'png' ? 'png' : 'jpg'}`);
		await this.page.screenshot({ path, type, ...(type === 'jpeg' && { quality: 40, scale: 'css' }) });
	}

	byId(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	async close(): Promise<void> {
		await this.browser.close();
	}
}
