import type {
	ExecutionStatus,
	ICredentialDataDecryptedObject,
	IDataObject,
	IConnections,
	INode,
	INodeTypeDescription,
	IWorkflowSettings,
} from 'n8n-workflow';
import { Execution, type StoredExecution, hasEnded } from './execution';
import { PATIENCE_MS, eventually } from './patience';
import { Rest, RestError } from './rest';

/** Who signs in to the editor. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** A workflow as n8n exports it. */
export interface Workflow {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IDataObject;
}

export interface Saved {
	id: string;
	name: string;
}

/** One line of the list of executions. */
export type ExecutionSummary = Omit<StoredExecution, 'data'>;

interface Publication {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

/** What a person does in the editor, by way of the REST API that the editor uses. */
export class N8nApi {
	readonly rest: Rest;

	/** @param session see {@link session}: n8n refuses more than a few sign-ins a minute */
	constructor(
		readonly url: string,
		session?: string,
	) {
		this.rest = new Rest(url, session);
	}

	/** The cookie of the signed-in session. */
	get session(): string {
		return this.rest.cookie;
	}

	/** Creates the owner on a new n8n, signs in on one that has it. */
	async signIn(owner: Owner): Promise<void> {
		// n8n listens a moment before its database is ready, and says so with a 503.
		const settings = await eventually(
			'n8n to have its database',
			async () =>
				await this.rest
					.call<{ userManagement: { showSetupOnFirstLoad: boolean } }>('GET', '/settings')
					.catch((error: unknown) => {
						if (error instanceof RestError && error.status === 503) return undefined;
						throw error;
					}),
		);
		if (settings.userManagement.showSetupOnFirstLoad) await this.rest.call('POST', '/owner/setup', owner);
		else await this.rest.call('POST', '/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	}

	async createCredential(name: string, type: string, data: ICredentialDataDecryptedObject): Promise<Saved> {
		return await this.rest.call('POST', '/credentials', { name, type, data });
	}

	async updateCredential(id: string, name: string, type: string, data: ICredentialDataDecryptedObject): Promise<Saved> {
		return await this.rest.call('PATCH', `/credentials/${id}`, { name, type, data });
	}

	/**
	 * Presses the test button of a credential that has not been saved. n8n 1 tests saved ones only: there it is
	 * saved for the moment, and what n8n has against saving it is the answer that a person gets.
	 */
	async testCredential(
		name: string,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		const test = async (id: string) =>
			await this.rest.call<{ status: 'OK' | 'Error'; message: string }>('POST', '/credentials/test', {
				credentials: { id, name, type, data },
			});
		return await test('').catch(async (error: unknown) => {
			if (!(error instanceof RestError && error.status === 403)) throw error;
			const saved = await this.createCredential(name, type, data).catch((refusal: unknown) => {
				if (refusal instanceof RestError && refusal.status === 400) return refusal;
				throw refusal;
			});
			if (saved instanceof RestError) return { status: 'Error', message: saved.message };
			return await test(saved.id).finally(async () => await this.rest.call('DELETE', `/credentials/${saved.id}`));
		});
	}

	async credentials(): Promise<Array<Saved & { type: string }>> {
		return await this.rest.call('GET', '/credentials');
	}

	async createWorkflow(workflow: Workflow): Promise<Saved> {
		return await this.rest.call('POST', '/workflows', { active: false, settings: {}, ...workflow });
	}

	async workflows(): Promise<Saved[]> {
		return await this.rest.call('GET', '/workflows');
	}

	/**
	 * Publishes the saved version and waits until its triggers and webhooks are live: n8n 2.40 starts them after it has answered.
	 * @throws with the triggers' own sentences when one of them refuses to start
	 */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.rest.call<{ versionId: string }>('GET', `/workflows/${id}`);
		await this.rest.call('POST', `/workflows/${id}/activate`, { versionId });
		const { status, triggers } = await this.publication(id, ['published', 'partial', 'failed']);
		if (status === 'published') return;
		const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
		throw new Error(`Workflow ${id} could not be activated: ${reasons.join('; ')}`);
	}

	/** Takes the published version back and waits until its triggers have closed. */
	async deactivate(id: string): Promise<void> {
		await this.rest.call('POST', `/workflows/${id}/deactivate`, {});
		await this.publication(id, ['not_published']);
	}

	private async publication(id: string, wanted: Publication['status'][]): Promise<Publication> {
		return await eventually(`workflow ${id} to be ${wanted.join(' or ')}`, async () => {
			const publication = await this.rest
				.call<Publication>('GET', `/workflows/${id}/publication-status`)
				.catch((error: unknown) => {
					// n8n 1 and early 2 know no such status: they have started the triggers, or said why not, when they answer.
					if (error instanceof RestError && error.status === 404) return { status: wanted[0], triggers: [] };
					throw error;
				});
			return wanted.includes(publication.status) ? publication : undefined;
		});
	}

	async deleteWorkflow(id: string): Promise<void> {
		await this.rest.call('POST', `/workflows/${id}/archive`, {});
		await this.rest.call('DELETE', `/workflows/${id}`);
	}

	/**
	 * Runs a saved workflow as the editor's button does.
	 * @param trigger name of the node to start from
	 * @returns the execution's id; undefined when n8n now waits for a call of the trigger's test webhook
	 */
	async start(id: string, trigger: string): Promise<string | undefined> {
		// n8n 1 and early 2 run the workflow that comes with the request, later ones the saved one.
		const workflowData = await this.rest.call<object>('GET', `/workflows/${id}`);
		const { executionId } = await this.rest.call<{ executionId?: string }>('POST', `/workflows/${id}/run`, {
			workflowData,
			triggerToStartFrom: { name: trigger },
		});
		return executionId;
	}

	/**
	 * Saves a workflow, runs it once and waits for its end.
	 * @param trigger name of the node to start from; default: the first node
	 */
	async run(
		workflow: Workflow,
		{ trigger = workflow.nodes[0].name, timeoutMs = PATIENCE_MS } = {},
	): Promise<Execution> {
		const { id } = await this.createWorkflow(workflow);
		return await this.runSaved(id, trigger, timeoutMs);
	}

	/** Runs a saved workflow once and waits for its end. */
	async runSaved(id: string, trigger: string, timeoutMs = PATIENCE_MS): Promise<Execution> {
		const executionId = await this.start(id, trigger);
		if (executionId === undefined) throw new Error(`Workflow ${id} waits for a call of its test webhook`);
		return await this.execution(executionId, timeoutMs);
	}

	/** Waits until an execution has ended and reads it. */
	async execution(id: string, timeoutMs = PATIENCE_MS): Promise<Execution> {
		return await eventually(
			`execution ${id} to end`,
			async () => {
				const stored = await this.rest.call<StoredExecution>('GET', `/executions/${id}`);
				if (!hasEnded(stored)) return undefined;
				const execution = new Execution(stored);
				return execution.isComplete ? execution : undefined;
			},
			timeoutMs,
		);
	}

	/** The newest executions of a workflow first; all of them unless limited. */
	async executions(
		workflowId: string,
		{ status, limit = Infinity }: { status?: ExecutionStatus[]; limit?: number } = {},
	): Promise<ExecutionSummary[]> {
		const found: ExecutionSummary[] = [];
		const filter = encodeURIComponent(JSON.stringify({ workflowId, ...(status && { status }) }));
		const size = Math.min(100, limit);
		let from = '';
		while (found.length < limit) {
			const { results, nextCursor } = await this.rest.call<{ results: ExecutionSummary[]; nextCursor?: string | null }>(
				'GET',
				`/executions?filter=${filter}&limit=${size}${from}`,
			);
			const known = new Set(found.map(({ id }) => id));
			const fresh = results.filter(({ id }) => !known.has(id));
			found.push(...fresh);
			if (nextCursor === null || fresh.length === 0 || results.length < size) break;
			// Before 2.41 n8n sorts by the start but goes on by id, and ids are not always in the order of the starts: the pages overlap.
			from = nextCursor ? `&cursor=${nextCursor}` : `&lastId=${Number(found.at(-1)?.id) + 50}`;
		}
		return found.slice(0, limit);
	}

	/** Waits until a workflow has had `count` executions that ended; returns them oldest first. */
	async ended(workflowId: string, count = 1, timeoutMs = PATIENCE_MS): Promise<Execution[]> {
		const ids = await eventually(
			`${count} ended executions of workflow ${workflowId}`,
			async () => {
				const done = (await this.executions(workflowId)).filter(hasEnded);
				return done.length >= count ? done.map(({ id }) => id).reverse() : undefined;
			},
			timeoutMs,
		);
		return await Promise.all(ids.map(async (id) => await this.execution(id)));
	}

	/** The descriptions of every loaded node type, as the editor gets them. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		const response = await this.rest.fetch('GET', '/types/nodes.json');
		const types: INodeTypeDescription[] = JSON.parse(await response.text());
		return types;
	}

	/** The output preview of an operation, or undefined when the package ships none. */
	async outputSchema(
		nodeType: string,
		version: string,
		resource: string,
		operation: string,
	): Promise<IDataObject | undefined> {
		const response = await this.rest.fetch('GET', `/schemas/${nodeType}/${version}/${resource}/${operation}.json`);
		if (!response.ok) return undefined;
		const schema: IDataObject = JSON.parse(await response.text());
		return schema;
	}
}
