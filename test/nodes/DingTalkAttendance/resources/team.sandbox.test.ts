import { checkInCalls } from '../../../../nodes/DingTalkAttendance/resources/checkIn/getAll';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { DAY_SHIFT, TURN_GROUP } from '../../../../sandbox/data/attendance';
import { execute, outputs } from '../../../support/engine';
import { attendance, BONUS, NOW } from './support';

const DAY = 86_400_000;
const workers = (count: number) => Array.from({ length: count }, (_, i) => `worker${i + 1}`);

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ people: 320, now: () => NOW });
});
afterEach(async () => {
	await sandbox.close();
	expect(sandbox.problems()).toEqual([]);
});

const node = attendance(() => sandbox);
const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path);

test('groups: listed, found, read, changed 20 at a time', async () => {
	expect(await outputs(node('group', 'getAll', { details: false }))).toMatchObject([
		{ name: '总部考勤' },
		{ name: '轮班考勤' },
	]);
	expect(await outputs(node('group', 'getAll', { details: false, filters: { groupName: '轮班' } }))).toHaveLength(1);
	expect(await outputs(node('group', 'getAll', { details: true, filters: { groupName: '总部' } }))).toMatchObject([
		{ group_name: '总部考勤', type: 'FIXED' },
	]);
	const [group] = await outputs(node('group', 'get', { group: String(sandbox.company.attendanceGroupId) }));
	expect(group).toMatchObject({ name: '总部考勤', manager_list: ['manager7675'] });
	const [own] = await outputs(node('group', 'getByUser', { person: 'wangwu' }));
	expect(own).toMatchObject({
		name: '总部考勤',
		classes: [
			{ sections: [{ start: { time: '09:00' }, end: { time: '18:00', nextDay: false } }], break: { start: '12:00' } },
		],
	});
	const change = {
		group: String(TURN_GROUP),
		scheduleFrom: 0,
		changes: { addPeople: workers(45), removeDepartments: '300' },
	};
	await outputs(node('group', 'updateMembers', change));
	expect(calls('/topapi/attendance/group/member/update')).toHaveLength(3);
	const members = await outputs(node('group', 'getMembers', { group: String(TURN_GROUP), settings: false }));
	expect(members.map(({ userid }) => userid)).toEqual(['zhangsan', 'lisi', 'user01', ...workers(45)]);
	const settings = await outputs(
		node('group', 'getMembers', { group: String(sandbox.company.attendanceGroupId), settings: true }),
	);
	expect(settings[0]).toEqual({ member_id: 'manager7675', type: 'person', exempt: true });
	const none = node('group', 'updateMembers', { group: '1', scheduleFrom: 0, changes: {} });
	await expect(execute(none)).rejects.toThrow('Changes: are empty');
});

test('shifts: listed, found, read', async () => {
	expect(await outputs(node('shift', 'getAll', {}))).toMatchObject([{ name: '白班' }, { name: '夜班' }]);
	expect(await outputs(node('shift', 'getAll', { filters: { shiftName: '夜' } }))).toMatchObject([{ name: '夜班' }]);
	expect((await outputs(node('shift', 'get', { shift: '678215070' })))[0]).toMatchObject({
		sections: [{ start: { time: '20:00', nextDay: false }, end: { time: '05:00', nextDay: true } }],
		work_time_minutes: 480,
	});
});

