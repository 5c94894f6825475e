import type { Sandbox } from '../../sandbox';

/** By the example's file name: what a person does in the sandbox so that its trigger fires. */
export const stimuli: Record<string, (sandbox: Sandbox) => Promise<unknown> | void> = {};
