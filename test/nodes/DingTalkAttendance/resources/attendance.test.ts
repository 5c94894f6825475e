import { getColumns } from '../../../../nodes/DingTalkAttendance/resources/attendance/getColumns';
import { getColumnValues } from '../../../../nodes/DingTalkAttendance/resources/attendance/getColumnValues';
import { getRecords } from '../../../../nodes/DingTalkAttendance/resources/attendance/getRecords';
import { getResults } from '../../../../nodes/DingTalkAttendance/resources/attendance/getResults';
import { getUpdatedData } from '../../../../nodes/DingTalkAttendance/resources/attendance/getUpdatedData';
import { getAttendanceColumns } from '../../../../nodes/DingTalkAttendance/locators/getAttendanceColumns';
import { compile } from '../../../../nodes/protocol/request';
import type { Operation } from '../../../../nodes/runtime/operation';
import { slicesOf } from '../../../../nodes/runtime/split';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { punchAt } from '../../../../sandbox/http/attendance';
import { editor, execute, outputs, sandboxCredentials } from '../../../support/engine';

type Values = Parameters<Operation['request']>[0];
const china = (text: string) => Date.parse(`${text}+08:00`);
const ids = (count: number) => Array.from({ length: count }, (_, i) => `worker${i + 1}`);

describe('values in, request out', () => {
	const range = { from: china('2026-11-02T08:30:05'), to: china('2026-11-04T17:00:00') };
	const table: Array<[string, Operation, object, string, object]> = [
		// Bodies as on the documentation pages.
		[
			'getUpdatedData',
			getUpdatedData,
			{ person: 'userId123456', workDate: china('2018-05-02T21:00:00') },
			'/topapi/attendance/getupdatedata',
			{ userid: 'userId123456', work_date: '2018-05-02 00:00:00' },
		],
		[
			'the day is China’s',
			getUpdatedData,
			{ person: 'user01', workDate: Date.parse('2021-01-13T16:00:00Z') },
			'/topapi/attendance/getupdatedata',
			{ userid: 'user01', work_date: '2021-01-14 00:00:00' },
		],
		['getColumns', getColumns, {}, '/topapi/attendance/getattcolumns', {}],
		[
			'getColumnValues',
			getColumnValues,
			{ person: 'zhangsan', columns: ['1', '2', '3'], ...range },
			'/topapi/attendance/getcolumnval',
			{ userid: 'zhangsan', column_id_list: '1,2,3', from_date: '2026-11-02 00:00:00', to_date: '2026-11-04 23:59:59' },
		],
		[
			'getRecords',
			getRecords,
			{ people: ['user456', 'user123'], additionalFields: {}, ...range },
			'/attendance/listRecord',
			{ userIds: ['user456', 'user123'], checkDateFrom: '2026-11-02 08:30:05', checkDateTo: '2026-11-04 17:00:00' },
		],
		[
			'getResults',
			getResults,
			{ people: ['manager4220'], additionalFields: { isI18n: true }, ...range },
			'/attendance/list',
			{
				userIdList: ['manager4220'],
				workDateFrom: '2026-11-02 00:00:00',
				workDateTo: '2026-11-04 00:00:00',
				isI18n: true,
			},
		],
	];

	test.each(table)('%s', (_, operation, values, path, body) => {
		expect(compile(operation.route, operation.request(values as Values))).toMatchObject({
			method: 'POST',
			host: 'oapi',
			path,
			body,
		});
	});
});

