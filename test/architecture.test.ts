/** The rules of docs/architecture.md that a machine can keep: it reads the imports and the size of every file. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { isProcedure } from '../nodes/runtime/operation';
import { nodeFolders } from '../scripts/nodes';
import { operations, productNodes } from '../scripts/products';

const root = join(__dirname, '..');
const IGNORED = new Set(['node_modules', 'dist', '.git', '.cache', 'test-results', 'coverage']);

function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		if (IGNORED.has(name) || path === join(root, 'n8n')) return [];
		return statSync(path).isDirectory() ? filesIn(path) : [relative(root, path)];
	});
}

const files = filesIn(root);
const code = files.filter((path) => /\.(ts|mjs|js)$/.test(path));
const shipped = code.filter((path) => /^(nodes|credentials)\//.test(path));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** What the rules look at in a file. */
interface Reading {
	/** Imports: packages by name, own files by their path from the root; `type`: erased when compiled. */
	imports: Array<{ target: string; type: boolean }>;
	/** Lines with the type `any`. */
	anys: number[];
	/** Calls of defineOperation and defineProcedure. */
	defines: number;
}

const readings = new Map<string, Reading>();
function readingOf(path: string): Reading {
	const known = readings.get(path);
	if (known) return known;
	const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2022, true);
	const reading: Reading = { imports: [], anys: [], defines: 0 };
	const add = (specifier: ts.Node | undefined, type: boolean) => {
		if (!specifier || !ts.isStringLiteralLike(specifier)) return;
		const { text } = specifier;
		reading.imports.push({
			target: text.startsWith('.') ? relative(root, resolve(root, dirname(path), text)) : text,
			type,
		});
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
		if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
		if (
			ts.isCallExpression(node) &&
			(node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')
		)
			add(node.arguments[0], false);
		if (ts.isCallExpression(node) && /^define(Operation|Procedure|Batch)$/.test(node.expression.getText()))
			reading.defines++;
		if (node.kind === ts.SyntaxKind.AnyKeyword)
			reading.anys.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
		ts.forEachChild(node, visit);
	};
	visit(source);
	readings.set(path, reading);
	return reading;
}
const importsOf = (path: string) => readingOf(path).imports.map(({ target }) => target);

/** The room of a path: the first folder, the second too under nodes. */
function roomOf(path: string): string {
	const [first = '', second = '', third = ''] = path.split('/');
	return first === 'nodes' ? `nodes/${second}` : first === 'catalog' ? `catalog/${third}` : first;
}

const libraries = ['nodes/shared', 'nodes/listening', 'nodes/runtime', 'nodes/protocol', 'nodes/catalog'];
const products = productNodes.map(({ folder }) => `nodes/${folder}`);
const nodeRooms = [...new Set(shipped.map(roomOf))].filter(
	(room) => room.startsWith('nodes/') && !libraries.includes(room),
);

/** What a single file may import beyond its room's packages, and why. */
const exceptions: Record<string, string> = {
	// Node below 22 has no WebSocket of its own: it is taken from undici where n8n has it (docs/architecture.md).
	'nodes/listening/socketDial.ts': 'undici',
};

/** Rooms that a single node reaches besides the runtime and the protocol. */
const ownLibraries: Record<string, string[]> = {
	'nodes/DingTalkAiCard': ['nodes/shared'],
	'nodes/DingTalkApiCall': ['nodes/catalog', 'nodes/shared'],
	'nodes/DingTalkTrigger': ['nodes/listening'],
	'nodes/DingTalkSendAndWait': ['nodes/listening', 'nodes/shared'],
};

/** Where each room may reach, besides itself; `files`: single files of rooms that it may not reach. */
const arrows: Record<string, { rooms: string[]; files?: string[]; packages: RegExp }> = {
	...Object.fromEntries(
		nodeRooms.map((room) => [
			room,
			{
				rooms: [
					'nodes/runtime',
					'nodes/protocol',
					...(products.includes(room) ? ['nodes/shared'] : []),
					...(ownLibraries[room] ?? []),
				],
				packages: /^n8n-workflow$|^crypto$/,
			},
		]),
	),
	'nodes/shared': { rooms: ['nodes/runtime', 'nodes/protocol'], packages: /^n8n-workflow$/ },
	'nodes/listening': { rooms: ['nodes/runtime', 'nodes/protocol'], packages: /^(n8n-workflow|crypto)$/ },
	'nodes/runtime': { rooms: ['nodes/protocol'], packages: /^(n8n-workflow|crypto|luxon|zod|lodash)$/ },
	'nodes/protocol': { rooms: [], packages: /^(node:)?crypto$/ },
	'nodes/catalog': { rooms: [], packages: /^$/ },
	credentials: { rooms: ['nodes/protocol'], files: ['nodes/runtime/words'], packages: /^n8n-workflow$/ },
};

test('there are the rooms that the page names', () => {
	expect([...nodeRooms].sort()).toEqual(nodeFolders.map((folder) => `nodes/${folder}`).sort());
	for (const room of nodeRooms) expect(room).toMatch(/^nodes\/[A-Z]/);
	for (const room of libraries) expect(shipped.some((path) => roomOf(path) === room)).toBe(true);
});

