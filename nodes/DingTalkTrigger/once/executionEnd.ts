import type { IRunExecutionData, ITriggerFunctions, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

/**
 * Whether an execution has come to its end by its stored data: nothing is left to do, or it failed.
 * Of one that a crash interrupted, n8n keeps what was to be done, and marks the nodes that had begun.
 */
export function isOver({ waitTill, resultData, executionData }: IRunExecutionData): boolean {
	// n8n wakes it up by itself, also after a restart.
	if (waitTill) return true;
	const tasks = Object.values(resultData.runData ?? {}).flat();
	if (tasks.some(({ executionStatus }) => executionStatus === 'crashed')) return false;
	return resultData.error !== undefined || executionData?.nodeExecutionStack.length === 0;
}

/**
 * A trigger's context reads executions by what action nodes know as `getExecutionDataById`; its
 * interface does not name it, so it may be missing.
 */
type Reading = ITriggerFunctions & {
	readonly additionalData?: Partial<Pick<IWorkflowExecuteAdditionalData, 'getRunExecutionData'>>;
};

/** Asks n8n whether an execution has ended. undefined: n8n has it no longer, or cannot tell. */
export async function hasEnded(context: ITriggerFunctions, executionId: string): Promise<boolean | undefined> {
	const { additionalData }: Reading = context;
	try {
		const data = await additionalData?.getRunExecutionData?.(executionId);
		return data && isOver(data);
	} catch (error) {
		context.logger.warn(
			`DingTalk Trigger: execution ${executionId} cannot be read (${error instanceof Error ? error.message : String(error)})`,
		);
		return undefined;
	}
}
