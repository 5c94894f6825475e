/**
 * `npm run release -- --dry-run`: everything of a release that can be done without the registry: the version and its part of the
 * changelog, the builds, their packages in `release/`, and the commands that would publish them.
 * Without `--dry-run` it publishes; only .github/workflows/release.yml does that, for a tag.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Words } from '../nodes/runtime/locale';
import { buildPackage, root } from './host/build';
import { packedFiles } from './host/packed';
import { metadataOf } from './metadata';
import { notesOf } from './releaseNotes';

interface Build {
	words: Words;
	/** The tag by which npm installs it: `n8n-nodes-dingtalk-suite@zh`. */
	distTag: string;
	/** npm takes a version once only, so each build has its own. */
	suffix: string;
}

/** The build without a suffix comes last: it stays in `dist/`. */
const builds: readonly Build[] = [
	{ words: 'zh-CN', distTag: 'zh', suffix: '-zh' },
	{ words: 'both', distTag: 'both', suffix: '-both' },
	{ words: 'en', distTag: 'latest', suffix: '' },
];

const output = join(root, 'release');
const run = (command: string, args: string[], cwd = root): string =>
	execFileSync(command, args, { cwd, encoding: 'utf8' });

/** What stands in the way of a release. */
function faults(version: string, { tag, notes }: { tag?: string; notes?: string }): string[] {
	const dirty = run('git', ['status', '--porcelain']).trim();
	return [
		...(dirty ? [`The working tree has changes that are not committed:\n${dirty}`] : []),
		...(notes ? [] : [`CHANGELOG.md has no part "## ${version}"`]),
		...(tag && tag !== `v${version}` ? [`The tag is ${tag}, the version in package.json is ${version}`] : []),
	];
}

/** Builds the package and puts what is shipped, with this build's version, into a folder. */
async function stage({ words, suffix }: Build, version: string): Promise<string> {
	await buildPackage(words);
	const folder = join(output, `package${suffix}`);
	for (const file of packedFiles(root)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(root, file), join(folder, file));
	}
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object;
	const numbered = { ...manifest, version: version + suffix };
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify(numbered, undefined, '\t')}\n`);
	// n8n shows the version that stands in the descriptions.
	for (const [path, value] of Object.entries(await metadataOf(folder)))
		writeFileSync(join(folder, path), JSON.stringify(value));
	return folder;
}

function pack(folder: string): string {
	const [{ filename }]: [{ filename: string }] = JSON.parse(
		run('npm', ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', output], folder),
	);
	return join(output, filename);
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
	const dry = values['dry-run'];
	if (!dry && process.env.GITHUB_ACTIONS !== 'true')
		throw new Error('Releases are published by .github/workflows/release.yml; try npm run release -- --dry-run');
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
	const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
	const tag = process.env.GITHUB_REF_TYPE === 'tag' ? process.env.GITHUB_REF_NAME : undefined;
	const found = faults(version, { tag, notes });
	for (const fault of found) console.error(`✗ ${fault}`);
	if (found.length > 0 && !dry) throw new Error('Nothing has been published');

	rmSync(output, { recursive: true, force: true });
	mkdirSync(output);
	writeFileSync(join(output, 'notes.md'), `${notes ?? ''}\n`);
	const packages: Array<{ build: Build; file: string }> = [];
	for (const build of builds) {
		console.log(`Building ${version}${build.suffix} (${build.words}) …`);
		packages.push({ build, file: pack(await stage(build, version)) });
	}
	console.log(run('npm', ['run', '--silent', 'pack-check']).trim());
	for (const { build, file } of packages) {
		const hash = createHash('sha512').update(readFileSync(file)).digest('base64');
		console.log(`${file.slice(output.length + 1)}  sha512-${hash}`);
		const publish = ['publish', file, '--provenance', '--access', 'public', '--tag', build.distTag];
		if (dry) console.log(`  would run: npm ${publish.join(' ').replace(`${root}/`, '')}`);
		else execFileSync('npm', publish, { cwd: root, stdio: 'inherit' });
	}
	if (found.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
