import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files that `npm pack` would ship, relative to the package's folder. */
export function packedFiles(packageDir: string): string[] {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], {
		cwd: packageDir,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	const [{ files }]: [{ files: Array<{ path: string }> }] = JSON.parse(output);
	return files.map(({ path }) => path);
}

/**
 * Puts the built package where n8n keeps its community nodes, holding exactly what a release would: so its nodes
 * load under the package's name, with their output previews, as they do for a person who installed it.
 * @returns the folder it was put into
 */
export function placePackage(packageDir: string, userFolder: string): string {
	const { name }: { name: string } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', name);
	rmSync(target, { recursive: true, force: true });
	for (const file of packedFiles(packageDir)) {
		mkdirSync(dirname(join(target, file)), { recursive: true });
		cpSync(join(packageDir, file), join(target, file));
	}
	return target;
}
