import { fromEventFrame, fromFailedEvent, fromPushedEvent } from '../../../../nodes/DingTalkTrigger/item/event';
import { likenessesOf, mayHaveComeAs } from '../../../../nodes/DingTalkTrigger/item/incoming';
import { questionFor } from '../../../../nodes/DingTalkTrigger/item/details';
import { eventsOf } from '../../../../nodes/protocol/callback/event';
import { eventOfFailed } from '../../../../nodes/protocol/callback/failed';
import { parseFrame } from '../../../../nodes/protocol/stream/frames';
import { frame } from '../../protocol/stream/simulation';

/*
 * Pushes over HTTP in the shapes that were recorded in the field (ids and words are made up): other
 * capitals, no eventId, the time as text or not at all. The item is the one that Stream gives.
 */
const AT = 1_640_000_000_000;
const NOW = 1_700_000_000_000;
const corp = { CorpId: 'dingc' };
const ownApproval = {
	businessId: '2021',
	title: '请假',
	processCode: 'PROC-1',
	processInstanceId: 'p1',
	staffId: 'u1',
	bizCategoryId: '',
};
const approval = { corpId: 'dingc', ...ownApproval };
const itemOf = (push: object) => fromPushedEvent(eventsOf(push as Record<string, unknown>, NOW)[0]).item;

test.each<[object, object]>([
	[
		{ EventType: 'bpms_instance_change', ...approval, type: 'start', createTime: AT },
		{ ...ownApproval, type: 'start', createTime: AT },
	],
	[
		{
			EventType: 'bpms_task_change',
			...approval,
			type: 'finish',
			result: 'agree',
			taskId: 7,
			createTime: AT - 9,
			finishTime: AT,
		},
		{ ...ownApproval, type: 'finish', result: 'agree', taskId: 7, createTime: AT - 9, finishTime: AT },
	],
	[
		{
			EventType: 'chat_remove_member',
			...corp,
			TimeStamp: AT,
			ChatId: 'chat1',
			UserId: ['u1'],
			UnionId: ['n1'],
			Operator: 'u2',
			OperatorUnionId: 'n2',
			OpenConversationId: 'cid1',
		},
		{
			timeStamp: AT,
			chatId: 'chat1',
			userId: ['u1'],
			unionId: ['n1'],
			operator: 'u2',
			operatorUnionId: 'n2',
			openConversationId: 'cid1',
		},
	],
	[
		{
			EventType: 'crm_customer_track',
			...corp,
			corpId: 'dingc',
			EventTime: AT,
			BizId: 'b',
			tracks: [{ customerId: 'x' }],
		},
		{ tracks: [{ customerId: 'x' }] },
	],
	[
		{ EventType: 'label_conf_add', ...corp, LabelIdList: [23], scope: '1', TimeStamp: String(AT) },
		{ labelIdList: [23], scope: '1' },
	],
	[
		{
			EventType: 'label_conf_modify',
			...corp,
			PostLabelList: ['{"id":23}'],
			PreLabelList: ['{"id":23}'],
			LabelIdList: [23],
			scope: '1',
			TimeStamp: String(AT),
		},
		{ postLabelList: ['{"id":23}'], preLabelList: ['{"id":23}'], labelIdList: [23], scope: '1' },
	],
	[
		{
			EventType: 'label_user_change',
			...corp,
			UserIdList: ['u1'],
			LabelIdList: [12],
			action: 'add',
			TimeStamp: String(AT),
		},
		{ userIdList: ['u1'], labelIdList: [12], action: 'add' },
	],
	[{ EventType: 'org_change', ...corp, TimeStamp: String(AT) }, {}],
	[{ EventType: 'org_dept_remove', ...corp, DeptId: [97, 98], TimeStamp: String(AT) }, { deptId: [97, 98] }],
	[{ EventType: 'user_active_org', ...corp, UserId: ['u1'], TimeStamp: String(AT) }, { userId: ['u1'] }],
	[
		{ EventType: 'user_leave_org', ...corp, UserId: ['u1'], OptStaffId: 'u2', TimeStamp: String(AT) },
		{ userId: ['u1'], optStaffId: 'u2' },
	],
	[
		{ EventType: 'user_modify_org', ...corp, UserId: ['u1'], OptStaffId: 'u1', TimeStamp: String(AT) },
		{ userId: ['u1'], optStaffId: 'u1' },
	],
])('%j', (push, data) => {
	const item = itemOf(push);
	expect(item).toMatchObject({ corpId: 'dingc', occurredAt: new Date(AT).toISOString() });
	const withoutTime = (given: object) => ({ ...given, timeStamp: undefined });
	expect(withoutTime(item.data)).toEqual(withoutTime(data));
});

test('details are asked for whichever way the event came', () => {
	expect(questionFor(itemOf({ EventType: 'user_leave_dept', ...corp, UserId: ['u1'] }))?.parts.body).toEqual({
		userid: 'u1',
	});
	expect(questionFor(itemOf({ EventType: 'bpms_task_change', ...approval }))?.parts.query).toEqual({
		processInstanceId: 'p1',
	});
});

