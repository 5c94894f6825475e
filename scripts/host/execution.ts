import { parse } from 'flatted';
import type {
	ExecutionStatus,
	IDataObject,
	INodeExecutionData,
	IRunExecutionData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** One execution as the REST API returns it: `data` is flattened JSON. */
export interface StoredExecution {
	id: string;
	workflowId: string;
	mode: WorkflowExecuteMode;
	status: ExecutionStatus;
	startedAt: string | null;
	stoppedAt: string | null;
	data: string;
}

/** An error as n8n keeps it with the execution. */
export interface ExecutionError extends IDataObject {
	message: string;
	description?: string;
	httpCode?: string;
	messages?: string[];
}

const atWork: ExecutionStatus[] = ['new', 'running', 'waiting', 'unknown'];

export const hasEnded = ({ status }: { status: ExecutionStatus }): boolean => !atWork.includes(status);

/** What an execution did: its end, and each node's output. */
export class Execution {
	readonly id: string;
	readonly status: ExecutionStatus;
	readonly mode: WorkflowExecuteMode;
	readonly data: IRunExecutionData;

	constructor({ id, status, mode, data }: StoredExecution) {
		this.id = id;
		this.status = status;
		this.mode = mode;
		this.data = parse(data);
	}

	/** n8n 1 says that an execution has ended a moment before it has saved what it did. */
	get isComplete(): boolean {
		if (this.status !== 'success' && this.status !== 'error') return true;
		const { error, runData = {} } = this.data?.resultData ?? {};
		return error !== undefined || Object.keys(runData).length > 0;
	}

	/** The items that a node's last run gave to one of its outputs; empty when it did not run. */
	items(nodeName: string, output = 0): INodeExecutionData[] {
		const runs = this.data.resultData.runData[nodeName];
		return runs?.at(-1)?.data?.main?.[output] ?? [];
	}

	/** The JSON of those items. */
	json<T = IDataObject>(nodeName: string, output = 0): T[] {
		return this.items(nodeName, output).map(({ json }) => json as T);
	}

	/** Names of the nodes that ran. */
	get ran(): string[] {
		return Object.keys(this.data.resultData.runData);
	}

	/** The error that ended the execution, or that of the node named. */
	error(nodeName?: string): ExecutionError | undefined {
		const { error, runData } = this.data.resultData;
		const found = nodeName === undefined ? error : runData[nodeName]?.at(-1)?.error;
		return found as ExecutionError | undefined;
	}

	/** How long a node's last run took, in milliseconds. */
	milliseconds(nodeName: string): number {
		return this.data.resultData.runData[nodeName]?.at(-1)?.executionTime ?? 0;
	}
}
