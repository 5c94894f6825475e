import { TURN_GROUP } from '../../../../sandbox/data/attendance';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { outputs } from '../../../support/engine';
import { attendance, BONUS, NOW } from './support';

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

/** Each zone with a moment, and the calendar day that it is there. */
const ZONES: Array<[string, string, string]> = [
	['Pacific/Midway', '2026-11-20T10:30:00Z', '2026-11-19'],
	['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01'],
	['America/New_York', '2026-11-01T03:59:59Z', '2026-10-31'],
	['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
	['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25'],
	['Asia/Kolkata', '2026-11-20T18:30:00Z', '2026-11-21'],
	['Asia/Shanghai', '2026-11-20T15:59:59Z', '2026-11-20'],
	['Australia/Lord_Howe', '2026-11-20T13:00:00Z', '2026-11-21'],
	['Pacific/Auckland', '2026-11-20T11:00:00Z', '2026-11-21'],
	['Pacific/Kiritimati', '2026-11-20T10:00:00Z', '2026-11-21'],
];
const china = (day: string, time = '00:00:00') => Date.parse(`${day}T${time}+08:00`);
const FIELDS: Array<[string, string, object, (at: string) => object, string, (day: string) => object]> = [
	[
		'schedule',
		'getAll',
		{ people: 'lisi' },
		(at) => ({ from: at, to: at }),
		'/topapi/attendance/schedule/listbyusers',
		(day) => ({ from_date_time: china(day), to_date_time: china(day, '23:59:59') }),
	],
	[
		'schedule',
		'getDay',
		{},
		(at) => ({ workDate: at }),
		'/topapi/attendance/listschedule',
		(day) => ({ workDate: `${day} 00:00:00` }),
	],
	[
		'schedule',
		'set',
		{ group: String(TURN_GROUP), scheduleJson: '' },
		(at) => ({ schedule: { rows: [{ people: 'lisi', shiftToSet: '1', from: at, to: at }] } }),
		'/topapi/attendance/group/schedule/async',
		(day) => ({ schedules: [{ userid: 'lisi', work_date: china(day), shift_id: 1, is_rest: true }] }),
	],
	[
		'leave',
		'updateBalances',
		{ leaveTypeToFill: BONUS, people: 'lisi', amount: 1, unit: 'quota_num_per_day' },
		(at) => ({ additionalFields: { validFrom: at, validUntil: at } }),
		'/topapi/attendance/vacation/quota/update',
		(day) => ({ leave_quotas: [{ start_time: china(day), end_time: china(day, '23:59:59') }] }),
	],
	[
		'attendance',
		'calculateDuration',
		{ person: 'lisi', kind: 'leave', durationUnit: 'day', leaveType: '' },
		(at) => ({ from: at, to: at }),
		'/v1.0/attendance/approvals/durations/calculate',
		(day) => ({ fromTime: day, toTime: day }),
	],
	[
		'attendance',
		'getResults',
		{ people: 'lisi' },
		(at) => ({ from: at, to: at }),
		'/attendance/list',
		(day) => ({ workDateFrom: `${day} 00:00:00`, workDateTo: `${day} 00:00:00` }),
	],
	[
		'attendance',
		'getColumnValues',
		{ person: 'lisi', columns: ['129339038'] },
		(at) => ({ from: at, to: at }),
		'/topapi/attendance/getcolumnval',
		(day) => ({ from_date: `${day} 00:00:00`, to_date: `${day} 23:59:59` }),
	],
	[
		'attendance',
		'getUpdatedData',
		{ person: 'lisi' },
		(at) => ({ workDate: at }),
		'/topapi/attendance/getupdatedata',
		(day) => ({ work_date: `${day} 00:00:00` }),
	],
];

test('a planned punch that was moved shows both times', async () => {
	sandbox.alter('POST /topapi/attendance/listschedule', (answer) => {
		const { result } = answer as { result: { schedules: object[] } };
		const moved = result.schedules.map((one) => ({ ...one, changed_check_time: '2026-11-20 10:00:00' }));
		return { ...(answer as object), result: { ...result, schedules: moved } };
	});
	const [first] = await outputs(node('schedule', 'getDay', { workDate: '2026-11-20', simplify: true }));
	expect(first).toMatchObject({ plan_check_time: '2026-11-20 09:00:00', changed_check_time: '2026-11-20 10:00:00' });
});

test.each(FIELDS)(
	'%s %s: a whole day is the calendar day of the workflow’s zone',
	async (resource, operation, parameters, days, path, wanted) => {
		for (const [zone, at, day] of ZONES) {
			sandbox.clearLog();
			await outputs(node(resource, operation, { ...parameters, ...days(at) }, zone));
			expect([zone, at, calls(path)[0]?.body]).toMatchObject([zone, at, wanted(day)]);
		}
	},
);
