import { columnsMethodOf } from '../../nodes/runtime/mapper';
import { packageName } from '../../scripts/nodes';
import { operations, type Placed } from '../../scripts/products';
import { type Bench, openBench } from './support/bench';
import { blemishes } from './support/blemishes';
import { Editor } from './support/editor';
import { Forms } from './support/everyForm';
import { mappedFields } from './support/form';
import { line } from './support/workflow';

/**
 * The form of every operation, untouched, in the real editor: no error mark but at what is required and empty, no cut label, no
 * horizontal scroll bar; a picture of each is kept. One run takes every sixth operation; which sixth, the number of the run in CI
 * says (0 elsewhere), so that six runs in a row see all. All at once: `E2E_EVERY_FORM=all npm run e2e -- editorEveryForm`, one
 * sixth: `E2E_EVERY_FORM=0` to `5`.
 */
const PARTS = 6;
const { E2E_EVERY_FORM: wanted, GITHUB_RUN_NUMBER: run } = process.env;
const part = Number(wanted ?? run ?? 0) % PARTS;
const shown = operations.filter((_, index) => wanted === 'all' || index % PARTS === part);

/** A canvas with more nodes than these takes long to draw. */
const NODES_PER_WORKFLOW = 80;

describe('forms that nobody has touched', () => {
	let bench: Bench;
	let editor: Editor;
	let forms: Forms;
	beforeAll(async () => {
		bench = await openBench();
		editor = await Editor.open(bench.api, 'form');
		forms = new Forms(editor);
	});
	afterAll(async () => {
		await editor.close();
		await bench.close();
	});

	/** Labels of what must be filled in: fields, and columns of a table that DingTalk names. */
	async function required({ product, resource, operation }: Placed): Promise<string[]> {
		const parameters = { resource: resource.value, operation: operation.value };
		const form = { node: product.name, parameters, credential: bench.credentials.dingTalkApi };
		const columns = operation.fields
			.filter(({ mapper }) => mapper)
			// Columns of a table that is not chosen yet cannot be asked for.
			.map(({ name }) => mappedFields(bench.api, form, name, columnsMethodOf(name)).catch(() => []));
		return [...operation.fields, ...(await Promise.all(columns)).flat()]
			.filter((field) => field.required)
			.map(({ displayName }) => displayName);
	}

	/** Opens a workflow that has a node for each of the operations. @returns its ID */
	async function openAll(own: readonly Placed[]): Promise<string> {
		const steps = own.map(({ id, product, resource, operation }) => ({
			name: id,
			type: `${packageName}.${product.name}`,
			typeVersion: 1,
			parameters: { resource: resource.value, operation: operation.value },
		}));
		const { nodes, ...rest } = line('forms', steps);
		// All of them have room on one screen.
		const placed = nodes.map((node, i) => ({
			...node,
			position: [(i % 8) * 220, Math.floor(i / 8) * 200] as [number, number],
		}));
		const { id } = await bench.save({ ...rest, nodes: placed, connections: {} });
		await editor.openWorkflow(id);
		return id;
	}

	const starts = shown.map((_, index) => index).filter((index) => index % NODES_PER_WORKFLOW === 0);
	it.each(starts)(
		'from number %i on',
		async (start) => {
			const own = shown.slice(start, start + NODES_PER_WORKFLOW);
			const workflow = await openAll(own);
			const wrong: string[] = [];
			for (const placed of own) {
				const { id } = placed;
				await forms.show(workflow, id);
				const empty = await required(placed);
				const found = (await blemishes(editor)).filter(
					(blemish) => !empty.some((label) => blemish.startsWith(`error mark at ${label} `)),
				);
				wrong.push(...found.map((blemish) => `${id}: ${blemish}`));
				await editor.screenshot(id.replace(/\W+/g, '-'), 'jpeg');
			}
			expect(wrong).toEqual([]);
		},
		1_200_000,
	);

	it('would see a cut label, a wide row and an error mark', async () => {
		await editor.byId('node-parameters').evaluate((form) => {
			form.querySelector<HTMLElement>('label.n8n-input-label span')!.style.cssText =
				'display: block; width: 5px; overflow: hidden; white-space: nowrap';
			form.insertAdjacentHTML('beforeend', '<p style="width: 5000px"></p><p class="has-issues">Broken</p>');
		});
		const seen = [expect.stringMatching(/^cut label /), 'error mark at Broken', 'horizontal scroll bar'];
		expect(await blemishes(editor)).toEqual(expect.arrayContaining(seen));
	});
});
