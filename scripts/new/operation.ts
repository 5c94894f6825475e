/** The file of an operation, written from its catalog row: a start that compiles, for a person to edit. */
import type { Row, Schema } from '../../nodes/catalog/types';
import { at } from '../../nodes/protocol/paging';
import { drawField, operatorOf, runtimeImport, type Drawn } from './fields';

type Part = 'path' | 'query' | 'body';

/** A parameter that becomes a field; objects are taken apart, lists of objects stay JSON. */
interface Leaf {
	part: Part;
	path: string;
	schema: Schema;
}

function leavesOf(part: Part, members: Record<string, Schema>, prefix = ''): Leaf[] {
	return Object.entries(members).flatMap(([name, schema]) => {
		const path = prefix + name;
		return schema.type === 'object' && schema.properties
			? leavesOf(part, schema.properties, `${path}.`)
			: [{ part, path, schema }];
	});
}

/** `{ a: { b: value } }` as source text. */
function objectText(entries: ReadonlyArray<readonly [path: string, value: string]>): string {
	const groups = new Map<string, Array<readonly [string, string]>>();
	for (const [path, value] of entries) {
		const [name = '', ...rest] = path.split('.');
		groups.set(name, [...(groups.get(name) ?? []), [rest.join('.'), value]]);
	}
	const members = [...groups].map(([name, inner]) => {
		const [first] = inner;
		const value = first?.[0] === '' ? first[1] : objectText(inner);
		const key = /^[a-zA-Z_$][\w$]*$/.test(name) ? name : `'${name}'`;
		return key === value ? key : `${key}: ${value}`;
	});
	return `{ ${members.join(', ')} }`;
}

/** The paging of a row in the runtime's words. */
function pagingText({ paging }: Row): string {
	if (!paging) return '';
	const { style, cursor, size, max, first, entries, next, more } = paging;
	const words = {
		style,
		cursor,
		...(size && { size: { at: size, max: max ?? 20 } }),
		...((style === 'cursor' || style === 'offset') && { first: 0 }),
		...(style === 'page' && { first: 1 }),
		...(first !== undefined && { first }),
		entries,
		...(next && { next }),
		...(more && { more }),
	};
	return `\tpaging: ${JSON.stringify(words)},\n`;
}

const text = (value: string) => JSON.stringify(value);

/** @param value Name of the operation in saved workflows. */
export function operationText(row: Row, value: string): string {
	const operator = operatorOf(row);
	const paged = row.paging ? [row.paging.cursor, row.paging.size] : [];
	const key = Object.keys(row.headers ?? {}).find((name) => /client-?token/i.test(name));
	const leaves = [
		...leavesOf('path', row.pathParams ?? {}),
		...leavesOf('query', row.query ?? {}),
		...leavesOf('body', row.body?.properties ?? {}),
	].filter(({ path }) => !paged.includes(path));
	const drawn = leaves
		.filter(({ path }) => path !== operator?.at)
		.map(({ part, path, schema }): Drawn & Leaf => ({ part, path, schema, ...drawField(path, schema) }));
	const required = drawn.filter((field) => field.required);
	const optional = drawn.filter((field) => !field.required);
	const additional =
		optional.length > 0
			? [
					`{ displayName: 'Additional Fields', zh: { name: '更多字段', placeholder: '添加字段' }, name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {}, options: [${optional.map((field) => field.text).join(', ')}] }`,
				]
			: [];
	const fields = [...required.map((field) => field.text), ...additional, ...(operator ? [operator.field] : [])];
	const taken = [
		...required.map(({ name }) => name),
		...(optional.length > 0 ? [`additionalFields: { ${optional.map(({ name }) => name).join(', ')} }`] : []),
		...(operator ? ['operator'] : []),
	];
	const parts = (['path', 'query', 'body'] as const).flatMap((part) => {
		const sent = [
			...leaves
				.filter((leaf) => leaf.part === part && leaf.path === operator?.at)
				.map(({ path }) => [path, 'operator'] as const),
			...drawn.filter((field) => field.part === part).map((field) => [field.path, field.value] as const),
		];
		return sent.length > 0 || (part === 'body' && row.body) ? [`${part}: ${objectText(sent)}`] : [];
	});
	const imports = new Map<string, string[]>();
	const needed = [runtimeImport, operator?.imports ?? {}, ...drawn.map((field) => field.imports)];
	for (const [name, module] of Object.entries(Object.assign({}, ...needed) as Record<string, string>))
		imports.set(module, [...(imports.get(module) ?? []), name].sort());
	const lines = [...imports].sort().map(([module, names]) => `import { ${names.join(', ')} } from '${module}';`);
	const action = row.name.charAt(0) + row.name.slice(1).toLowerCase();
	const name = value === 'delete' ? 'remove' : value;
	const hasResult = at(row.response, 'properties.result.type') === 'array' && !row.paging;
	return `${lines.join('\n')}

export const ${name} = defineOperation({
	name: ${text(row.name)},
	value: ${text(value)},
	action: ${text(action)},
	description: ${text(`${action} in DingTalk. One call${row.paging ? ' per page' : ''}.`)},
	zh: { name: ${text(row.zh)}, action: ${text(row.zh)}, description: ${text(`${row.zh}。${row.paging ? '每页一次' : '一次'}调用`)} },
	docs: ${text(row.docs ?? '')},
${row.permissions?.[0] ? `\tpermission: ${text(row.permissions[0])},\n` : ''}	route: ${text(`${row.method} ${row.path}`)},
${row.safe && row.method !== 'GET' ? '\tsafe: true,\n' : ''}${key ? `\tidempotencyKey: ${text(`headers.${key}`)},\n` : ''}	fields: [${fields.join(', ')}],
	request: (${taken.length > 0 ? `{ ${taken.join(', ')} }` : ''}) => ({ ${parts.join(', ')} }),
${pagingText(row)}${hasResult ? '\toutput: ({ result }) => objectsIn(result),\n' : ''}});
`.replace(/^/, hasResult ? "import { objectsIn } from '../../../runtime/pick';\n" : '');
}
