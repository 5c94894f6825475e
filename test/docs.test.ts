/** The documents: what is generated is up to date, links lead somewhere, and what users read is there in both languages. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { execFileSync } from 'node:child_process';
import { documents } from '../scripts/docs/documents';
import { hintsOf } from '../scripts/docs/errors';
import { nodeFolders } from '../scripts/nodes';
import { codeHints } from '../nodes/runtime/hints';

const root = join(__dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Every Markdown file that git knows or would take. */
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
	.split('\n')
	.filter((file) => file !== '' && existsSync(join(root, file)));

/** Without code, where brackets are no links and `#` is no heading. */
const prose = (text: string) =>
	text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, (code) => 'x'.repeat(code.length));
const headings = (file: string) =>
	read(file)
		.replace(/^```[^]*?^```/gm, '')
		.split('\n')
		.filter((line) => /^#+ /.test(line));

/** GitHub's anchors: lower case, no punctuation, hyphens for blanks, a number at one that is there already. */
function anchorsOf(file: string): Set<string> {
	const anchors = new Set<string>();
	for (const heading of headings(file)) {
		const text = heading
			.replace(/^#+ /, '')
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
			.trim()
			.replace(/ /g, '-');
		let anchor = text;
		for (let count = 1; anchors.has(anchor); count++) anchor = `${text}-${count}`;
		anchors.add(anchor);
	}
	return anchors;
}

const linksOf = (file: string) =>
	[...prose(read(file)).matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, target = '']) => target);

/** What is wrong with a link, undefined where it is good. */
function wrong(file: string, target: string): string | undefined {
	if (/^[a-z][a-z+.-]*:/i.test(target))
		return /^(https?|mailto):/.test(target) && URL.canParse(target) ? undefined : `${target}: no address`;
	const [path = '', anchor] = decodeURI(target).split('#');
	const found = path === '' ? file : normalize(join(dirname(file), path));
	if (found.startsWith('..') || !existsSync(join(root, found))) return `${target}: no such file`;
	if (anchor === undefined || !found.endsWith('.md')) return undefined;
	return anchorsOf(found).has(anchor) ? undefined : `${target}: no such heading`;
}

test('generated documents are up to date: otherwise run `npm run docs`', async () => {
	const made = await documents();
	const stale = [...made].filter(([file, text]) => !existsSync(join(root, file)) || read(file) !== text);
	expect(stale.map(([file]) => file)).toEqual([]);
	const pages = files.filter((file) => file.startsWith('docs/nodes/'));
	expect(pages.filter((file) => !made.has(file))).toEqual([]);
});

test('links lead to files and headings that exist', () => {
	expect(files.length).toBeGreaterThan(40);
	const bad = files.flatMap((file) =>
		linksOf(file).flatMap((target) => {
			const why = wrong(file, target);
			return why === undefined ? [] : [`${file}: ${why}`];
		}),
	);
	expect(bad).toEqual([]);
});

test('what is said of a code does not only tell what is wrong, but what to do next', () => {
	const own = nodeFolders.flatMap((folder) =>
		hintsOf(folder).map(({ code, hint }) => [`${folder} ${code}`, hint] as const),
	);
	const all = [...Object.entries(codeHints), ...own];
	expect(all.length).toBeGreaterThan(200);
	// Chinese asks (请), or names the way (可用 …, 可将 …); English has a second sentence, or begins with what to do.
	expect(
		all.filter(([, { zh }]) => !/请|可用|可将|可在|需要在|以获取/.test(zh)).map(([name, { zh }]) => `${name}: ${zh}`),
	).toEqual([]);
	expect(
		all.filter(([, { en }]) => !/[.:;] \S|^(Check|Name|Publish) /.test(en)).map(([name, { en }]) => `${name}: ${en}`),
	).toEqual([]);
});

describe('documents for users', () => {
	const chinese = files.filter((file) => file.endsWith('.zh-CN.md'));
	const names = chinese.map((file) => file.replace('.zh-CN.md', ''));

	test('each document of the index is there in both languages', () => {
		const wanted = ['README', 'getting-started', 'costs', 'troubleshooting', 'private-deployments', 'compared'];
		const jobs = ['trigger-guarantees', 'ai-card', 'human-in-the-loop', 'scaling', 'stream-or-callback', 'events'];
		for (const name of [...wanted, ...jobs, 'operations', 'editor', 'first-contact'])
			expect(names).toContain(`docs/${name}`);
		expect(
			files.filter((file) => /^docs\/nodes\/[^.]+\.md$/.test(file)).map((file) => file.replace('.md', '')),
		).toEqual(names.filter((name) => name.startsWith('docs/nodes/')));
	});

	test.each(names)('%s has the same headings in both languages', (name) => {
		const levels = (file: string) => headings(file).map((heading) => heading.replace(/ .*/, ''));
		expect(levels(`${name}.zh-CN.md`)).toEqual(levels(`${name}.md`));
	});

	test.each(names)('%s is linked from the other language', (name) => {
		const base = (file: string) => file.split('/').pop() ?? '';
		expect(linksOf(`${name}.md`)).toContain(base(`${name}.zh-CN.md`));
		expect(linksOf(`${name}.zh-CN.md`)).toContain(base(`${name}.md`));
	});
});
