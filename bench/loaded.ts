import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { type Host, installHost } from '../scripts/host';
import { root } from '../scripts/host/build';
import { placePackage } from '../scripts/host/packed';

/** What a fresh process with n8n-core says of itself once it knows the nodes; see loadProbe.js. */
export interface Probe {
	/** Until n8n has what it starts with. */
	milliseconds: number;
	modules: number;
	/** Grown by it, after garbage collection; and what is left when n8n has let the descriptions go. */
	heapBytes: number;
	keptBytes: number;
	/** Of the whole process. */
	rssBytes: number;
	/** To load the class of the node that is to run. */
	node: { milliseconds: number; modules: number };
}

/** Arguments of loadProbe.js without the folder of n8n. */
export type Subject = readonly string[];

/** n8n's Slack node with its credentials: its classes from n8n's own package, and the files of its build as a package of its own. */
export interface Slack {
	description: INodeTypeDescription;
	classes: Subject;
	files: Subject;
	/** All of n8n's own nodes by their files, to load this one from. */
	among: Subject;
}

/** A folder that is gone when the benchmark ends. */
function temporary(prefix: string): string {
	const folder = mkdtempSync(join(tmpdir(), prefix));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const json = <T>(folder: string, path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;

export function slackOf({ folder }: Host): Slack {
	const base = join(folder, 'node_modules', 'n8n-nodes-base');
	const node = json<Record<string, { className: string; sourcePath: string }>>(base, 'dist/known/nodes.json').slack;
	const all = json<INodeTypeDescription[]>(base, 'dist/types/nodes.json').filter(({ name }) => name === 'slack');
	const newest = all.find(({ version, defaultVersion }) => [version].flat().includes(defaultVersion ?? NaN)) ?? all[0];
	const used = new Set(all.flatMap(({ credentials = [] }) => credentials.map(({ name }) => name)));
	const known = Object.entries(
		json<Record<string, { sourcePath: string }>>(base, 'dist/known/credentials.json'),
	).filter(([name]) => used.has(name));
	const types = json<ICredentialType[]>(base, 'dist/types/credentials.json').filter(({ name }) => used.has(name));

	const alone = temporary('slack-');
	const write = (path: string, value: unknown) => writeFileSync(join(alone, path), JSON.stringify(value));
	for (const path of ['dist/known', 'dist/types']) mkdirSync(join(alone, path), { recursive: true });
	write('package.json', { name: 'slack-alone', version: '1.0.0' });
	const whole = (entry: { sourcePath: string }) => ({ ...entry, sourcePath: join(base, entry.sourcePath) });
	write('dist/known/nodes.json', { slack: whole(node) });
	write('dist/known/credentials.json', Object.fromEntries(known.map(([name, entry]) => [name, whole(entry)])));
	write('dist/types/nodes.json', all);
	write('dist/types/credentials.json', types);

	const files = [node.sourcePath, ...known.map(([, { sourcePath }]) => sourcePath)];
	return { description: newest, classes: ['classes', base, ...files], files: ['files', alone], among: ['files', base] };
}

/** The packed package where n8n keeps it: outside of the repository, so that it gets n8n's own `n8n-workflow`. */
export function placedPackage(): Record<'files' | 'classes', Subject> {
	const folder = placePackage(root, temporary('placed-'));
	return { files: ['files', folder], classes: ['classes', folder] };
}

/** Runs one fresh process on n8n's Node. */
export function probe(host: Host, subject: Subject): Probe {
	const output = execFileSync(
		host.node,
		['--expose-gc', join(__dirname, 'loadProbe.js'), host.folder, ...subject],
		// n8n puts its own packages onto the path of modules.
		{ encoding: 'utf8', env: { ...process.env, NODE_PATH: join(host.folder, 'node_modules') } },
	);
	return JSON.parse(output) as Probe;
}

/** The n8n that is measured, and the Node it runs on. */
export async function measuredHost(): Promise<{ host: Host; settings: string }> {
	const host = await installHost();
	const { version } = json<{ version: string }>(host.folder, 'node_modules/n8n/package.json');
	const node = execFileSync(host.node, ['--version'], { encoding: 'utf8' }).trim();
	return { host, settings: `n8n ${version} on Node ${node}` };
}
