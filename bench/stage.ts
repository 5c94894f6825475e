import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox';
import { type Execution, type N8n, type N8nOptions, type Saved, type Workflow, startN8n } from '../scripts/host';
import { root } from '../scripts/host/build';
import { withCredentials } from '../scripts/host/examples';
import { type SavedCredentials, saveSandboxCredentials } from '../scripts/host/sandboxCredentials';

/** A real n8n whose credentials lead to a sandbox. */
export interface Stage {
	n8n: N8n;
	sandbox: Sandbox;
	credentials: SavedCredentials;
	/** Saves a workflow with this sandbox's credentials. */
	save(workflow: Workflow): Promise<Saved>;
	/** Runs a saved workflow from its start and waits for its end. */
	run(saved: Saved): Promise<Execution>;
}

/** Longer than any run here takes, so that a slow machine gives a slow number instead of none. */
const RUN_TIMEOUT_MS = 300_000;

/** Starts one n8n with the built package, and stops it when the work is done. */
export async function withN8n<T>(work: (n8n: N8n) => Promise<T>, options: N8nOptions = {}): Promise<T> {
	const n8n = await startN8n({ packageDir: root, ...options });
	return await work(n8n).finally(async () => await n8n.stop());
}

/** Starts a sandbox, points n8n's credentials at it, and closes it when the work is done. `modelUrl`: where a chat model is. */
export async function withSandbox<T>(
	n8n: N8n,
	{ modelUrl, ...options }: SandboxOptions & { modelUrl?: string },
	work: (stage: Stage) => Promise<T>,
): Promise<T> {
	const sandbox = await startSandbox(options);
	try {
		const credentials = await saveSandboxCredentials(n8n.api, sandbox, modelUrl);
		return await work({
			n8n,
			sandbox,
			credentials,
			save: async (workflow) => await n8n.api.createWorkflow(withCredentials(workflow, credentials)),
			run: async ({ id }) => await n8n.api.runSaved(id, 'Start', RUN_TIMEOUT_MS),
		});
	} finally {
		await sandbox.close();
	}
}
