/**
 * The documents that are generated, and those that have generated parts: everything between `<!-- generated: name -->` and
 * `<!-- end -->`, on lines of its own or within a line.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { products, rowsOf } from '../../nodes/catalog';
import { events, marksOf } from '../../nodes/DingTalkTrigger/eventTypes';
import { isProcedure, type AnyOperation, type Resource } from '../../nodes/runtime/operation';
import { weaver } from '../../nodes/runtime/words';
import { nodeFolders, nodeIn } from '../nodes';
import { operations, productNodes } from '../products';
import { costTables } from './costs';
import { errorsByNode, generalErrors } from './errors';
import { describe, fileOf, table } from './markdown';
import { nodePage, pageList, pageOf } from './nodePages';

const routesOf = (operation: AnyOperation) => (isProcedure(operation) ? operation.routes : [operation.route]);

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
		const about = resources.map((one) => (chinese ? one.zh.name : one.name)).join(chinese ? '、' : ', ');
		return [
			`**[${description.displayName}](${fileOf(`docs/nodes/${pageOf(folder)}`, chinese)})**`,
			describe(description.description, chinese),
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

/** One table for each group of events. English pages name the Chinese, too, since DingTalk's console shows nothing else. */
function eventTables(chinese: boolean): string {
	const groups = [...new Map(events.map(({ group, groupZh }) => [group, groupZh]))];
	const comma = chinese ? '、' : ', ';
	return groups
		.map(([group, groupZh]) => {
			const rows = events
				.filter((entry) => entry.group === group)
				.map((entry) => [
					`\`${entry.type}\``,
					chinese ? entry.nameZh : `${entry.name} ${entry.nameZh}`,
					marksOf(entry, weaver(chinese ? 'zh-CN' : 'en')).join(comma),
					(entry.fields ?? []).map((name) => `\`${name}\``).join(comma),
				]);
			const head = chinese ? ['事件类型', '名称', '备注', '字段'] : ['Type', 'Name', 'Note', 'Fields'];
			return `## ${chinese ? groupZh : `${group} ${groupZh}`}\n\n${table(head, rows)}`;
		})
		.join('\n\n');
}

const root = join(__dirname, '../..');

function filled(file: string, parts: Record<string, string>): string {
	return Object.entries(parts).reduce(
		(text, [name, part]) => {
			const place = new RegExp(`(<!-- generated: ${name} -->\\n?)[\\s\\S]*?(\\n?<!-- end -->)`);
			if (!place.test(text)) throw new Error(`${file} has no place for "${name}"`);
			return text.replace(place, (_, begin: string, end: string) => `${begin}${part}${end}`);
		},
		readFileSync(join(root, file), 'utf8'),
	);
}

/** File → its whole text as it should be. */
export async function documents(): Promise<Map<string, string>> {
	const made = new Map<string, string>();
	const fill = (file: string, parts: Record<string, string>) => made.set(file, filled(file, parts));
	for (const chinese of [false, true]) {
		fill(fileOf('README', chinese), {
			nodes: nodesTable(chinese),
			products: await productsTable(chinese),
			errors: generalErrors(chinese),
		});
		fill(fileOf('docs/operations', chinese), { operations: operationTables(chinese) });
		fill(fileOf('docs/events', chinese), { events: eventTables(chinese) });
		fill(fileOf('docs/README', chinese), { pages: pageList(chinese) });
		fill(fileOf('docs/compared', chinese), { operationCount: String(operations.length) });
		fill(fileOf('docs/costs', chinese), { operations: costTables(chinese) });
		fill(fileOf('docs/troubleshooting', chinese), {
			general: generalErrors(chinese),
			nodes: errorsByNode(chinese),
		});
		for (const folder of nodeFolders)
			made.set(fileOf(`docs/nodes/${pageOf(folder)}`, chinese), nodePage(folder, chinese));
	}
	fill('docs/verification.md', { operationCount: String(operations.length) });
	return made;
}
