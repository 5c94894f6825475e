/** What a stranger's change must not be able to do to a release. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const folder = join(__dirname, '../.github/workflows');
const workflows = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const linesOf = (text: string, pattern: RegExp) => text.split('\n').filter((line) => pattern.test(line));

test.each(workflows)('%s: every action is pinned by its hash and names its version', (_, text) => {
	const uses = linesOf(text, /\buses:/).filter((line) => !/uses: \.\//.test(line));
	expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test.each(workflows)(
	'%s: reads by default, keeps no credentials, and no text of a stranger reaches a shell',
	(_, text) => {
		expect(text).toMatch(/^permissions:( \{\}$|\n {2}contents: read\n\n)/m);
		expect(linesOf(text, /persist-credentials: false/)).toHaveLength(linesOf(text, /actions\/checkout@/).length);
		expect(text).not.toMatch(/pull_request_target|secrets\./);
		expect(text).not.toMatch(/\$\{\{[^}]*github\.(event\.|head_ref)/);
		expect(linesOf(text, /run:.*\$\{\{/)).toEqual([]);
	},
);

test('only one job may write to the repository, and only one speaks for npm', () => {
	const all = workflows.map(([, text]) => text).join('\n');
	expect(linesOf(all, /: write\b/).map((line) => line.trim())).toEqual(['id-token: write', 'contents: write']);
});

test('.ci/run hands the arguments of the matrix to the end-to-end tests, and not to npm', () => {
	const copy = mkdtempSync(join(tmpdir(), 'ci-run-'));
	const programs = join(copy, 'bin');
	mkdirSync(programs);
	cpSync(join(__dirname, '../.ci'), join(copy, '.ci'), { recursive: true });
	// What npm gives its script: that which stands behind `--`.
	const npm = '#!/bin/bash\nwhile [ "$1" != -- ]; do shift; done\nshift\necho "given: $*"\n';
	writeFileSync(join(programs, 'npm'), npm, { mode: 0o755 });
	for (const name of ['apt-get', 'sudo']) writeFileSync(join(programs, name), '#!/bin/sh\n', { mode: 0o755 });
	const env = {
		...process.env,
		PATH: programs + delimiter + process.env.PATH,
		E2E_ARGUMENTS: '--n8n 1.123 seeds',
	};
	// Nothing was tested, so it ends as failed: its output is wanted all the same.
	const said = execFileSync('bash', ['-c', '.ci/run e2e || true'], { cwd: copy, env, encoding: 'utf8' });
	rmSync(copy, { recursive: true, force: true });
	expect(said).toMatch(/^given: --n8n 1\.123 seeds --json --outputFile=/m);
});
