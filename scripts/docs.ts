/** Writes the generated parts of the READMEs, docs/operations*.md and docs/events.md: everything between `<!-- generated: name -->` and `<!-- end -->`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { products, rowsOf } from '../nodes/catalog';
import { events, marksOf } from '../nodes/DingTalkTrigger/eventTypes';
import { codeHints } from '../nodes/runtime/hints';
import { isProcedure, type AnyOperation, type Resource } from '../nodes/runtime/operation';
import { weaver } from '../nodes/runtime/words';
import { nodeFolders, nodeIn, productNodes } from './products';

const routesOf = (operation: AnyOperation) => (isProcedure(operation) ? operation.routes : [operation.route]);
const cell = (text: string) => text.replace(/\|/g, '\\|');
const table = (head: string[], rows: string[][]) =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

function operationsTable(resources: readonly Resource[], chinese: boolean): string {
	const rows = resources.flatMap((resource) =>
		resource.operations.map((operation) => {
			const { zh } = operation;
			const name = chinese
				? `${resource.zh.name} · ${zh?.name ?? operation.name}`
				: `${resource.name} · ${operation.name}`;
			const does = chinese ? (zh?.description ?? '') : operation.description;
			return [
				`[${name}](${operation.docs})`,
				does,
				operation.permission ? `\`${operation.permission}\`` : '–',
				routesOf(operation)
					.map((route) => `\`${route}\``)
					.join('<br>'),
			];
		}),
	);
	return table(
		chinese ? ['操作', '说明', '所需权限', '接口'] : ['Operation', 'What it does', 'Permission', 'Route'],
		rows,
	);
}

/** One table for each node. */
const operationTables = (chinese: boolean) =>
	productNodes
		.map(({ node, resources }) => `## ${node.description.displayName}\n\n${operationsTable(resources, chinese)}`)
		.join('\n\n');

/** What each node is for, in how many operations. Its description is English, then Chinese. */
function nodesTable(chinese: boolean): string {
	const rows = nodeFolders.map((folder) => {
		const { description } = nodeIn(folder);
		const { resources } = productNodes.find((one) => one.folder === folder) ?? { resources: [] };
		const count = resources.flatMap(({ operations }) => operations).length;
		const [, english = '', zh = ''] = /^(.*?[.!]?) (?=\p{Script=Han})(.*)$/su.exec(description.description) ?? [];
		const about = resources.map((one) => (chinese ? one.zh.name : one.name)).join(chinese ? '、' : ', ');
		return [
			`**${description.displayName}**`,
			chinese ? zh || description.description : english || description.description,
			about || '–',
			count > 0 ? String(count) : '–',
		];
	});
	return table(chinese ? ['节点', '用途', '资源', '操作数'] : ['Node', 'For', 'Resources', 'Operations'], rows);
}

async function productsTable(chinese: boolean): Promise<string> {
	const rows = await Promise.all(
		(await products()).map(async ({ id, name, zh, count }) => {
			const all = await rowsOf(id);
			const archived = all.filter((row) => row.archived).length;
			const undocumented = all.filter((row) => row.undocumented).length;
			return [chinese ? zh : `${name} ${zh}`, String(count), String(archived), String(undocumented)];
		}),
	);
	return table(
		chinese ? ['产品', '现行', '已归档', '未公开'] : ['Product', 'Current', 'Archived', 'Undocumented'],
		rows,
	);
}

const errorTable = (chinese: boolean) =>
	table(
		chinese ? ['错误码', '处理方法'] : ['Code', 'What to do'],
		Object.entries(codeHints).map(([code, hint]) => [`\`${code}\``, chinese ? hint.zh : hint.en]),
	);

/** One table for each group of events. */
function eventTables(): string {
	const groups = [...new Map(events.map(({ group, groupZh }) => [group, groupZh]))];
	return groups
		.map(([group, groupZh]) => {
			const rows = events
				.filter((entry) => entry.group === group)
				.map((entry) => [
					`\`${entry.type}\``,
					`${entry.name} ${entry.nameZh}`,
					marksOf(entry, weaver('en')).join(', '),
					(entry.fields ?? []).map((name) => `\`${name}\``).join(', '),
				]);
			return `## ${group} ${groupZh}\n\n${table(['Type', 'Name', 'Note', 'Fields'], rows)}`;
		})
		.join('\n\n');
}

function fill(file: string, parts: Record<string, string>): void {
	const filled = Object.entries(parts).reduce(
		(text, [name, part]) =>
			text.replace(
				new RegExp(`(<!-- generated: ${name} -->)[\\s\\S]*?(<!-- end -->)`),
				(_, begin: string, end: string) => `${begin}\n${part}\n${end}`,
			),
		readFileSync(file, 'utf8'),
	);
	writeFileSync(file, filled);
}

async function main(): Promise<void> {
	for (const chinese of [false, true]) {
		const readme = chinese ? 'README.zh-CN.md' : 'README.md';
		fill(readme, {
			nodes: nodesTable(chinese),
			products: await productsTable(chinese),
			errors: errorTable(chinese),
		});
		fill(chinese ? 'docs/operations.zh-CN.md' : 'docs/operations.md', { operations: operationTables(chinese) });
	}
	fill('docs/events.md', { events: eventTables() });
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
