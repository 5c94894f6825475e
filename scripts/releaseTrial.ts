/**
 * `npm run release -- --dry-run`, then `npm run release-trial`: the packages in `release/` are published to a registry on this
 * machine and installed from it in n8n, each in both ways that the README names: in the editor, and by hand.
 * The registry (verdaccio) and a proxy that leads n8n to it are installed for the moment: n8n takes another registry than
 * registry.npmjs.org only with a licence.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type N8n, eventually, freePorts, startN8n } from './host';
import { root } from './host/build';

const release = join(root, 'release');
const name = 'n8n-nodes-dingtalk-suite';

/** What the trial needs of http-mitm-proxy. */
interface MitmProxy {
	onRequest(
		change: (
			context: {
				isSSL: boolean;
				proxyToServerRequestOptions: { host: string; port: number; agent?: unknown; headers: object };
			},
			next: () => void,
		) => void,
	): void;
	onError(listener: () => void): void;
	listen(options: { port: number; host: string; sslCaDir: string }, listening: () => void): void;
	close(): void;
}

/** A registry of its own without any other behind it. */
async function startRegistry(folder: string): Promise<{ url: string; port: number; stop: () => void }> {
	const [port = 0] = await freePorts(1);
	writeFileSync(
		join(folder, 'registry.yaml'),
		[
			`storage: ${join(folder, 'storage')}`,
			'packages:',
			"  '**': { access: $all, publish: $all }",
			'log: { type: stdout, format: pretty, level: fatal }',
		].join('\n'),
	);
	const url = `http://127.0.0.1:${port}`;
	const verdaccio = spawn(
		process.execPath,
		[
			join(folder, 'node_modules/verdaccio/bin/verdaccio'),
			'-c',
			join(folder, 'registry.yaml'),
			'-l',
			`127.0.0.1:${port}`,
		],
		{ stdio: 'inherit' },
	);
	await eventually(
		'the registry',
		async () => {
			const answer = await fetch(`${url}/-/ping`).catch(() => undefined);
			return answer?.ok || undefined;
		},
		60_000,
	);
	return { url, port, stop: () => void verdaccio.kill() };
}

/** Leads every https request to the registry, whatever its host. */
async function startProxy(folder: string, registryPort: number): Promise<{ env: NodeJS.ProcessEnv; stop: () => void }> {
	const { Proxy }: { Proxy: new () => MitmProxy } = createRequire(join(folder, 'package.json'))('http-mitm-proxy');
	const [port = 0] = await freePorts(1);
	const proxy = new Proxy();
	proxy.onError(() => {});
	proxy.onRequest((context, next) => {
		context.isSSL = false;
		Object.assign(context.proxyToServerRequestOptions, { host: '127.0.0.1', port: registryPort, agent: undefined });
		next();
	});
	const certificates = join(folder, 'certificates');
	await new Promise<void>((resolve) => proxy.listen({ port, host: '127.0.0.1', sslCaDir: certificates }, resolve));
	const url = `http://127.0.0.1:${port}`;
	return {
		env: {
			HTTPS_PROXY: url,
			https_proxy: url,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: join(certificates, 'certs', 'ca.pem'),
			npm_config_cafile: join(certificates, 'certs', 'ca.pem'),
			npm_config_strict_ssl: 'false',
		},
		stop: () => proxy.close(),
	};
}

interface Seen {
	/** Node types of the package that the editor has, tools included. */
	nodes: number;
	/** What it calls the field Resource of the message node. */
	label?: string;
}

async function seen(n8n: N8n): Promise<Seen> {
	const response = await n8n.api.rest.fetch('GET', '/types/nodes.json');
	const types = (await response.json()) as Array<{
		name: string;
		properties: Array<{ name: string; displayName: string }>;
	}>;
	const ours = types.filter((type) => type.name.startsWith(`${name}.`));
	const message = ours.find((type) => type.name === `${name}.dingTalk`);
	return {
		nodes: new Set(ours.map((type) => type.name)).size,
		label: message?.properties.find((property) => property.name === 'resource')?.displayName,
	};
}

/** @returns what the editor has after installing, and `left`, the node types after uninstalling */
async function inEditor(spec: string, env: NodeJS.ProcessEnv): Promise<Seen & { left: number }> {
	const n8n = await startN8n({ env });
	try {
		const [, version] = spec.split('@');
		await n8n.api.rest.call('POST', '/community-packages', { name, ...(version && { version }) });
		const installed = await seen(n8n);
		await n8n.api.rest.fetch('DELETE', `/rest/community-packages?name=${name}`);
		return { ...installed, left: (await seen(n8n)).nodes };
	} finally {
		await n8n.stop();
	}
}

async function byHand(spec: string, registry: string): Promise<Seen> {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-by-hand-'));
	const nodes = join(userFolder, '.n8n', 'nodes');
	mkdirSync(nodes, { recursive: true });
	execFileSync('npm', ['install', spec, '--registry', registry, '--loglevel=error'], { cwd: nodes, stdio: 'inherit' });
	const n8n = await startN8n({ userFolder });
	try {
		return await seen(n8n);
	} finally {
		await n8n.stop();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

async function main(): Promise<void> {
	const packages = readdirSync(release).filter((file) => file.endsWith('.tgz'));
	const folder = mkdtempSync(join(tmpdir(), 'release-trial-'));
	// npm publish wants somebody who is signed in; this registry takes everybody.
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides: { 'node-fetch': '2.7.0' } }));
	execFileSync('npm', ['install', '--ignore-scripts', '--loglevel=error', 'verdaccio@6', 'http-mitm-proxy@1'], {
		cwd: folder,
		stdio: 'inherit',
	});
	const registry = await startRegistry(folder);
	const proxy = await startProxy(folder, registry.port);
	try {
		for (const file of packages) {
			const suffix = /-(zh|both)\.tgz$/.exec(file)?.[1];
			const token = `--//127.0.0.1:${registry.port}/:_authToken=anybody`;
			execFileSync(
				'npm',
				[
					'publish',
					join(release, file),
					'--registry',
					registry.url,
					token,
					'--tag',
					suffix ?? 'latest',
					'--loglevel=error',
				],
				{ stdio: 'inherit' },
			);
			const spec = suffix ? `${name}@${suffix}` : name;
			const editor = await inEditor(spec, proxy.env);
			const hand = await byHand(spec, registry.url);
			console.log(`${spec}: ${JSON.stringify({ editor, hand })}`);
			if (editor.nodes === 0 || editor.left > 0 || hand.nodes !== editor.nodes || hand.label !== editor.label)
				throw new Error(`${spec} is not installed as it should be`);
		}
	} finally {
		proxy.stop();
		registry.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
