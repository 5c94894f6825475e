import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { DingTalkApiCall } from '../../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import type { Sandbox } from '../../../../sandbox';
import { execute, sandboxCredentials } from '../../../support/engine';

/** The form of a call whose request is one JSON. */
export const jsonForm = (operation: string, request: object, options: IDataObject = {}): IDataObject => ({
	product: 'all',
	apiOperation: { __rl: true, mode: 'id', value: operation },
	specify: 'json',
	request: JSON.stringify(request),
	options,
});

/** Runs the node against the sandbox; `overrides` are fields of the credential. */
export const callNode = async (
	sandbox: Sandbox,
	parameters: IDataObject,
	items?: INodeExecutionData[],
	overrides: IDataObject = {},
) =>
	await execute({
		nodeType: new DingTalkApiCall(),
		credentials: sandboxCredentials(sandbox, overrides),
		parameters,
		items,
	});
