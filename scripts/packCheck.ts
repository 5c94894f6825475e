/** Checks what `npm pack` ships: all that n8n loads, and nothing else, and n8n's package scanner finds nothing in it. Ends with 1 and a line per fault. Run after a build. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './host/build';
import { packedFiles } from './host/packed';
import { metadataOf } from './metadata';
import { operations } from './products';

interface Manifest {
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

const wanted = /^(package\.json|index\.js|LICENSE|README(\.zh-CN)?\.md|dist\/.+\.(js|json|svg))$/;

async function faults(): Promise<string[]> {
	const { dependencies = {}, n8n }: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const files = packedFiles(root);
	const shipped = new Set(files);
	const previews = operations.map(
		({ product, resource, operation }) =>
			`dist/nodes/${product.folder}/__schema__/v1.0.0/${resource.value}/${operation.value}.json`,
	);
	const metadata = Object.entries(await metadataOf(root));
	const required = [
		'LICENSE',
		'README.md',
		'README.zh-CN.md',
		'index.js',
		...n8n.nodes,
		...n8n.credentials,
		...previews,
		...metadata.map(([path]) => path),
	];
	const lockfiles = ['package-lock.json', 'n8n/package-lock.json'];
	return [
		...files.filter((file) => !wanted.test(file)).map((file) => `${file} does not belong into the package`),
		...required.filter((file) => !shipped.has(file)).map((file) => `${file} is missing from the package`),
		...Object.keys(dependencies).map((name) => `${name} is a run-time dependency: n8n allows none`),
		...metadata
			.filter(([path, value]) => shipped.has(path) && readFileSync(join(root, path), 'utf8') !== JSON.stringify(value))
			.map(([path]) => `${path} does not say what the built classes say: n8n would show another node than it runs`),
		...lockfiles
			.filter((file) => readFileSync(join(root, file), 'utf8').includes('"resolved"'))
			.map((file) => `${file} holds registry addresses`),
	];
}

/** What n8n's scanner says about the packed and unpacked tarball, warnings too. */
function scanned(): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'pack-check-'));
	try {
		const [{ filename }]: [{ filename: string }] = JSON.parse(
			execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder], {
				cwd: root,
				encoding: 'utf8',
			}),
		);
		execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
		const output = execFileSync(
			process.execPath,
			[join(root, 'scripts/scan.mjs'), join(folder, 'package'), '**/*.js', 'package.json'],
			{ encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
		);
		const { passed, details, findings }: { passed: boolean; details?: string; findings: string[] } = JSON.parse(output);
		return passed ? findings : [...findings, `n8n's scanner refuses the package: ${details ?? 'no details'}`];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function main(): Promise<void> {
	const found = [...(await faults()), ...scanned()];
	for (const fault of found) console.error(`✗ ${fault}`);
	if (found.length === 0)
		console.log(
			`✓ the package holds ${packedFiles(root).length} files, all of them wanted; n8n's scanner finds nothing`,
		);
	process.exitCode = found.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
