import { describe as formOf, fieldsOf } from '../../../nodes/runtime/resource';
import { moreOf } from '../../../nodes/runtime/locatorValue';
import { operations, productNodes } from '../../../scripts/products';

/** The whole form of each node, as n8n shows it: the fields that several operations share stand in it once. */
const forms = new Map(productNodes.map(({ name, resources }) => [name, formOf(resources)]));

test.each(operations.map((placed) => [placed.id, placed] as const))(
	'%s shows its fields in its own order',
	(_, { product, resource, operation }) => {
		const shown = forms
			.get(product.name)
			?.filter(
				({ displayOptions }) =>
					displayOptions?.show?.resource?.includes(resource.value) &&
					displayOptions.show.operation?.includes(operation.value),
			);
		expect(shown?.map((field) => field.name)).toEqual([
			`${operation.value}Notice`,
			...fieldsOf(operation)
				.filter(({ under }) => under === undefined)
				.flatMap((field) => (field.many ? [field.name, moreOf(field.name)] : [field.name])),
			'options',
		]);
	},
);

test('Simplify stands after Return All and Limit in every form that has them', () => {
	const early = operations.filter(({ operation }) => {
		const names = fieldsOf(operation).map(({ name }) => name);
		return names.includes('simplify') && names.indexOf('simplify') < names.indexOf('limit');
	});
	expect(early.map(({ id }) => id)).toEqual([]);
});
