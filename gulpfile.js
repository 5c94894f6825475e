const { execFileSync } = require('node:child_process');
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { dest, parallel, series, src } = require('gulp');

const dist = join(__dirname, 'dist');

/** `npm run build -- --locale zh-CN` makes the package with Chinese labels; node types and values stay the same. */
const locale = process.argv.includes('--locale') ? process.argv[process.argv.indexOf('--locale') + 1] : 'en';

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
	if (!['en', 'zh-CN'].includes(locale))
		throw new Error(`There are no words for the locale "${locale}": en and zh-CN exist`);
	const file = join(dist, 'nodes/runtime/locale.js');
	writeFileSync(file, readFileSync(file, 'utf8').replace("exports.locale = 'en'", `exports.locale = '${locale}'`));
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
