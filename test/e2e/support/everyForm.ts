import { eventually } from '../../../scripts/host';
import type { Editor } from './editor';

/** What n8n's editor keeps: its Pinia stores, as far as they are used here. Each open workflow has an `ndv` of its own, under the workflow's ID (`ndv.store.ts` of n8n 2.40.5); n8n 1.123 has one for all. */
interface EditorRoot extends Element {
	__vue_app__: {
		config: {
			globalProperties: {
				$pinia: { _s: Map<string, { setActiveNodeName: (name: string, source: string) => void }> };
			};
		};
	};
}

/** Shows the details of one node of the open workflow after another, without the way over the canvas: that is what takes most of the time. */
export class Forms {
	constructor(private readonly editor: Editor) {}

	/** Resolves when the form of the node is there with all that it loads. */
	async show(workflow: string, name: string): Promise<void> {
		const { page, requests } = this.editor;
		await page.evaluate(
			([id, node]) => {
				const { __vue_app__: app } = document.querySelector('#app') as EditorRoot;
				for (const [key, store] of app.config.globalProperties.$pinia._s)
					if (key === 'ndv' || key.startsWith(`ndv/${id}`)) store.setActiveNodeName(node, 'other');
			},
			[workflow, name] as const,
		);
		const title = page.getByTestId('node-title-container');
		await title.filter({ hasText: name }).waitFor();
		await page.getByTestId('node-parameters').waitFor();
		await eventually(`the form of ${name}`, async () => {
			// Two frames: Vue draws what the store holds, then the browser lays it out.
			await page.evaluate(
				async () => await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
			);
			return await Promise.resolve(requests.areAnswered ? true : undefined);
		});
	}
}
