import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Words } from '../../nodes/runtime/locale';

/** The repository's folder. */
export const root = join(__dirname, '..', '..');

/**
 * Makes `dist/` with gulp.
 * @param words of the labels and what explains them; `both` as in the source
 * @throws with gulp's output when the build fails
 */
export async function buildPackage(words: Words = 'both'): Promise<void> {
	const gulp = spawn(
		process.execPath,
		[join(root, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build', '--words', words],
		{ cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
	);
	let output = '';
	gulp.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	gulp.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const [code] = await once(gulp, 'close');
	if (code !== 0) throw new Error(`The build failed:\n${output}`);
}