describe('rows of SyncHTTP', () => {
	const row = (biz_type: number, biz_id: string, own: object) => ({
		EventType: 'SYNC_HTTP_PUSH_MEDIUM',
		bizData: [
			{
				gmt_create: AT,
				gmt_modified: AT,
				biz_type,
				biz_id,
				corp_id: 'dingc',
				open_cursor: 0,
				status: 0,
				biz_data: JSON.stringify(own),
			},
		],
	});
	test.each<[string, object, object]>([
		[
			'department',
			row(14, '92', { errcode: 0, syncAction: 'org_dept_create', id: 92, name: '部', parentid: 87 }),
			{ deptId: [92], name: '部', bizId: '92' },
		],
		[
			'employee',
			row(13, 'u1', { errcode: 0, syncAction: 'user_modify_org', userid: 'u1', department: [87] }),
			{ userid: 'u1', department: [87] },
		],
		[
			'employee, added',
			row(13, 'u1', { errcode: 0, syncAction: 'user_add_org', userid: 'u1', department: [87] }),
			{ userId: ['u1'] },
		],
		[
			'role',
			row(15, '38', { role_name: '岗', role_id: 38, group_id: 36, group_name: '组', syncAction: 'org_role_add' }),
			{ roleName: '岗', roleId: 38, groupId: 36, groupName: '组' },
		],
	])('%s, in the spelling of Stream', (_name, push, data) => {
		const item = itemOf(push);
		expect(item).toMatchObject({ corpId: 'dingc', occurredAt: new Date(AT).toISOString(), data });
		expect(item).not.toHaveProperty('error');
	});

	test.each<[object, object, string]>([
		[
			row(14, '92', { errcode: 50004, syncAction: 'org_dept_create', errmsg: '不在范围内' }),
			{ deptId: [92], bizId: '92' },
			'不在范围内 (errcode 50004)',
		],
		[
			row(13, 'u1', { errcode: 50002, syncAction: 'user_role_change', errmsg: '不在范围内' }),
			{ userid: 'u1', bizId: 'u1' },
			'不在范围内 (errcode 50002)',
		],
	])('out of scope: it says so, and whom it is about', (push, data, error) => {
		expect(itemOf(push)).toMatchObject({ data, error });
	});
});

describe('a push and its entry in the failed-events list are one', () => {
	const pushed = (push: object) => fromPushedEvent(eventsOf(push as Record<string, unknown>, NOW)[0]);
	const listed = (type: string, entry: object, event_time = AT) => {
		const event = eventOfFailed({ [type]: { ...entry, corpid: 'dingc' }, call_back_tag: type, event_time }, NOW);
		if (!event) throw new Error('no event');
		return fromFailedEvent(event);
	};
	const meet = (one: ReturnType<typeof pushed>, other: ReturnType<typeof listed>) =>
		likenessesOf(one).some((name) => mayHaveComeAs(other).includes(name));

	test.each<[string, object, object]>([
		['user_leave_org', { UserId: ['u1'], OptStaffId: 'u2', TimeStamp: String(AT) }, { userid: ['u1'] }],
		['org_dept_remove', { DeptId: [97], TimeStamp: String(AT) }, { deptid: ['97'] }],
		[
			'label_conf_add',
			{ LabelIdList: [23], scope: '1', TimeStamp: String(AT) },
			{ roleLabelChange: { labelIdList: [23], scope: '1' } },
		],
		[
			'bpms_instance_change',
			{ ...ownApproval, corpId: 'dingc', type: 'finish', finishTime: AT },
			{ bpmsCallBackData: { ...ownApproval, type: 'finish', finishTime: AT } },
		],
		[
			'bpms_task_change',
			{ ...ownApproval, corpId: 'dingc', type: 'start', createTime: AT - 5, taskId: 7 },
			{
				bpmsCallBackData: { ...approval, EventType: 'bpms_task_change', type: 'start', createTime: AT - 5, taskId: 7 },
			},
		],
	])('%s', (type, push, entry) => {
		expect(meet(pushed({ EventType: type, ...corp, ...push }), listed(type, entry))).toBe(true);
		expect(meet(pushed({ EventType: type, ...corp, ...push }), listed('todo_task_create', entry))).toBe(false);
	});

	test('the same values at another time are another event, also in the list', () => {
		const push = pushed({ EventType: 'org_change', ...corp, TimeStamp: String(AT) });
		expect([meet(push, listed('org_change', {})), meet(push, listed('org_change', {}, AT + 1))]).toEqual([true, false]);
		expect(meet(listed('org_change', {}), listed('org_change', {}, AT + 1))).toBe(false);
	});

	test('over Stream as well, by the time of its headers or its own', () => {
		const headers = { eventType: 'user_leave_org', eventId: 'e', eventCorpId: 'dingc', eventBornTime: String(AT + 3) };
		const parsed = parseFrame(JSON.stringify(frame('EVENT', '*', { userId: ['u1'], timeStamp: String(AT) }, headers)));
		if (!parsed.ok) throw new Error('not read');
		const streamed = fromEventFrame(parsed.frame, NOW);
		for (const time of [AT, AT + 3])
			expect(meet(streamed, listed('user_leave_org', { userid: ['u1'] }, time))).toBe(true);
	});
});
