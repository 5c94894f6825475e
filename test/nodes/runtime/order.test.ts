import { resources } from '../../../nodes/DingTalk/resources';
import { describe as formOf, fieldsOf, moreOf } from '../../../nodes/runtime/resource';

/** The whole form, as n8n shows it: the fields that several operations share stand in it once. */
const form = formOf(resources, {});
const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => [resource.value, operation.value, operation] as const),
);

test.each(operations)('%s: %s shows its fields in its own order', (resource, name, operation) => {
	const shown = form.filter(
		({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource) && displayOptions.show.operation?.includes(name),
	);
	expect(shown.map((field) => field.name)).toEqual(
		fieldsOf(operation).flatMap((field) =>
			field.person && field.many ? [field.name, moreOf(field.name)] : [field.name],
		),
	);
});
