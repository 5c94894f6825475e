/**
 * `npm run new -- calendar.createEvent Calendar event create`: writes the operation's file from its catalog row (route, page,
 * permission, parameters, choices, people, times, paging), its node and resource where they are missing, and its line in the
 * roll-call. From then on it is written by hand: see docs/adding-an-operation.md.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { products, rowsOf } from '../../nodes/catalog';
import { operationText } from './operation';
import { place, write } from './places';

const root = join(__dirname, '../..');

async function main([id, node, resource, value]: string[]): Promise<void> {
	if (!id || !node || !resource || !value)
		throw new Error(
			'npm run new -- <catalog id> <Node> <resource> <operation>, as in: calendar.createEvent Calendar event create',
		);
	const all = await products();
	const product = all.find((one) => one.id === id.split('.')[0]);
	const row = product && (await rowsOf(product.id)).find((one) => one.id === id);
	if (!row) throw new Error(`The catalog has no operation ${id}; grep nodes/catalog/data`);
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
			'Then: npm run names; npx jest test/nodes/products; npm run docs',
		].join('\n'),
	);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
