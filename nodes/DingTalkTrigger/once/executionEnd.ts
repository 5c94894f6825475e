import type { IRunExecutionData, ITriggerFunctions, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

/**
 * Whether an execution has come to its end by its stored data: nothing is left to do, or it failed.
 * Of one that a crash interrupted, n8n keeps what was to be done, and marks the nodes that had begun.
 */
export function isOver({ waitTill, resultData, executionData }: IRunExecutionData): boolean {
	// A waiting execution needs nothing of us: n8n resumes it by itself, also after a restart.
	if (waitTill) return true;
	const tasks = Object.values(resultData.runData ?? {}).flat();
	if (tasks.some(({ executionStatus }) => executionStatus === 'crashed')) return false;
	return resultData.error !== undefined || executionData?.nodeExecutionStack.length === 0;
}

/** n8n gave it up without having run a single node: its worker went down with it, or it never found its data. */
export const wasGivenUp = ({ error, lastNodeExecuted, runData }: IRunExecutionData['resultData']): boolean =>
	error !== undefined && lastNodeExecuted === undefined && Object.keys(runData ?? {}).length === 0;

/**
 * A trigger's context reads executions by what action nodes know as `getExecutionDataById`; its
 * interface does not name it, so it may be missing.
 */
type Reading = ITriggerFunctions & {
	readonly additionalData?: Partial<Pick<IWorkflowExecuteAdditionalData, 'getRunExecutionData'>>;
};

/** The stored data of an execution. `gone`: n8n has no such execution; `unreadable`: it cannot tell. */
export async function readExecution(
	context: ITriggerFunctions,
	executionId: string,
): Promise<IRunExecutionData | 'gone' | 'unreadable'> {
	const { additionalData }: Reading = context;
	if (!additionalData?.getRunExecutionData) return 'unreadable';
	try {
		return (await additionalData.getRunExecutionData(executionId)) ?? 'gone';
	} catch (error) {
		context.logger.warn(
			`DingTalk Trigger: execution ${executionId} cannot be read (${error instanceof Error ? error.message : String(error)})`,
		);
		return 'unreadable';
	}
}

/** Asks n8n whether an execution has ended. undefined: n8n has it no longer, or cannot tell. */
export async function hasEnded(context: ITriggerFunctions, executionId: string): Promise<boolean | undefined> {
	const found = await readExecution(context, executionId);
	return found === 'gone' || found === 'unreadable' ? undefined : isOver(found);
}