describe('what is too long for one call', () => {
	const bodies = ({ fields, split = {}, request }: Operation, values: object) =>
		slicesOf(fields, split, values as Values).map((slice) => request(slice).body);

	test('punch records: 50 people, 7 days to the second', () => {
		const range = { from: china('2026-11-01T00:00:00'), to: china('2026-11-15T12:00:00') };
		const times = [
			['2026-11-01 00:00:00', '2026-11-07 23:59:59'],
			['2026-11-08 00:00:00', '2026-11-14 23:59:59'],
			['2026-11-15 00:00:00', '2026-11-15 12:00:00'],
		];
		const people = ids(120);
		const slices = [people.slice(0, 50), people.slice(50, 100), people.slice(100)];
		const expected = slices.flatMap((userIds) =>
			times.map(([checkDateFrom, checkDateTo]) => ({ userIds, checkDateFrom, checkDateTo })),
		);
		expect(bodies(getRecords, { people, ...range, additionalFields: {} })).toEqual(expected);
	});

	test('punch results: 7 whole days, the last one too although its hour is earlier', () => {
		const range = { from: china('2026-11-21T15:00:00'), to: china('2026-11-28T09:00:00') };
		expect(bodies(getResults, { people: ['a'], ...range, additionalFields: {} })).toMatchObject([
			{ workDateFrom: '2026-11-21 00:00:00', workDateTo: '2026-11-27 00:00:00' },
			{ workDateFrom: '2026-11-28 00:00:00', workDateTo: '2026-11-28 00:00:00' },
		]);
	});

	test('report: 20 columns, 31 days', () => {
		const columns = Array.from({ length: 21 }, (_, i) => String(i + 1));
		expect(
			bodies(getColumnValues, {
				person: 'a',
				columns,
				from: china('2026-01-01T00:00:00'),
				to: china('2026-02-01T00:00:00'),
			}),
		).toEqual([
			{
				userid: 'a',
				column_id_list: columns.slice(0, 20).join(','),
				from_date: '2026-01-01 00:00:00',
				to_date: '2026-01-31 23:59:59',
			},
			{
				userid: 'a',
				column_id_list: columns.slice(0, 20).join(','),
				from_date: '2026-02-01 00:00:00',
				to_date: '2026-02-01 23:59:59',
			},
			{ userid: 'a', column_id_list: '21', from_date: '2026-01-01 00:00:00', to_date: '2026-01-31 23:59:59' },
			{ userid: 'a', column_id_list: '21', from_date: '2026-02-01 00:00:00', to_date: '2026-02-01 23:59:59' },
		]);
	});
});

