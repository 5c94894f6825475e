import type { IExecuteFunctions, ITriggerFunctions } from 'n8n-workflow';

/** An active trigger's, or that of the editor's test run, in which the trigger is the first node of an execution. */
export type StreamContext = ITriggerFunctions | IExecuteFunctions;
