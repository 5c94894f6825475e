import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { installHost, startN8n } from '../../scripts/host';
import { root } from '../../scripts/host/build';
import { placePackage } from '../../scripts/host/packed';
import { sandboxCredentials } from '../../scripts/host/sandboxCredentials';
import { nodeFolders, packageName } from '../../scripts/nodes';
import { type Bench, openBench } from './support/bench';
import { chain, dingTalk, line, person, trigger } from './support/workflow';

interface Knowledge {
	isLazyLoaded: boolean;
	known: { nodes: Record<string, unknown>; credentials: Record<string, unknown> };
	types: { nodes: INodeTypeDescription[]; credentials: ICredentialType[] };
}

const newFolder = () => realpathSync(mkdtempSync(join(tmpdir(), 'n8n-loading-')));

describe('the files that n8n starts from', () => {
	const english = newFolder();
	beforeAll(() => placePackage(root, english));
	afterAll(() => rmSync(english, { recursive: true, force: true }));

	it.each([
		['English', () => english, 'Resource'],
		['Chinese', () => process.env.E2E_CHINESE_USER_FOLDER ?? '', '资源'],
	])('say what the classes say: %s build', async (_, userFolder, label) => {
		const host = await installHost();
		const output = execFileSync(
			host.node,
			[
				join(__dirname, 'support', 'loaders.js'),
				host.folder,
				join(userFolder(), '.n8n', 'nodes', 'node_modules', packageName),
			],
			{
				encoding: 'utf8',
				maxBuffer: 256 * 1024 * 1024,
				env: { ...process.env, NODE_PATH: join(host.folder, 'node_modules') },
			},
		);
		const { byFiles, byClasses }: Record<'byFiles' | 'byClasses', Knowledge> = JSON.parse(output);
		expect([byFiles.isLazyLoaded, byClasses.isLazyLoaded]).toEqual([true, false]);
		expect(byFiles.known).toEqual(byClasses.known);
		expect(byFiles.types).toEqual(byClasses.types);
		expect(byFiles.types.nodes[0]?.properties.find(({ name }) => name === 'resource')?.displayName).toBe(label);
		expect(byFiles.types.nodes).toHaveLength(nodeFolders.length);
		expect(Object.keys(byFiles.known.nodes)).toHaveLength(nodeFolders.length);
	});
});

/** n8n with the packed package and a list of the modules that it has loaded from it. */
describe('n8n with the package', () => {
	const userFolder = newFolder();
	const log = join(userFolder, 'modules.log');
	const folder = join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	const env = {
		N8N_LOG_LEVEL: 'debug',
		NODE_OPTIONS: `--require=${join(root, 'scripts', 'host', 'moduleLog.js')}`,
		MODULE_LOG: log,
		MODULE_LOG_FOLDER: folder,
	};
	const loaded = () => readFileSync(log, 'utf8').split('\n').filter(Boolean);
	/** Folders of the nodes whose class or operations have been loaded. */
	const nodesLoaded = () => [
		...new Set(loaded().flatMap((path) => /^dist\/nodes\/([A-Z]\w*)\/.*\.js$/.exec(path)?.[1] ?? [])),
	];

	let bench: Bench;
	let types: INodeTypeDescription[];
	beforeAll(async () => {
		writeFileSync(log, '');
		bench = await openBench({ n8n: { userFolder, env } });
		types = (await bench.api.nodeTypes()).filter(({ name }) => name.startsWith(`${packageName}.`));
	}, 300_000);
	afterAll(async () => {
		// Already, unless a test has failed.
		await bench.n8n?.stop();
		await bench.sandbox.close();
		rmSync(userFolder, { recursive: true, force: true });
	}, 100_000);

	it('shows every node, and each as a tool, without having loaded a class', () => {
		expect(bench.n8n?.log()).toContain(`Lazy-loading nodes and credentials from ${packageName}`);
		const names = types.map(({ name }) => name);
		expect(names).toEqual(
			expect.arrayContaining(
				['dingTalk', 'dingTalkTool', 'dingTalkApiCall', 'dingTalkApiCallTool', 'dingTalkTrigger'].map(
					(name) => `${packageName}.${name}`,
				),
			),
		);
		// n8n makes every credential class at its start, those of its own packages too (`postProcessLoaders`, 2.40.5).
		expect(loaded().filter((path) => !/^dist\/(credentials|nodes\/(protocol|runtime))\//.test(path))).toEqual([]);
		expect(loaded().length).toBeLessThan(20);
	});

	it('serves every icon', async () => {
		const urls = types.flatMap(({ iconUrl }) =>
			typeof iconUrl === 'object' ? [iconUrl.light, iconUrl.dark] : [iconUrl ?? 'none'],
		);
		expect(urls.length).toBeGreaterThan(2 * nodeFolders.length);
		for (const url of new Set(urls)) {
			const response = await bench.api.rest.fetch('GET', `/${url}`);
			expect([url, response.status, await response.text()]).toEqual([url, 200, expect.stringContaining('<svg')]);
		}
		expect(nodesLoaded()).toEqual([]);
	});

	it('serves the output preview of an operation', async () => {
		expect(await bench.api.outputSchema(`${packageName}.dingTalkToDo`, '1.0.0', 'todo', 'create')).toMatchObject({
			properties: { subject: { type: 'string' } },
		});
		expect(nodesLoaded()).toEqual([]);
	});

	it('loads one node when one of its operations runs', async () => {
		const execution = await bench.run(
			chain('loading: one operation', [
				dingTalk('todo', 'create', { person: person('zhangsan'), subject: 'one', additionalFields: {} }),
			]),
		);
		expect(execution.error()).toBeUndefined();
		expect(execution.json('todo.create')).toMatchObject([{ subject: 'one' }]);
		expect(nodesLoaded()).toEqual(['DingTalkToDo']);
	});

	it('tests a credential', async () => {
		const { dingTalkApi } = sandboxCredentials(bench.sandbox);
		expect(await bench.api.testCredential('loading', 'dingTalkApi', dingTalkApi)).toMatchObject({ status: 'OK' });
	});

	it('has an active trigger listen again after a restart, and loads nothing else', async () => {
		const { id } = await bench.activate(line('loading: restart', [trigger({ events: ['check_in'] })]));
		await bench.n8n?.stop();
		writeFileSync(log, '');
		const again = await startN8n({ packageDir: root, userFolder, env });
		try {
			bench.sandbox.push('check_in', {}, { via: 'stream', eventId: 'after-restart' });
			const [execution] = await again.api.ended(id);
			expect(execution?.status).toBe('success');
			expect(nodesLoaded()).toEqual(['DingTalkTrigger']);
			await again.api.deactivate(id);
		} finally {
			await again.stop();
		}
	});
});