test('a schedule is set for many days of many people and items, 200 a call, and read again', async () => {
	const row = (people: string, shiftToSet: string, from: string, to: string) => ({ people, shiftToSet, from, to });
	const rows = [
		row(workers(30).join(','), String(DAY_SHIFT), '2026-11-23', '2026-11-27'),
		row('lisi', '1', '2026-11-23', '2026-11-24'),
	];
	const call = node('schedule', 'set', { group: String(TURN_GROUP), schedule: { rows }, scheduleJson: '' });
	const done = await outputs({ ...call, items: [{ json: {} }, { json: {} }] });
	expect(done).toEqual(Array(2).fill({ group_id: String(TURN_GROUP), count: 152, success: true }));
	expect(
		calls('/topapi/attendance/group/schedule/async').map(({ body }) => (body as { schedules: [] }).schedules.length),
	).toEqual([200, 104]);
	const read = await outputs(
		node('schedule', 'getAll', { people: ['lisi', ...workers(30)].join(','), from: '2026-11-23', to: '2026-11-30' }),
	);
	expect(calls('/topapi/attendance/schedule/listbyusers')).toHaveLength(2);
	expect(read).toHaveLength(2 + 30 * 5 * 2);
	expect(read[0]).toMatchObject({ userid: 'lisi', is_rest: 'Y', shift_id: 0, work_date: '2026-11-23 00:00:00' });
	const day = await outputs(node('schedule', 'getDay', { workDate: '2026-11-23' }));
	expect(day.filter(({ userid }) => userid === 'worker1').map(({ plan_check_time }) => plan_check_time)).toEqual([
		'2026-11-23 09:00:00',
		'2026-11-23 18:00:00',
	]);
	const clear = '[{"userid":"worker1","work_date":"2026-11-23","shift_id":-2}]';
	await outputs(node('schedule', 'set', { group: String(TURN_GROUP), schedule: {}, scheduleJson: clear }));
	expect(sandbox.data.attendance.schedule.has('worker1 2026-11-23')).toBe(false);
});

test('leave balances: 300 people are three calls, from one item or from 300', async () => {
	const path = '/topapi/attendance/vacation/quota/update';
	const set = {
		leaveTypeToFill: BONUS,
		amount: 7.25,
		unit: 'quota_num_per_day',
		additionalFields: { quotaCycle: '2026' },
	};
	const one = await outputs(node('leave', 'updateBalances', { ...set, people: workers(300).join(',') }));
	expect(one).toHaveLength(300);
	expect(calls(path)).toHaveLength(3);
	sandbox.clearLog();
	const items = workers(300).map((userid, i) => ({ json: { userid, days: i / 4 } }));
	const many = {
		...node('leave', 'updateBalances', { ...set, people: '={{ $json.userid }}', amount: '={{ $json.days }}' }),
		items,
	};
	expect((await outputs(many))[299]).toEqual({ userid: 'worker300', leave_code: BONUS, updated: true });
	expect(calls(path)).toHaveLength(3);
	const read = await outputs(node('leave', 'getBalances', { leaveType: BONUS, people: workers(300).join(',') }));
	expect(calls('/topapi/attendance/vacation/quota/list')).toHaveLength(6);
	expect(read[5]).toMatchObject({ userid: 'worker6', total_days: 1.25, used_days: 0, left_days: 1.25 });
});

test('leave: what failed is named, types, balances of every type, changes, who is away', async () => {
	const set = { leaveTypeToFill: BONUS, amount: 5, unit: 'quota_num_per_day' };
	const company = { ...set, leaveTypeToFill: 'leave-sandbox-annual', people: 'lisi' };
	await expect(execute(node('leave', 'updateBalances', company))).rejects.toThrow('只能更新通过接口创建的假期类型');
	await outputs(node('leave', 'updateBalances', { ...set, people: 'lisi,zhangsan' }));
	const balances = await outputs(node('leave', 'getBalances', { leaveType: '', people: 'lisi' }));
	expect(balances).toMatchObject([
		{ leave_name: '年假', total_days: 10, used_days: 2.5, left_days: 7.5 },
		{ leave_name: '福利假', left_days: 5 },
	]);
	expect(await outputs(node('leave', 'getTypes', {}))).toMatchObject([
		{ leave_name: '年假', hours_in_per_day: 8 },
		{},
		{},
	]);
	expect(await outputs(node('leave', 'getTypes', { filters: { source: 'api' } }))).toHaveLength(2);
	expect(await outputs(node('leave', 'getRecords', { leaveType: BONUS, people: 'lisi,zhangsan' }))).toMatchObject([
		{ userId: 'lisi', days: 5 },
		{ userId: 'zhangsan', days: 5 },
	]);
	const away = node('leave', 'getStatus', {
		people: ['lisi', ...workers(120)].join(','),
		from: '2026-11-01',
		to: '2026-11-21',
	});
	expect(await outputs(away)).toMatchObject([{ userid: 'lisi', duration: 1, unit: 'day' }]);
	expect(calls('/topapi/attendance/getleavestatus')).toHaveLength(2);
});

