/** What a stranger's change must not be able to do to a release. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
