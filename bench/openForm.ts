import type { Page } from 'playwright-core';
import { withCredentials } from '../scripts/host/examples';
import { Editor } from '../test/e2e/support/editor';
import { type Step, dingTalk, line } from '../test/e2e/support/workflow';
import type { Bench, Line } from './line';
import { withN8n, withSandbox } from './stage';
import { inTurn, median, medianRatio } from './stats';

const ROUNDS = 20;
/** The form is there when nothing in it has changed for so long. */
const REST_MS = 400;
const MOST_RATIO = 1.2;

const SLACK = 'Slack';
/** With a saved credential, as the others have one: without, its form shows a button in place of the list. */
const slack: Step = {
	name: SLACK,
	type: 'n8n-nodes-base.slack',
	typeVersion: 2.4,
	parameters: { resource: 'message', operation: 'post' },
	credentials: { slackApi: { id: '', name: '' } },
};
interface Compared {
	step: Step;
	atMost?: number;
}

/**
 * The node with most fields: its form as it comes, and the operation whose form takes longest on the server. Beside them a form of
 * few fields: what that takes is the editor's, which asks the server about the package of a community node at each opening.
 */
const compared: Record<string, Compared> = {
	'DingTalk, a robot message': {
		step: dingTalk('robot', 'sendToUsers', {}, { name: 'Robot message' }),
		atMost: MOST_RATIO,
	},
	'DingTalk, a work notification': {
		step: dingTalk('workNotification', 'send', {}, { name: 'Work notification' }),
		atMost: MOST_RATIO,
	},
	'To-Do: Delete': { step: dingTalk('todo', 'delete', {}, { name: 'Small form' }) },
	// Untouched, Slack's form hides its receiver until it is chosen who that is; ours shows it.
	'Slack with its receiver': {
		step: { ...slack, name: 'Receiver', parameters: { ...slack.parameters, select: 'user' } },
	},
};

/** Double-clicks the node. @returns milliseconds from the second click to the last change of its form */
async function open(page: Page, name: string): Promise<number> {
	const watched = page.evaluate(
		async (rest) =>
			await new Promise<number>((resolve) => {
				let clicked = Infinity;
				let last = 0;
				document.addEventListener('dblclick', () => (clicked = last = performance.now()), {
					capture: true,
					once: true,
				});
				const changes = new MutationObserver(() => (last = performance.now()));
				changes.observe(document.body, { subtree: true, childList: true, characterData: true });
				const look = () => {
					const isThere = document.querySelector('[data-test-id=node-parameters] .parameter-item') !== null;
					if (!isThere || performance.now() - Math.max(last, clicked) < rest) return void requestAnimationFrame(look);
					changes.disconnect();
					resolve(last - clicked);
				};
				requestAnimationFrame(look);
			}),
		REST_MS,
	);
	await page.getByTestId('canvas-node').filter({ hasText: name }).first().dblclick();
	const milliseconds = await watched;
	await page.keyboard.press('Escape');
	await page.getByTestId('node-parameters').waitFor({ state: 'hidden' });
	return milliseconds;
}

export const openForm: Bench = {
	name: 'openForm',
	about: `opening the form of the node with most fields in Chromium, beside n8n's Slack node; ${ROUNDS} rounds in turn`,
	run: async () =>
		await withN8n(
			async (n8n) =>
				await withSandbox(n8n, {}, async ({ credentials }) => {
					const slackApi = await n8n.api.createCredential('Slack', 'slackApi', { accessToken: 'none' });
					const saved = { ...credentials, slackApi };
					const editor = await Editor.open(n8n.api, 'bench');
					try {
						const forms = line('forms', [...Object.values(compared).map(({ step }) => step), slack]);
						const { id } = await n8n.api.createWorkflow(withCredentials({ ...forms, connections: {} }, saved));
						// tsx names functions by this helper, which the page lacks.
						await editor.page.addInitScript('window.__name = (named) => named');
						await editor.openWorkflow(id);
						const lines: Line[] = [];
						for (const [what, { step, atMost }] of Object.entries(compared)) {
							const { name } = step;
							// The first opening of a form loads code for all of them.
							await open(editor.page, name);
							await open(editor.page, SLACK);
							const pairs = await inTurn(
								ROUNDS,
								async () => await open(editor.page, name),
								async () => await open(editor.page, SLACK),
							);
							lines.push(
								{ what, value: median(pairs.map(([mine]) => mine)), unit: 'ms' },
								{ what: `${SLACK}, beside it`, value: median(pairs.map(([, theirs]) => theirs)), unit: 'ms' },
								{ what: `${what} : ${SLACK}`, value: medianRatio(pairs), atMost },
							);
						}
						return lines;
					} finally {
						await editor.close();
					}
				}),
		),
};
