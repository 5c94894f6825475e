import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { signedIn } from './client';

/** Wednesday 2023-11-15, 06:13 in China. */
const NOW = 1_700_000_000_000;
let it: Sandbox;
beforeEach(async () => {
	it = await startSandbox({ now: () => NOW });
});
afterEach(() => it.close());

test('the data of a day, with a new punch in it', async () => {
	const { oapi } = await signedIn(it);
	const day = async (work_date: string, userid = 'user01') =>
		(await oapi('/topapi/attendance/getupdatedata', { userid, work_date })).body;
	expect(await day('2023-11-14')).toMatchObject({
		errcode: 0,
		success: true,
		result: {
			userid: 'user01',
			work_date: '2023-11-14 00:00:00',
			attendance_result_list: [
				{
					check_type: 'OnDuty',
					time_result: 'Normal',
					user_check_time: '2023-11-14 08:55:00',
					plan_check_time: '2023-11-14 09:00:00',
				},
				{ check_type: 'OffDuty', user_check_time: '2023-11-14 18:05:00' },
			],
		},
	});
	expect(await day('2023-11-13 00:00:00')).toMatchObject({
		result: { attendance_result_list: [{ time_result: 'Late' }, {}] },
	});
	expect(await day('2023-11-15')).toMatchObject({ result: { attendance_result_list: [] } });
	it.act.punchIn('user01');
	expect(await day('2023-11-15')).toMatchObject({
		result: { attendance_result_list: [{ user_check_time: '2023-11-15 06:13:20', check_type: 'OnDuty' }] },
	});
	expect(await day('15/11/2023')).toMatchObject({ errcode: 41100 });
	expect(await day('2023-11-15', 'x')).toMatchObject({ errcode: 33012 });
});

test('report columns and their values', async () => {
	const { oapi } = await signedIn(it);
	const { body } = await oapi('/topapi/attendance/getattcolumns');
	const { columns } = body.result as { columns: Array<{ id: number; alias: string }> };
	const id = (alias: string) => columns.find((one) => one.alias === alias)?.id;
	const values = async (
		from_date: string,
		to_date: string,
		column_id_list = `${id('attendance_days')},${id('late_times')}`,
	) => (await oapi('/topapi/attendance/getcolumnval', { userid: 'user01', column_id_list, from_date, to_date })).body;
	expect(await values('2023-11-13 00:00:00', '2023-11-15 23:59:59')).toMatchObject({
		result: {
			column_vals: [
				{
					column_vo: { id: id('attendance_days') },
					column_vals: [{ date: '2023-11-13 00:00:00', value: '1.0' }, { value: '1.0' }, { value: '0.0' }],
				},
				{ column_vo: { id: id('late_times') }, column_vals: [{ value: '1' }, { value: '0' }, { value: '0' }] },
			],
		},
	});
	expect(await values('2023-10-01 00:00:00', '2023-11-15 00:00:00')).toMatchObject({ errcode: 850012 });
	expect(
		await values('2023-11-14 00:00:00', '2023-11-15 00:00:00', Array.from({ length: 21 }, () => 1).join(',')),
	).toMatchObject({ errcode: 40035 });
});

test('punch results in pages, punch records by time', async () => {
	const { oapi } = await signedIn(it);
	const range = {
		workDateFrom: '2023-11-08 00:00:00',
		workDateTo: '2023-11-14 00:00:00',
		userIdList: ['zhangsan', 'lisi', 'user01'],
	};
	const results = async (more: object = {}) =>
		(await oapi('/attendance/list', { ...range, offset: 0, limit: 40, ...more })).body;
	const first = await results();
	expect([(first.recordresult as unknown[]).length, first.hasMore]).toEqual([40, true]);
	const second = await results({ offset: 40 });
	expect([(second.recordresult as unknown[]).length, second.hasMore]).toEqual([2, false]);
	expect(first.recordresult).toMatchObject(
		Array.from({ length: 40 }, () => ({ sourceType: 'USER', groupId: it.company.attendanceGroupId })),
	);
	expect(await results({ workDateTo: '2023-11-16 00:00:00' })).toMatchObject({ errcode: 41041 });
	expect(await results({ userIdList: Array.from({ length: 51 }, () => 'lisi') })).toMatchObject({ errcode: 40035 });
	expect(await results({ limit: 51 })).toMatchObject({ errcode: 40069 });

	const records = await oapi('/attendance/listRecord', {
		userIds: ['lisi'],
		checkDateFrom: '2023-11-14 08:00:00',
		checkDateTo: '2023-11-14 12:00:00',
	});
	expect(records.body).toMatchObject({
		errcode: 0,
		recordresult: [{ userId: 'lisi', checkType: 'OnDuty', isLegal: 'Y', corpId: it.company.corpId }],
	});
	expect(records.body.recordresult).toHaveLength(1);
	expect(it.problems()).toEqual([]);
});
