import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox';
import type { N8nApi, Saved, Workflow } from './api';
import { root } from './build';
import type { Execution } from './execution';
import type { SavedCredentials } from './sandboxCredentials';
import { stimuli } from './stimuli';

/** A workflow of the folder `examples/`; `file` is its name without the ending. */
export interface Example {
	file: string;
	workflow: Workflow;
	/** Name of the node that starts it by hand; absent: a DingTalk Trigger starts it. */
	manualTrigger?: string;
}

export function readExamples(): Example[] {
	const folder = join(root, 'examples');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => {
			const workflow: Workflow = JSON.parse(readFileSync(join(folder, name), 'utf8'));
			const manualTrigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name;
			return { file: name.replace(/\.json$/, ''), workflow, manualTrigger };
		});
}

/** Gives each node of an exported workflow the credentials of this n8n, by their type. */
export function withCredentials(workflow: Workflow, credentials: SavedCredentials): Workflow {
	const known = new Map<string, Saved | undefined>(Object.entries(credentials));
	const nodes = workflow.nodes.map((node) => {
		const own = Object.keys(node.credentials ?? {}).map((type) => {
			const saved = known.get(type);
			if (!saved) throw new Error(`"${workflow.name}" needs a credential ${type}, which the demo has not`);
			return [type, { id: saved.id, name: saved.name }] as const;
		});
		return own.length > 0 ? { ...node, credentials: Object.fromEntries(own) } : node;
	});
	return { ...workflow, nodes };
}

/**
 * Runs a saved example once: by hand, or by doing in the sandbox what its trigger waits for.
 * @returns the execution that ended; of several, the one that got furthest
 * @throws a sentence when one did not end well
 */
export async function runExample(
	api: N8nApi,
	sandbox: Sandbox,
	{ file, manualTrigger }: Example,
	id: string,
): Promise<Execution> {
	sandbox.clearLog();
	const executions = manualTrigger
		? [await api.runSaved(id, manualTrigger)]
		: await runTriggered(api, sandbox, file, id);
	for (const execution of executions) {
		const error =
			execution.error() ?? execution.ran.map((node) => execution.error(node)).find((one) => one !== undefined);
		if (execution.status !== 'success' || error)
			throw new Error([error?.message ?? execution.status, error?.description].filter(Boolean).join(' — '));
	}
	const refused = sandbox.problems().map(({ problem }) => problem);
	if (refused.length > 0) throw new Error(`The sandbox refused: ${refused.join('; ')}`);
	return executions.reduce((best, one) => (one.ran.length > best.ran.length ? one : best));
}

async function runTriggered(api: N8nApi, sandbox: Sandbox, file: string, id: string): Promise<Execution[]> {
	const stimulus = stimuli[file];
	if (!stimulus) throw new Error(`scripts/host/stimuli.ts does not say what starts ${file}`);
	await api.activate(id);
	try {
		return await api.ended(id, await stimulus(sandbox));
	} finally {
		await api.deactivate(id);
	}
}
