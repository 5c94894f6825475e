/** What n8n's package scanner (https://docs.n8n.io/integrations/creating-nodes/deploy/submit-community-nodes/) says: it ignores rules that a file switches off. The packed tarball is scanned by scripts/packCheck.ts. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
const manifest = read('package.json') as {
	name: string;
	license: string;
	keywords: string[];
	dependencies?: object;
	peerDependencies: object;
	n8n: { nodes: string[]; credentials: string[] };
};

interface Scan {
	passed: boolean;
	files: number;
	findings: string[];
}
/** n8n's lint rules behave otherwise while they are tested themselves, which they take from jest's NODE_ENV. */
const env = { ...process.env, NODE_ENV: '' };
const scan = (folder: string, ...patterns: string[]): Scan =>
	JSON.parse(
		execFileSync(process.execPath, [join(root, 'scripts/scan.mjs'), folder, ...patterns], {
			encoding: 'utf8',
			env,
			maxBuffer: 64 * 1024 * 1024,
		}),
	) as Scan;

/** The scanner's own patterns. */
const SOURCE = ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'];

test('the source: no error, no warning', () => {
	const { passed, findings, files } = scan(root, ...SOURCE);
	expect(findings).toEqual([]);
	expect(passed).toBe(true);
	expect(files).toBeGreaterThan(150);
});

test('the scan finds what it should', () => {
	const folder = mkdtempSync(join(tmpdir(), 'scan-'));
	mkdirSync(join(folder, 'nodes/X'), { recursive: true });
	writeFileSync(join(folder, 'package.json'), '{ "name": "x", "version": "1.0.0" }');
	writeFileSync(join(folder, 'nodes/X/x.ts'), '/* eslint' + '-disable */\nexport const home = process.env.HOME;\n');
	const { passed, findings } = scan(folder, ...SOURCE);
	rmSync(folder, { recursive: true });
	expect(passed).toBe(false);
	expect(findings.join('\n')).toMatch(/nodes\/X\/x\.ts:2 error @n8n\/community-nodes\/no-restricted-globals/);
});

test('the package as n8n wants it', () => {
	expect(manifest).toMatchObject({
		name: 'n8n-nodes-dingtalk-suite',
		license: 'MIT',
		peerDependencies: { 'n8n-workflow': '*' },
		// Else npm puts a second n8n-workflow beside the package that is installed by hand, and its error classes are not n8n's.
		peerDependenciesMeta: { 'n8n-workflow': { optional: true } },
	});
	expect(manifest.keywords).toContain('n8n-community-node-package');
	expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
});

test('every node and credential of the source is listed, and nothing else', () => {
	const inSource = (folder: string, ending: string) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith(ending))
			.map((path) => `dist/${folder}/${path.replace(/\.ts$/, '.js')}`);
	expect([...manifest.n8n.nodes].sort()).toEqual(inSource('nodes', '.node.ts').sort());
	expect([...manifest.n8n.credentials].sort()).toEqual(inSource('credentials', '.credentials.ts').sort());
});

test('every node is found by its Chinese names', () => {
	for (const path of manifest.n8n.nodes) {
		const codex = read(path.replace(/^dist\//, '').replace(/\.js$/, '.json'));
		expect(codex).toMatchObject({ node: expect.stringContaining(manifest.name), categories: expect.any(Array) });
		expect(codex.alias).toEqual(expect.arrayContaining(['钉钉']));
	}
});

test('lock files hold no address of a registry', () => {
	for (const path of ['package-lock.json', 'n8n/package-lock.json'])
		expect(readFileSync(join(root, path), 'utf8')).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/);
});
