import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../sandbox';
import { type Step, chain, dingTalk, person } from '../test/e2e/support/workflow';
import type { Workflow } from '../scripts/host';

/** The same calls twice: by an operation of the DingTalk node, and by n8n's HTTP Request node with the same credential. */
export interface Job {
	name: string;
	own: (options: INodeParameters) => Step;
	http: (sandbox: Sandbox) => Step;
	/** Whether an output item tells of a call that DingTalk carried out; the HTTP Request node passes on what DingTalk refused with HTTP 200. */
	succeeded: (item: IDataObject) => boolean;
}

/** How the node under measure is called in each workflow. */
export const MEASURED = 'Measured';

const carriesOn = { name: MEASURED, onError: 'continueRegularOutput' } as const;

/** The HTTP Request node as it comes; newest version of n8n 2.40. */
const httpRequest = (url: string, jsonBody: string): Step => ({
	...carriesOn,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.5,
	credentials: { dingTalkApi: { id: '', name: '' } },
	parameters: {
		method: 'POST',
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'dingTalkApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options: {},
	},
});

export const jobs: Job[] = [
	{
		name: 'legacy API (user.get)',
		own: (options) =>
			dingTalk('user', 'get', { person: person('={{ $json.userid }}'), simplify: false, options }, carriesOn),
		http: ({ legacyUrl }) => httpRequest(`${legacyUrl}/topapi/v2/user/get`, '={{ { "userid": $json.userid } }}'),
		succeeded: ({ userid, errcode }) => typeof userid === 'string' || errcode === 0,
	},
	{
		name: 'new API (todo.create)',
		own: (options) =>
			dingTalk(
				'todo',
				'create',
				{
					person: person('={{ $json.unionid }}', 'unionId'),
					subject: '={{ $json.subject }}',
					options,
				},
				carriesOn,
			),
		http: ({ url }) =>
			httpRequest(
				`=${url}/v1.0/todo/users/{{ $json.unionid }}/tasks?operatorId={{ $json.unionid }}`,
				'={{ { "subject": $json.subject, "creatorId": $json.unionid, "executorIds": [$json.unionid] } }}',
			),
		succeeded: ({ id }) => typeof id === 'string',
	},
];

/** A workflow that does the job for `count` people of the sandbox's factory, an item each. */
export function workflowOf(name: string, step: Step, { company }: Sandbox, count: number): Workflow {
	const workers = company.users.filter(({ userid }) => userid.startsWith('worker')).slice(0, count);
	if (workers.length < count) throw new Error(`The sandbox has only ${workers.length} workers`);
	return chain(
		name,
		[step],
		workers.map(({ userid, unionid }, i) => ({ userid, unionid, subject: `to-do ${i + 1}` })),
	);
}
