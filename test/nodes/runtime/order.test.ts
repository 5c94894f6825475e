import { describe as formOf, fieldsOf, moreOf } from '../../../nodes/runtime/resource';
import { operations, productNodes } from '../../../scripts/products';

/** The whole form of each node, as n8n shows it: the fields that several operations share stand in it once. */
const forms = new Map(productNodes.map(({ name, resources }) => [name, formOf(resources, {})]));

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
		expect(shown?.map((field) => field.name)).toEqual(
			fieldsOf(operation).flatMap((field) =>
				field.person && field.many ? [field.name, moreOf(field.name)] : [field.name],
			),
		);
	},
);
