import { events } from '../../../nodes/DingTalkTrigger/eventTypes';
import { passes } from '../../../nodes/DingTalkTrigger/filters';
import type { IDataObject } from 'n8n-workflow';

/*
 * A sample of every event type that DingTalk names: all its fields, those that hold departments with
 * department 111. A filter on departments lets through what names the department, or none at all.
 */
const filters = {
	events: true,
	robotMessages: false,
	cardCallbacks: false,
	processCodes: [],
	departmentIds: [],
	conversationIds: [],
	senders: [],
	onlyMentions: false,
	actionIds: [],
	outTrackIds: [],
};

/** By the pages of the events, with the shape in which each writes its departments. */
const DEPARTMENTS: Record<string, Record<string, unknown>> = {
	org_dept_create: { deptId: [111] },
	org_dept_modify: { deptId: [111] },
	org_dept_remove: { deptId: [111] },
	user_modify_org: { department: [111] },
	user_dept_change: { department: [111] },
	user_role_change: { department: [111] },
	contact_add_org: { shareDeptIds: [111] },
	contact_modify_org: { shareDeptIds: [111] },
	inner_app_scopes_change: { deptIds: [111] },
	blackboard_sent: { receivers: { userIds: '["u"]', deptIds: '[110,111]' } },
	org_suite_auth: { authScope: { authOrgScopes: { authedDept: [111] } } },
	org_suite_change: { authScope: { authOrgScopes: { authedDept: [111] } } },
	isv_bpms: { originatorDeptId: '111' },
	edu_dept_insert: { deptId: 111 },
	edu_dept_update: { deptId: 111 },
	edu_dept_delete: { deptId: 111 },
};

const sampleOf = (type: string, fields: readonly string[] = []) => ({
	kind: 'event' as const,
	key: 'k',
	item: {
		eventType: type,
		eventId: 'k',
		corpId: 'c',
		occurredAt: '',
		data: { ...Object.fromEntries(fields.map((name) => [name, 'x'])), ...DEPARTMENTS[type] } as IDataObject,
	},
});

test('every type that the pages show with a department is among the samples', () => {
	const named = events.filter(({ fields = [] }) =>
		fields.some((name) => /^(share)?dept(Id|Ids|IdList)$|^department$/i.test(name)),
	);
	expect(named.map(({ type }) => type).filter((type) => !(type in DEPARTMENTS))).toEqual([]);
});

test.each(events.map(({ type, fields }) => [type, fields] as const))('%s', (type, fields) => {
	const sample = sampleOf(type, fields);
	const filtered = (change: object) => passes({ ...filters, ...change }, sample);
	expect(filtered({ eventTypes: new Set([type]) })).toBe(true);
	expect(filtered({ eventTypes: new Set(['another']) })).toBe(false);
	expect(filtered({ departmentIds: ['7', '111'] })).toBe(true);
	expect(filtered({ departmentIds: ['999'] })).toBe(!(type in DEPARTMENTS));
	expect(filtered({ processCodes: ['another'] })).toBe(!(fields ?? []).includes('processCode'));
	// Filters on messages and clicks are none on events.
	expect(filtered({ senders: ['u'], conversationIds: ['c'], actionIds: ['a'], cardTemplateIds: ['t'] })).toBe(true);
});
