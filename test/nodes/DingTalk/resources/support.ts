import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials, type Call } from '../../../support/engine';

export const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });

/** A sandbox for the tests of one file, and the node running in it. */
export function stage(resource: string) {
	const it = {} as { sandbox: Sandbox };
	beforeAll(async () => {
		it.sandbox = await startSandbox({ people: 30 });
	});
	afterAll(async () => {
		expect(it.sandbox.problems()).toEqual([]);
		await it.sandbox.close();
	});
	beforeEach(() => {
		it.sandbox.clearLog();
	});

	const call = (operation: string, parameters: object, more: Partial<Call> = {}): Call => ({
		credentials: sandboxCredentials(it.sandbox),
		product: 'dingTalk',
		...more,
		parameters: { resource, operation, ...parameters } as IDataObject,
	});
	return {
		it,
		run: async (operation: string, parameters: object = {}, more?: Partial<Call>) =>
			await outputs(call(operation, parameters, more)),
		items: async (operation: string, parameters: object, more?: Partial<Call>) =>
			await execute(call(operation, parameters, more)),
		/** What n8n shows above the output of a run. */
		hinted: async (operation: string, parameters: object) => {
			let hints: string[] = [];
			const items = await outputs(call(operation, parameters, { onHints: (messages) => (hints = messages) }));
			return { items, hints: hints.join('\n') };
		},
		/** Calls of DingTalk, tokens left out. */
		calls: () => it.sandbox.log.filter(({ path }) => !/accessToken$|gettoken$/.test(path)).map(({ path }) => path),
	};
}
