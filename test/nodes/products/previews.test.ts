/** The editor shows these before an operation has run; an operation whose answer says too little has a `<operation>.sample.json`. */
import { operationPreviews } from '../../../scripts/previews';
import { operations } from '../../../scripts/products';

test('every operation has an output preview with fields', async () => {
	const { previews, without } = await operationPreviews();
	expect(without).toEqual([]);
	expect(previews).toHaveLength(operations.length);
	const empty = previews.filter(([, { properties = {} }]) => Object.keys(properties).length === 0);
	expect(empty.map(([{ id }]) => id)).toEqual([]);
});
