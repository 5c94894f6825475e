/**
 * `npm run new -- calendar.createEvent Calendar event create`: writes the operation's file from its catalog row (route, page,
 * permission, parameters, choices, people, times, paging), its node and resource where they are missing, and its line in the
 * roll-call. From then on it is written by hand: see docs/adding-an-operation.md.
 * `npm run new -- 日程`: lists the catalog's operations that have these words in their name, ID or path.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { products, rowsOf } from '../../nodes/catalog';
import { operationText } from './operation';
import { place, write } from './places';

const root = join(__dirname, '../..');

async function find(words: string): Promise<void> {
	const rows = (await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)))).flat();
	const found = rows.filter(({ id, name, zh, path }) =>
		`${id}\n${name}\n${zh}\n${path}`.toLowerCase().includes(words.toLowerCase()),
	);
	for (const { id, name, zh, method, path } of found) console.log(`${id}  ${name} ${zh}  ${method} ${path}`);
	if (found.length === 0) throw new Error(`The catalog has no operation with "${words}" in its name, ID or path`);
}

async function main([id, node, resource, value]: string[]): Promise<void> {
	if (id && !node) return await find(id);
	if (!id || !node || !resource || !value)
		throw new Error(
			'npm run new -- <catalog id> <Node> <resource> <operation>, as in: calendar.createEvent Calendar event create; npm run new -- <word> finds the ID',
		);
	const all = await products();
	const product = all.find((one) => one.id === id.split('.')[0]);
	const row = product && (await rowsOf(product.id)).find((one) => one.id === id);
	if (!row) throw new Error(`The catalog has no operation ${id}; npm run new -- <word> finds the ID`);
	const folder = node.startsWith('DingTalk') ? node : `DingTalk${node}`;
	const file = `nodes/${folder}/resources/${resource}/${value}.ts`;
	const lists = place(folder, resource, value, product.zh);
	write(file, operationText(row, value));
	execFileSync(
		process.execPath,
		[join(root, 'node_modules/prettier/bin/prettier.cjs'), '--write', '--log-level=warn', file, ...lists],
		{
			cwd: root,
			stdio: 'inherit',
		},
	);
	const facts = [
		row.archived && 'archived',
		row.undocumented && 'without a page',
		row.quotaFree && 'free of the quota',
		row.note,
	];
	console.log(
		[
			`${file} is written${facts.some(Boolean) ? ` (${facts.filter(Boolean).join('; ')})` : ''}.`,
			'Now by hand: the words in both languages, which fields a person needs and in which order, JSON fields that should be real ones, the limits of the page.',
			`Then: npm run names; npx jest test/nodes/products -t 'd${folder.slice(1)} ${resource} ${value}'; npm run build; npm run docs`,
		].join('\n'),
	);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
