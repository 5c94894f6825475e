/** Format, types and lint at the same time: each takes one processor. Ends with 1 when one of them found something. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');

const checks = {
	format: [join(modules, 'prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
	types: [join(modules, 'typescript/bin/tsc'), '-p', 'tsconfig.json'],
	lint: [join(modules, 'eslint/bin/eslint.js'), '.'],
};

/** What a check printed, whole, so that the three do not mix. */
const run = async (name, command) =>
	await new Promise((resolve) => {
		const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		child.stdout.on('data', (text) => (said += text));
		child.stderr.on('data', (text) => (said += text));
		child.on('close', (code) => {
			if (said !== '') console.error(`${code === 0 ? '' : '✗ '}${name}\n${said}`);
			resolve(code === 0);
		});
	});

const passed = await Promise.all(Object.entries(checks).map(async ([name, command]) => await run(name, command)));
if (passed.includes(false)) process.exitCode = 1;