test.each(shipped)('%s imports only what its room may', (path) => {
	const allowed = arrows[roomOf(path)];
	const wrong = importsOf(path).filter((target) => {
		const own = /^(nodes|credentials)\//.test(target);
		if (own)
			return (
				roomOf(target) !== roomOf(path) && !allowed?.rooms.includes(roomOf(target)) && !allowed?.files?.includes(target)
			);
		return (
			target.startsWith('..') ||
			/^(sandbox|test|scripts|bench|examples)\b/.test(target) ||
			(!allowed?.packages.test(target) && exceptions[path] !== target)
		);
	});
	expect(wrong).toEqual([]);
});

test('the sandbox is a witness: of the shipped code it knows the catalog’s data and types, nothing else', () => {
	const wrong = code
		.filter((path) => path.startsWith('sandbox/'))
		.flatMap((path) =>
			importsOf(path)
				.filter((target) => /^(nodes|credentials)\//.test(target) && roomOf(target) !== 'nodes/catalog')
				.map((target) => `${path} → ${target}`),
		);
	expect(wrong).toEqual([]);
});

test('no file imports in a circle, not even types', () => {
	const graph = new Map(
		code.map((path) => [
			path,
			importsOf(path)
				.map((target) => [`${target}.ts`, `${target}/index.ts`, target].find((candidate) => code.includes(candidate)))
				.filter((target): target is string => target !== undefined),
		]),
	);
	const done = new Set<string>();
	const circles: string[] = [];
	const visit = (path: string, way: string[]): void => {
		if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
		if (done.has(path) || way.includes(path)) return;
		for (const target of graph.get(path) ?? []) visit(target, [...way, path]);
		done.add(path);
	};
	for (const path of graph.keys()) visit(path, []);
	expect(circles).toEqual([]);
});

test.each(code.filter((path) => path.endsWith('.ts')))('%s: no `any`, no rule switched off', (path) => {
	expect(readingOf(path).anys).toEqual([]);
	expect(textOf(path)).not.toMatch(
		new RegExp(['eslint' + '-disable', '@ts' + '-ignore', '@ts' + '-nocheck'].join('|')),
	);
});

/** Written by a script, and lock files. */
const GENERATED =
	/^(nodes\/catalog\/data\/|nodes\/DingTalkTrigger\/data\/|package-lock\.json|n8n\/|docs\/|README|scripts\/catalog\/names\/|examples\/|sandbox\/eventTypes\.json)/;

test('nothing hand-written is over 300 lines, half of the shipped files are under 80', () => {
	const lengths = files
		.filter((path) => /\.(ts|mjs|js|json|md|html|css)$/.test(path) && !GENERATED.test(path))
		.map((path) => [path, textOf(path).split('\n').length - 1] as const);
	expect(lengths.filter(([, lines]) => lines > 300)).toEqual([]);
	const sorted = lengths
		.filter(([path]) => shipped.includes(path))
		.map(([, lines]) => lines)
		.sort((a, b) => a - b);
	expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
});

test('a node’s class holds no logic: at most 80 lines, of a product node 55', () => {
	for (const folder of nodeFolders) {
		const path = `nodes/${folder}/${folder}.node.ts`;
		const most = products.includes(`nodes/${folder}`) ? 55 : 80;
		expect([path, textOf(path).split('\n').length - 1 <= most]).toEqual([path, true]);
	}
});

test.each(productNodes.map((product) => [product.folder, product] as const))(
	'%s: one operation is one file, and one line of its resource’s roll-call',
	(folder, { resources }) => {
		const defining = shipped
			.filter((path) => path.startsWith(`nodes/${folder}/resources/`))
			.map((path) => [path, readingOf(path).defines] as const);
		expect(defining.filter(([, count]) => count > 1)).toEqual([]);
		const count = resources.reduce((sum, { operations: own }) => sum + own.length, 0);
		expect(defining.filter(([, defined]) => defined === 1)).toHaveLength(count);
		for (const { value, operations: own } of resources)
			expect(
				defining.filter(([path, defined]) => defined === 1 && path.startsWith(`nodes/${folder}/resources/${value}/`)),
			).toHaveLength(own.length);
	},
);

test.each(productNodes.map((product) => [product.folder, product] as const))(
	'%s: its folder has the shape of every product node',
	(folder) => {
		const inside = shipped
			.filter((path) => path.startsWith(`nodes/${folder}/`))
			.map((path) => path.slice(`nodes/${folder}/`.length));
		const shape = /^(\w+\.node\.ts|resources\/(index|\w+\/\w+)\.ts|(locators|fields|flows)\/\w+\.ts)$/;
		expect(inside.filter((path) => !shape.test(path))).toEqual([]);
	},
);

// Tables and files take several calls by their nature: upload, then commit; find, then write.
test('most operations are one call: more procedures would mean that the operation type lacks a word', () => {
	const all = operations.map(({ operation }) => operation);
	expect(all.filter(isProcedure).length / all.length).toBeLessThanOrEqual(0.4);
});
