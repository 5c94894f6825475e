import { getColumns } from '../../../../nodes/DingTalkAttendance/resources/attendance/getColumns';
import { getRecords } from '../../../../nodes/DingTalkAttendance/resources/attendance/getRecords';
import { getResults } from '../../../../nodes/DingTalkAttendance/resources/attendance/getResults';
import { getUpdatedData } from '../../../../nodes/DingTalkAttendance/resources/attendance/getUpdatedData';
import { compile } from '../../../../nodes/protocol/request';
import type { Operation } from '../../../../nodes/runtime/operation';
import { slicesOf } from '../../../../nodes/runtime/split';

type Values = Parameters<Operation['request']>[0];
const china = (text: string) => Date.parse(`${text}+08:00`);
const ids = (count: number) => Array.from({ length: count }, (_, i) => `worker${i + 1}`);

describe('values in, request out', () => {
	const range = { from: china('2026-11-02T08:30:05'), to: china('2026-11-04T17:00:00') };
	const days = { from: '2026-11-02', to: '2026-11-04' };
	const table: Array<[string, Operation, object, string, object]> = [
		// Bodies as on the documentation pages.
		[
			'getUpdatedData',
			getUpdatedData,
			{ person: 'userId123456', workDate: '2018-05-02' },
			'/topapi/attendance/getupdatedata',
			{ userid: 'userId123456', work_date: '2018-05-02 00:00:00' },
		],
		['getColumns', getColumns, {}, '/topapi/attendance/getattcolumns', {}],
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
			{ people: ['manager4220'], additionalFields: { isI18n: true }, ...days },
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
		expect(
			compile(operation.route, operation.request(values as Values, { timezone: 'Asia/Shanghai', found: undefined })),
		).toMatchObject({
			method: 'POST',
			host: 'oapi',
			path,
			body,
		});
	});
});

describe('what is too long for one call', () => {
	const bodies = ({ fields, split = {}, request }: Operation, values: object) =>
		slicesOf(fields, split, values as Values).map(
			(slice) => request(slice, { timezone: 'Asia/Shanghai', found: undefined }).body,
		);

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
		const range = { from: '2026-11-21', to: '2026-11-28' };
		expect(bodies(getResults, { people: ['a'], ...range, additionalFields: {} })).toMatchObject([
			{ workDateFrom: '2026-11-21 00:00:00', workDateTo: '2026-11-27 00:00:00' },
			{ workDateFrom: '2026-11-28 00:00:00', workDateTo: '2026-11-28 00:00:00' },
		]);
	});
});
