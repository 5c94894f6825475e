import { operations, packageName, type Placed } from '../../scripts/products';
import { type Bench, openBench } from './support/bench';
import { blemishes } from './support/blemishes';
import { Editor } from './support/editor';
import { line } from './support/workflow';

/**
 * The form of every operation, untouched, in the real editor: no error mark but at what is required and empty, no cut label, no
 * horizontal scroll bar; a screenshot of each is kept. It takes many minutes: `E2E_EVERY_FORM=1 npm run e2e -- editorEveryForm`,
 * or with `first` only the first operation of every resource.
 */
const { E2E_EVERY_FORM: wanted } = process.env;
const shown = operations.filter(
	({ resource, operation }) => wanted !== 'first' || resource.operations[0] === operation,
);
const required = ({ operation }: Placed) =>
	operation.fields.filter((field) => field.required).map((field) => field.displayName);

(wanted ? describe : describe.skip)('forms that nobody has touched', () => {
	let bench: Bench;
	let editor: Editor;
	beforeAll(async () => {
		bench = await openBench();
		editor = await Editor.open(bench.api, 'form');
	});
	afterAll(async () => {
		await editor.close();
		await bench.close();
	});

	const nodes = [...new Set(shown.map(({ product }) => product.name))];
	it.each(nodes)('%s', async (node) => {
		const own = shown.filter(({ product }) => product.name === node);
		const steps = own.map(({ id, resource, operation }) => ({
			name: id,
			type: `${packageName}.${node}`,
			typeVersion: 1,
			parameters: { resource: resource.value, operation: operation.value },
		}));
		const { nodes: inLine, ...rest } = line(`forms of ${node}`, steps);
		// All of them have room on one screen.
		const placed = inLine.map((one, i) => ({
			...one,
			position: [(i % 8) * 220, Math.floor(i / 8) * 200] as [number, number],
		}));
		const { id: workflow } = await bench.save({ ...rest, nodes: placed, connections: {} });
		await editor.openWorkflow(workflow);
		const wrong: string[] = [];
		for (const placed of own) {
			const { id } = placed;
			const empty = required(placed);
			await editor.openDetails(id);
			const found = (await blemishes(editor)).filter(
				(blemish) => !empty.some((label) => blemish.startsWith(`error mark at ${label} `)),
			);
			wrong.push(...found.map((blemish) => `${id}: ${blemish}`));
			await editor.screenshot(id.replace(/\W+/g, '-'));
			await editor.closeDetails();
		}
		expect(wrong).toEqual([]);
	});
});