test('check-ins of people and of a department, with place and pictures', async () => {
	const range = { from: '2026-11-19T00:00:00', to: '2026-11-21T12:00:00' };
	expect(await outputs(node('checkIn', 'getAll', { people: 'lisi,user01', ...range }))).toMatchObject([
		{ userid: 'lisi', latitude: '30.286046' },
		{ userid: 'user01' },
	]);
	const department = { department: '100', ...range, additionalFields: { order: 'desc' } };
	expect(await outputs(node('checkIn', 'getByDepartment', department))).toMatchObject([
		{ name: '张三', latitude: '30.208327', longitude: '120.211903', imageList: [expect.any(String)] },
		{ name: '赵六' },
		{ name: '李四' },
	]);
});

test.each([
	[1, 20, 2],
	[3, 10, 3],
	[30, 1, 3],
	[25, 3, 9],
	[5, 30, 15],
])('check-ins of %i people over %i days are %i calls', (people, days, count) => {
	expect(checkInCalls({ people: workers(people), from: 0, to: days * DAY - 1 })).toHaveLength(count);
});

test('leave decided elsewhere: calculated, recorded, changed, taken back; a punch of a machine', async () => {
	const days = {
		person: 'lisi',
		kind: 'leave',
		durationUnit: 'day',
		from: '2026-11-23',
		to: '2026-11-24',
		leaveType: '',
	};
	expect(await outputs(node('attendance', 'calculateDuration', days))).toMatchObject([{ duration: 2 }]);
	const record = { ...days, approveId: 'own-1', subType: '年假' };
	expect(await outputs(node('attendance', 'createApproval', record))).toMatchObject([
		{ approveId: 'own-1', duration: 2 },
	]);
	await outputs(
		node('attendance', 'createApproval', {
			...record,
			durationUnit: 'halfDay',
			from: '2026-11-23T09:00:00',
			to: '2026-11-23T14:00:00',
		}),
	);
	expect(sandbox.data.attendance.approvals).toMatchObject([{ fromTime: '2026-11-23 AM', toTime: '2026-11-23 PM' }]);
	await outputs(node('attendance', 'cancelApproval', { person: 'lisi', approveId: 'own-1' }));
	expect(sandbox.data.attendance.approvals).toEqual([]);
	await outputs(
		node('attendance', 'uploadPunch', {
			person: 'worker1',
			checkTime: '2026-11-20T08:55:00',
			deviceName: '东门',
			deviceId: 'gate-1',
		}),
	);
	expect(sandbox.received.punches.at(-1)).toMatchObject({ userid: 'worker1', timeResult: 'Normal', address: '东门' });
});

test.each<[string, string, string, object]>([
	['To: is before "From"', 'attendance', 'createApproval', { to: '2026-11-20' }],
	['more than 31 days', 'attendance', 'createApproval', { to: '2027-01-20' }],
	[
		'must be Hour for overtime',
		'attendance',
		'createApproval',
		{ kind: 'overtime', overtimeDuration: 2, overTimeToMore: 1 },
	],
	['Year: must be a year', 'leave', 'updateBalances', { additionalFields: { quotaCycle: '26' } }],
	[
		'Valid Until: is before',
		'leave',
		'updateBalances',
		{ additionalFields: { validFrom: '2026-12-01', validUntil: '2026-11-01' } },
	],
	[
		'is no shift ID',
		'schedule',
		'set',
		{ schedule: { rows: [{ people: 'lisi', shiftToSet: '白班', from: '2026-11-23', to: '2026-11-23' }] } },
	],
	[
		'To: is before "From"',
		'schedule',
		'set',
		{ schedule: { rows: [{ people: 'lisi', shiftToSet: '1', from: '2026-11-24', to: '2026-11-23' }] } },
	],
	['Schedule (JSON): wants entries', 'schedule', 'set', { scheduleJson: '[{"userid":"lisi"}]' }],
	['Schedule: is empty', 'schedule', 'set', {}],
])('refused before any call: %s', async (sentence, resource, operation, more) => {
	const all = {
		person: 'lisi',
		kind: 'leave',
		approveId: 'a',
		durationUnit: 'day',
		from: '2026-11-23',
		to: '2026-11-24',
		subType: '年假',
		leaveTypeToFill: BONUS,
		people: 'lisi',
		amount: 5,
		unit: 'quota_num_per_day',
		group: String(TURN_GROUP),
	};
	await expect(execute(node(resource, operation, { ...all, ...more }))).rejects.toThrow(sentence);
	expect(sandbox.log).toEqual([]);
});
