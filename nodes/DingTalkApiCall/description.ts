import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import products from '../catalog/data/products.json';
import { describeForm } from '../runtime/form';
import { weaver, type Words } from '../runtime/words';
import { fields } from './fields';

/** Products without a current operation stand last and say so. Found in either language: n8n's drop-downs search labels only. */
function productOptions(build?: Words): INodePropertyOptions[] {
	const weave = weaver(build);
	return [...products]
		.sort((a, b) => Number(a.count === 0) - Number(b.count === 0) || a.name.localeCompare(b.name, 'en'))
		.map(({ id, name, zh, count }) => ({
			name: weave.searchable(name, zh),
			value: id,
			...(count === 0 && {
				description: weave.both('Archived or undocumented operations only', '仅有已归档或未公开的接口'),
			}),
		}));
}

/** The node's parameters and what has no Chinese; the catalog itself is never inlined, only the names of its products. */
export function describeApiCall(build?: Words): { properties: INodeProperties[]; missing: string[] } {
	const { properties, missing } = describeForm(fields, build);
	return {
		properties: properties.map((field) =>
			field.name === 'product'
				? { ...field, options: [...((field.options ?? []) as INodePropertyOptions[]), ...productOptions(build)] }
				: field,
		),
		missing,
	};
}
