/** Checks what `npm pack` would ship: all that n8n loads, and nothing else. Ends with 1 and a line per fault. Run after a build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './host/build';
import { packedFiles } from './host/packed';

interface Manifest {
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

const wanted = /^(package\.json|index\.js|LICENSE|README(\.zh-CN)?\.md|dist\/.+\.(js|json|svg))$/;

function faults(): string[] {
	const { dependencies = {}, n8n }: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const files = packedFiles(root);
	const shipped = new Set(files);
	const required = ['LICENSE', 'README.md', 'README.zh-CN.md', 'index.js', ...n8n.nodes, ...n8n.credentials];
	const lockfiles = ['package-lock.json', 'n8n/package-lock.json'];
	return [
		...files.filter((file) => !wanted.test(file)).map((file) => `${file} does not belong into the package`),
		...required.filter((file) => !shipped.has(file)).map((file) => `${file} is missing from the package`),
		...Object.keys(dependencies).map((name) => `${name} is a run-time dependency: n8n allows none`),
		...lockfiles.filter((file) => readFileSync(join(root, file), 'utf8').includes('"resolved"')).map((file) => `${file} holds registry addresses`),
	];
}

const found = faults();
for (const fault of found) console.error(`✗ ${fault}`);
if (found.length === 0) console.log(`✓ the package holds ${packedFiles(root).length} files, all of them wanted`);
process.exitCode = found.length > 0 ? 1 : 0;
