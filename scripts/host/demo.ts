import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox';
import { installHost, type N8n, startN8n } from '.';
import type { Saved } from './api';
import { assistant } from './assistant';
import { buildPackage, root } from './build';
import { type Example, readExamples, withCredentials } from './examples';
import { tryLock } from './lock';
import { startModel } from './model';
import { freePort } from './ports';
import { saveSandboxCredentials } from './sandboxCredentials';

export interface Demo {
	n8n: N8n;
	sandbox: Sandbox;
	examples: Array<Example & Saved>;
	stop(): Promise<void>;
}

/**
 * Builds the package, starts the sandbox and n8n with the package loaded, and saves the credentials and the examples.
 * @param userFolder where n8n keeps its data, so that a later start finds it; default: a temporary folder
 * @param sandbox options of the sandbox beside its ports
 * @param say receives one line of progress at a time
 */
export async function startDemo({
	userFolder,
	packageDir = root,
	sandbox: options,
	say,
}: {
	userFolder?: string;
	packageDir?: string;
	sandbox?: SandboxOptions;
	say: (line: string) => void;
}): Promise<Demo> {
	if (userFolder) keepForOneself(userFolder);
	if (packageDir === root) say('Building the package …');
	// Side by side: one waits for the disk and the network, the other for the processor.
	await Promise.all([packageDir === root && buildPackage(), installHost(say)]);
	const sandbox = await startSandbox({
		apiPort: await freePort(7070),
		oapiPort: await freePort(7071),
		...options,
	});
	say('Starting n8n …');
	const n8n = await startN8n({ packageDir, userFolder, port: await freePort(5678), say });
	const model = await startModel(assistant);
	const credentials = await saveSandboxCredentials(n8n.api, sandbox, model.url);
	const present = await n8n.api.workflows();
	const examples: Demo['examples'] = [];
	for (const example of readExamples()) {
		const { name } = example.workflow;
		const saved =
			present.find((one) => one.name === name) ??
			(await n8n.api.createWorkflow(withCredentials(example.workflow, credentials)));
		examples.push({ ...example, id: saved.id, name });
	}
	return {
		n8n,
		sandbox,
		examples,
		stop: async () => {
			await n8n.stop();
			model.close();
			await sandbox.close();
		},
	};
}

/** Two n8n on one database would spoil it. */
function keepForOneself(userFolder: string): void {
	mkdirSync(userFolder, { recursive: true });
	const lock = join(userFolder, 'running.lock');
	if (!tryLock(lock)) throw new Error(`The demo of this folder is running already (${lock} names its process)`);
	process.once('exit', () => rmSync(lock, { force: true }));
}
