import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox';
import {
	PATIENT,
	type Execution,
	type N8n,
	N8nApi,
	type N8nOptions,
	type Saved,
	type Workflow,
	startN8n,
} from '../../../scripts/host';
import { root } from '../../../scripts/host/build';
import { withCredentials } from '../../../scripts/host/examples';
import { type SavedCredentials, saveSandboxCredentials } from '../../../scripts/host/sandboxCredentials';

/** A real n8n with the package, a sandbox of one's own, and credentials that lead to it. */
export interface Bench {
	api: N8nApi;
	url: string;
	sandbox: Sandbox;
	/** The n8n of one's own, where one was asked for. */
	n8n?: N8n;
	credentials: SavedCredentials;
	/** Saves the workflow with this bench's credentials. */
	save(workflow: Workflow): Promise<Saved>;
	/** Saves it, runs it from its first node and waits for its end. */
	run(workflow: Workflow): Promise<Execution>;
	/** Saves and activates it; resolves when its triggers listen. */
	activate(workflow: Workflow): Promise<Saved>;
	close(): Promise<void>;
}

/**
 * `n8n`: start one of one's own with these options, instead of using the run's shared one. `modelUrl`: where a chat model is for
 * the examples that want one.
 */
export async function openBench({
	n8n: own,
	modelUrl,
	...options
}: SandboxOptions & { n8n?: N8nOptions; modelUrl?: string } = {}): Promise<Bench> {
	const shared = process.env.E2E_N8N_URL;
	const started = own || !shared ? await startN8n({ packageDir: root, ...own }) : undefined;
	const url = started?.url ?? shared ?? '';
	const api = started?.api ?? new N8nApi(url, process.env.E2E_N8N_SESSION);
	const sandbox = await startSandbox({ ...options, callback: { ...PATIENT.callback, ...options.callback } });
	const credentials = await saveSandboxCredentials(api, sandbox, modelUrl);
	const active: string[] = [];
	const save = async (workflow: Workflow) => await api.createWorkflow(withCredentials(workflow, credentials));
	return {
		api,
		url,
		n8n: started,
		sandbox,
		credentials,
		save,
		run: async (workflow) => await api.run(withCredentials(workflow, credentials)),
		activate: async (workflow) => {
			const saved = await save(workflow);
			active.push(saved.id);
			await api.activate(saved.id);
			return saved;
		},
		close: async () => {
			await Promise.all(active.map(async (id) => await api.deactivate(id)));
			await started?.stop();
			await sandbox.close();
		},
	};
}
