import { attendanceColumns } from '../../../../nodes/DingTalkAttendance/locators/attendanceColumns';
import { loadOptionsOf } from '../../../../nodes/runtime/list';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { punchAt } from '../../../../sandbox/http/attendance';
import { editor, execute, outputs, sandboxCredentials } from '../../../support/engine';

const china = (text: string) => Date.parse(`${text}+08:00`);
const ids = (count: number) => Array.from({ length: count }, (_, i) => `worker${i + 1}`);

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
		const listed = await loadOptionsOf(attendanceColumns).call(editor(attendance('getColumnValues', {})));
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

	test('a column that is the same on all days comes once for a person, however long the time is', async () => {
		const values = await outputs(
			attendance('getColumnValues', {
				person: 'user01,lisi',
				columns: [129339043],
				from: '2026-06-01',
				to: '2026-11-21',
			}),
		);
		expect(calls('/topapi/attendance/getcolumnval').length).toBeGreaterThan(10);
		expect(values).toEqual(
			['user01', 'lisi'].map((userid) => ({ userid, column_id: 129339043, fixed_value: '00021' })),
		);
	});

	test('report: one call per person, 20 columns and 31 days', async () => {
		const columns = Array.from({ length: 21 }, (_, i) => String(i + 1));
		const [first, second] = [columns.slice(0, 20).join(','), '21'];
		await outputs(
			attendance('getColumnValues', { person: 'user01,lisi', columns, from: '2026-09-01', to: '2026-10-02' }),
		);
		const part = (userid: string, column_id_list: string, from: string, to: string) => ({
			userid,
			column_id_list,
			from_date: `2026-${from} 00:00:00`,
			to_date: `2026-${to} 23:59:59`,
		});
		expect(calls('/topapi/attendance/getcolumnval').map(({ body }) => body)).toEqual(
			['user01', 'lisi'].flatMap((who) =>
				[first, second].flatMap((list) => [part(who, list, '09-01', '10-01'), part(who, list, '10-02', '10-02')]),
			),
		);
	});

	test('only irregular punches, before the limit is counted', async () => {
		const parameters = { people: 'user01,lisi', from: '2026-11-14', to: '2026-11-20', returnAll: false, limit: 2 };
		const irregular = await outputs(
			attendance('getResults', { ...parameters, additionalFields: { onlyIrregular: true } }),
		);
		expect(irregular.map(({ userId, timeResult }) => `${String(userId)} ${String(timeResult)}`)).toEqual([
			'user01 Late',
			'user01 Late',
		]);
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
			{ userIdList: ['zhangsan', 'lisi'], offset: 0, limit: 50 },
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
