import type {
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { N8nApi, Saved } from '../../../scripts/host';

/** A node's form as the editor asks n8n for it. */
export interface Form {
	/** Type name without the package. */
	node: string;
	parameters: INodeParameters;
	credential: Saved;
}

const request = ({ node, parameters, credential }: Form, parameter: string, methodName: string) => ({
	path: `parameters.${parameter}`,
	nodeTypeAndVersion: { name: `n8n-nodes-dingtalk-suite.${node}`, version: 1 },
	currentNodeParameters: parameters,
	methodName,
	credentials: { dingTalkApi: { id: credential.id, name: credential.name } },
});

/** What the list of a resource locator offers for a text typed into its search. */
export const searchList = async (
	api: N8nApi,
	form: Form,
	parameter: string,
	method: string,
	filter: string,
): Promise<INodeListSearchResult> =>
	await api.rest.call('POST', '/dynamic-node-parameters/resource-locator-results', {
		...request(form, parameter, method),
		filter,
	});

/** The fields that a resource mapper shows. */
export const mappedFields = async (
	api: N8nApi,
	form: Form,
	parameter: string,
	method: string,
): Promise<ResourceMapperField[]> =>
	(
		await api.rest.call<ResourceMapperFields>(
			'POST',
			'/dynamic-node-parameters/resource-mapper-fields',
			request(form, parameter, method),
		)
	).fields;

/** The options of a drop-down that are loaded. */
export const loadOptions = async (
	api: N8nApi,
	form: Form,
	parameter: string,
	method: string,
): Promise<INodePropertyOptions[]> =>
	await api.rest.call('POST', '/dynamic-node-parameters/options', request(form, parameter, method));
