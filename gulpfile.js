const { spawn } = require('node:child_process');
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

const run = (...args) => spawn(process.execPath, args, { cwd: __dirname, stdio: 'inherit' });

/** Does not look for errors in types, which takes twice as long: `npm run check` does. */
const compile = () => run(require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json');

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

const script = (name) => run('--import', 'tsx', `scripts/${name}.ts`);

/** What n8n shows of an operation before it has run, and what its panel finds a node by. */
const derived = () => script('derived');

/** n8n starts from these files instead of loading the classes; they say what everything above has made. */
const metadata = () => script('metadata');

exports.build = series(
	clean,
	// Two processes at a time. The compiler writes the catalog's files once more, longer.
	parallel(series(compile, parallel(language, catalog)), series(codex, derived), icons),
	metadata,
);
exports.default = exports.build;
