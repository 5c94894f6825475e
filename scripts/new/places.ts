/** Where a new operation stands: its node, its resource, and their roll-calls. What is missing is written, what is there is extended. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import aliases from '../aliases.json';
import { derivedLabel } from '../catalog/names';

const root = join(__dirname, '../..');

/** Writes a file that must not be there yet. */
export function write(path: string, text: string): void {
	const file = join(root, path);
	if (existsSync(file)) throw new Error(`${path} is there already`);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

const edit = (path: string, change: (text: string) => string) =>
	writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));

/** Adds a name to the list of a roll-call and its import before the first one. */
function enlist(path: string, name: string, module: string, list: RegExp): void {
	edit(path, (text) => {
		const listed = text.replace(list, (_, start: string, inner: string) => {
			const names = [...inner.split(',').map((one) => one.trim()), name].filter(Boolean);
			return `${start}${names.join(', ')}]`;
		});
		if (listed === text) throw new Error(`${path} has no list to which ${name} could be added`);
		const line = `import { ${name} } from './${module}';`;
		const later = listed
			.split('\n')
			.find((one) => /from '\.\//.test(one) && one.slice(one.indexOf("'")) > line.slice(line.indexOf("'")));
		return later ? listed.replace(later, `${line}\n${later}`) : listed.replace(/^((import .*\n)+)/, `$1${line}\n`);
	});
}

const display: Record<string, string> = { Hr: 'HR', AiTable: 'AI Table', Crm: 'CRM', ToDo: 'To-Do' };

/** The folder of a node that does not exist yet, after the pattern of DingTalk To-Do. */
function makeNode(folder: string): void {
	const product = folder.replace(/^DingTalk/, '');
	const name = `dingTalk${product}`;
	if (!(name in aliases)) throw new Error(`scripts/aliases.json has no search words for a node ${name}`);
	const shown = `DingTalk ${display[product] ?? derivedLabel(product)}`;
	const icon = product.charAt(0).toLowerCase() + product.slice(1);
	const [like, codex] = ['ts', 'json'].map((ending) =>
		readFileSync(join(root, `nodes/DingTalkToDo/DingTalkToDo.node.${ending}`), 'utf8'),
	);
	write(
		`nodes/${folder}/${folder}.node.ts`,
		(like ?? '')
			.replace(/DingTalk To-Do/g, shown)
			.replace(/DingTalkToDo/g, folder)
			.replace(/dingTalkToDo/g, name)
			.replace(/icons\/toDo/g, `icons/${icon}`)
			.replace(
				/description: ["'].*["'],/,
				`description: '${shown}. 钉钉${aliases[name as keyof typeof aliases].zh[1]?.replace(/^钉钉/, '')}。',`,
			),
	);
	write(`nodes/${folder}/${folder}.node.json`, (codex ?? '').replace(/dingTalkToDo/g, name));
	write(
		`nodes/${folder}/resources/index.ts`,
		"import type { Resource } from '../../runtime/operation';\n\n/** The table of resources, one line each. */\nexport const resources: readonly Resource[] = [];\n",
	);
	edit('package.json', (text) =>
		text.replace(
			'\t\t\t"dist/nodes/DingTalkApiCall/',
			`\t\t\t"dist/nodes/${folder}/${folder}.node.js",\n\t\t\t"dist/nodes/DingTalkApiCall/`,
		),
	);
}

/** Makes the places of an operation as far as they are missing, and adds it to the roll-calls. @returns the files that changed. */
export function place(folder: string, resource: string, value: string, zh: string): string[] {
	const table = `nodes/${folder}/resources/index.ts`;
	const roll = `nodes/${folder}/resources/${resource}/index.ts`;
	if (!existsSync(join(root, 'nodes', folder))) makeNode(folder);
	if (!existsSync(join(root, roll))) {
		const name = derivedLabel(resource);
		write(
			roll,
			`import type { Resource } from '../../../runtime/operation';\n\nexport const ${resource}: Resource = {\n\tname: '${name}',\n\tvalue: '${resource}',\n\tdescription: '${name} in DingTalk',\n\toperations: [],\n\tzh: { name: '${zh}', description: '钉钉${zh}' },\n};\n`,
		);
		enlist(table, resource, resource, /(resources: readonly Resource\[\] = \[)([^\]]*)\]/);
	}
	enlist(roll, value === 'delete' ? 'remove' : value, value, /(operations: \[)([^\]]*)\]/);
	return [table, roll];
}
