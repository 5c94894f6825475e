const { execFileSync } = require('node:child_process');
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { dest, parallel, series, src } = require('gulp');

const dist = join(__dirname, 'dist');

/**
 * `npm run build -- --words en|zh-CN|both`: English alone, Chinese labels, or English labels that both languages explain (as in the
 * source). Node types and values are the same in all.
 */
const words = process.argv.includes('--words') ? process.argv[process.argv.indexOf('--words') + 1] : 'both';

async function clean() {
	rmSync(dist, { recursive: true, force: true });
}

async function compile() {
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
		cwd: __dirname,
		stdio: 'inherit',
	});
}

async function language() {
	if (!['en', 'zh-CN', 'both'].includes(words))
		throw new Error(`There are no words "${words}": en, zh-CN and both exist`);
	const file = join(dist, 'nodes/runtime/locale.js');
	const source = readFileSync(file, 'utf8');
	const mark = "exports.words = 'both'";
	// Without the mark every build would have the same words, and nobody would notice.
	if (!source.includes(mark)) throw new Error(`${file} does not hold ${mark}`);
	writeFileSync(file, source.replace(mark, `exports.words = '${words}'`));
}

const icons = () => src('icons/*.svg').pipe(dest('dist/icons'));
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));
const catalog = () => src('nodes/**/data/*.json').pipe(dest('dist/nodes'));

const script = (name) =>
	execFileSync(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`], { cwd: __dirname, stdio: 'inherit' });

/** n8n shows the expected output of an operation from these files before it has run. */
async function previews() {
	script('previews');
}

/** n8n's node panel finds an operation in Chinese by the node's aliases. */
async function aliases() {
	script('codex');
}

/** n8n starts from these files instead of loading the classes; they say what everything above has made. */
async function metadata() {
	script('metadata');
}

exports.build = series(clean, compile, parallel(language, icons, codex, catalog), previews, aliases, metadata);
exports.default = exports.build;
