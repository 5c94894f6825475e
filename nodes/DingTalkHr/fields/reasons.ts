import { defineFields } from '../../runtime/field';
import { defineList } from '../../runtime/list';

/** Reasons of leaving that the organization keeps. https://open.dingtalk.com/document/development/api-getalldismissionreasons */
const reasons = (list: 'voluntaryList' | 'passiveList') =>
	defineList({
		route: 'GET /v1.0/hrm/dismission/reasons',
		request: () => ({}),
		paging: { style: 'whole', entries: `result.${list}` },
		entry: ({ id, name }) => ({ name: String(name), value: String(id) }),
	});

export const reasonFields = defineFields([
	{
		displayName: 'Reason Names or IDs (Own Wish)',
		zh: { name: '主动离职原因', description: '员工主动离职的原因，在智能人事后台维护' },
		name: 'voluntaryReasons',
		type: 'multiOptions',
		default: [],
		source: reasons('voluntaryList'),
		description:
			'Why the person wishes to leave. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Reason Names or IDs (Organization)',
		zh: { name: '被动离职原因', description: '企业提出离职的原因，在智能人事后台维护' },
		name: 'passiveReasons',
		type: 'multiOptions',
		default: [],
		source: reasons('passiveList'),
		description:
			'Why the organization lets the person go. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);

const some = (list: string[]) => (list.length > 0 ? list : undefined);

/** The reasons as DingTalk takes them; none are left out. */
export const reasonsBody = (given: { voluntaryReasons: string[]; passiveReasons: string[] }) => ({
	terminationReasonVoluntary: some(given.voluntaryReasons),
	terminationReasonPassive: some(given.passiveReasons),
});