describe('against the sandbox', () => {
	const NOW = china('2026-11-21T12:00:00');
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ people: 60, now: () => NOW });
		let id = 900_000;
		for (let day = 8; day < 25; day++)
			for (const who of ['zhangsan', 'worker60'])
				sandbox.received.punches.push(punchAt((id += 2), who, NOW - day * 86_400_000, '仓库'));
	});
	afterAll(async () => await sandbox.close());
	afterEach(() => {
		expect(sandbox.problems()).toEqual([]);
		sandbox.clearLog();
	});

	const attendance = (operation: string, parameters: object) => ({
		credentials: sandboxCredentials(sandbox),
		parameters: { resource: 'attendance', operation, ...parameters },
	});
	const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path);
	const punches = (people: string[], from: number, to: number) =>
		sandbox.received.punches.filter(
			(one) => people.includes(one.userid) && one.checkTime >= from && one.checkTime <= to,
		);
	const numbers = (list: unknown[]) => list.map(Number).sort((a, b) => a - b);

	test('the data of a day, short and whole', async () => {
		const day = { person: 'user01', workDate: '2026-11-19T23:00:00' };
		const [short] = await outputs(attendance('getUpdatedData', { ...day, simplify: true }));
		expect(short).toMatchObject({
			userid: 'user01',
			work_date: '2026-11-19 00:00:00',
			attendance_result_list: [
				{
					check_type: 'OnDuty',
					plan_check_time: '2026-11-19 09:00:00',
					user_check_time: '2026-11-19 09:40:00',
					time_result: 'Late',
				},
				{ check_type: 'OffDuty', time_result: 'Normal' },
			],
			check_record_list: [{ valid_matched: true }, {}],
			approve_list: [],
		});
		expect(short).not.toHaveProperty('corpId');
		const [whole] = await outputs(attendance('getUpdatedData', { ...day, simplify: false }));
		expect(whole).toMatchObject({ corpId: sandbox.company.corpId });
	});

	test('columns, their list in the editor, their values', async () => {
		const columns = await outputs(attendance('getColumns', {}));
		expect(columns).toHaveLength(sandbox.company.attendanceColumns.length);
		const listed = await getAttendanceColumns.call(editor(attendance('getColumnValues', {})));
		expect(listed).toContainEqual({ name: '迟到次数', value: '129339040' });
		const values = await outputs(
			attendance('getColumnValues', {
				person: 'user01',
				columns: '129339040, 129339038',
				from: '2026-11-18T00:00:00',
				to: '2026-11-19T00:00:00',
			}),
		);
		expect(values).toEqual([
			{ userid: 'user01', column_id: 129339038, date: '2026-11-18 00:00:00', value: '1.0' },
			{ userid: 'user01', column_id: 129339038, date: '2026-11-19 00:00:00', value: '1.0' },
			{ userid: 'user01', column_id: 129339040, date: '2026-11-18 00:00:00', value: '0' },
			{ userid: 'user01', column_id: 129339040, date: '2026-11-19 00:00:00', value: '1' },
		]);
		const quarter = await outputs(
			attendance('getColumnValues', { person: 'user01', columns: [129339040], from: '2026-09-01', to: '2026-11-21' }),
		);
		expect(quarter.map(({ date }) => date)).toEqual(
			Array.from({ length: 82 }, (_, i) => new Date(Date.UTC(2026, 8, 1 + i)).toISOString().slice(0, 10) + ' 00:00:00'),
		);
	});

	test('punch records of many people over weeks: all of them, once', async () => {
		const people = [...ids(60), 'zhangsan', 'lisi'];
		const records = await outputs(
			attendance('getRecords', {
				people: people.join(','),
				from: '2026-10-28T00:00:00',
				to: '2026-11-21T12:00:00',
				returnAll: true,
				additionalFields: {},
			}),
		);
		const wanted = punches(people, china('2026-10-28T00:00:00'), NOW).map(({ id }) => id);
		expect(wanted.length).toBeGreaterThan(50);
		expect(numbers(records.map(({ id }) => id))).toEqual(numbers(wanted));
		expect(calls('/attendance/listRecord')).toHaveLength(2 * 4);
	});

	test('punch results: paged within each part, a limit ends the reading', async () => {
		const parameters = {
			people: 'zhangsan',
			peopleMore: { people: [{ person: { __rl: true, mode: 'mobile', value: sandbox.company.users[2]?.mobile } }] },
			from: '2026-11-01',
			to: '2026-11-21',
			additionalFields: {},
		};
		const results = await outputs(attendance('getResults', { ...parameters, returnAll: true }));
		expect(numbers(results.map(({ recordId }) => recordId))).toEqual(
			numbers(punches(['zhangsan', 'lisi'], china('2026-11-01T00:00:00'), NOW).map(({ id }) => id)),
		);
		expect(calls('/attendance/list')).toHaveLength(3);
		sandbox.clearLog();
		expect(await outputs(attendance('getResults', { ...parameters, returnAll: false, limit: 3 }))).toHaveLength(3);
		expect(calls('/attendance/list').map(({ body }) => body)).toMatchObject([
			{ userIdList: ['zhangsan', 'lisi'], offset: 0, limit: 3 },
		]);
	});

	test('more than a page of results in one part', async () => {
		sandbox.received.punches.push(
			...ids(50).flatMap((who, i) =>
				[2, 3].map((hours) => punchAt(700_000 + 10 * i + hours, who, NOW - hours * 3_600_000, '工厂')),
			),
		);
		const results = await outputs(
			attendance('getResults', {
				people: ids(50),
				from: '2026-11-21',
				to: '2026-11-21',
				returnAll: true,
				additionalFields: {},
			}),
		);
		expect(new Set(results.map(({ recordId }) => recordId)).size).toBe(100);
		expect(calls('/attendance/list').map(({ body }) => body)).toMatchObject([
			{ offset: 0, limit: 50 },
			{ offset: 50, limit: 50 },
		]);
	});

	test('a failure of one part fails the item', async () => {
		sandbox.fault({ match: '/attendance/listRecord', kind: 'quota' });
		await expect(
			execute(
				attendance('getRecords', {
					people: 'zhangsan',
					from: '2026-10-28',
					to: '2026-11-21',
					returnAll: true,
					additionalFields: {},
				}),
			),
		).rejects.toMatchObject({ context: { code: '90020' } });
	});

	test.each([
		[
			'To: is before "From"',
			'getRecords',
			{ people: 'zhangsan', from: '2026-11-21', to: '2026-11-20', additionalFields: {}, returnAll: true },
		],
		[
			'People: is empty',
			'getResults',
			{ people: '', from: '2026-11-20', to: '2026-11-21', additionalFields: {}, returnAll: true },
		],
		[
			'Column Names or IDs: is empty',
			'getColumnValues',
			{ person: 'zhangsan', columns: [], from: '2026-11-20', to: '2026-11-21' },
		],
		[
			'Work Date: is not a date and time: "soon"',
			'getUpdatedData',
			{ person: 'zhangsan', workDate: 'soon', simplify: true },
		],
	])('%s', async (sentence, operation, parameters) => {
		await expect(execute(attendance(operation, parameters))).rejects.toThrow(sentence);
		expect(sandbox.log).toEqual([]);
	});
});
