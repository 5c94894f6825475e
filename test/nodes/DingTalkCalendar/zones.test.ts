/** Days and times in every zone: what a form says in one zone is what DingTalk is told, whatever the machine's zone is. */
import { DateTime } from 'luxon';
import { when } from '../../../nodes/DingTalkCalendar/resources/event/when';
import { recurrence } from '../../../nodes/DingTalkCalendar/resources/event/recurrence';
import { busyTimesOf, freeTimes, openTimes, shownTime } from '../../../nodes/DingTalkCalendar/flows/freeTimes';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { outputs, sandboxCredentials } from '../../support/engine';

/** From UTC−11 to UTC+14, half hours and quarters too, and every kind of clock change. */
const ZONES = [
	'Pacific/Pago_Pago',
	'Pacific/Honolulu',
	'America/Los_Angeles',
	'America/New_York',
	'America/St_Johns',
	'America/Sao_Paulo',
	'UTC',
	'Europe/London',
	'Europe/Berlin',
	'Africa/Cairo',
	'Asia/Kolkata',
	'Asia/Kathmandu',
	'Asia/Shanghai',
	'Asia/Tokyo',
	'Australia/Adelaide',
	'Australia/Lord_Howe',
	'Pacific/Auckland',
	'Pacific/Chatham',
	'Pacific/Apia',
	'Pacific/Kiritimati',
];
/** Ordinary days, ends of months and years, a leap day, and days on which clocks are changed in one of the zones. */
const DAYS = [
	'2026-12-01',
	'2026-12-31',
	'2027-02-28',
	'2028-02-29',
	'2026-03-08',
	'2026-03-29',
	'2026-04-05',
	'2026-04-24',
	'2026-09-27',
	'2026-10-04',
	'2026-10-25',
	'2026-10-29',
	'2026-11-01',
];
const next = (day: string) => DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
const cases = ZONES.flatMap((zone) => DAYS.map((day) => [zone, day] as const));

test.each(cases)('%s, %s: a whole day is that day from its first to its last moment', (zone, day) => {
	const first = DateTime.fromISO(day, { zone }).startOf('day').toMillis();
	const last = DateTime.fromISO(day, { zone }).endOf('day').toMillis();
	for (const [from, to] of [
		[first, first],
		[first, last],
		[last, last],
	] as const)
		expect(when(true, from, to, zone)).toEqual({ isAllDay: true, start: { date: day }, end: { date: next(day) } });
});

test.each(cases)('%s, %s: a series counts to the last second of its last day', (zone, day) => {
	const rule = recurrence(
		{
			repeats: true,
			frequency: 'daily',
			interval: 1,
			index: undefined,
			daysOfWeek: undefined,
			dayOfMonth: undefined,
			stops: 'endDate',
			times: undefined,
			lastDay: day,
		},
		zone,
	);
	const end = DateTime.fromISO(String(rule?.range.endDate), { setZone: true });
	expect(end.toFormat('yyyy-MM-dd')).toBe(day);
	expect(end.toMillis()).toBe(DateTime.fromISO(day, { zone }).endOf('day').startOf('second').toMillis());
});

test.each([
	['Asia/Tokyo', '2026-12-01T09:00:00+09:00', '2026-12-01T10:00:00+09:00'],
	['America/New_York', '2026-11-30T19:00:00-05:00', '2026-11-30T20:00:00-05:00'],
	['Pacific/Kiritimati', '2026-12-01T14:00:00+14:00', '2026-12-01T15:00:00+14:00'],
	['Pacific/Pago_Pago', '2026-11-30T13:00:00-11:00', '2026-11-30T14:00:00-11:00'],
	['Asia/Kathmandu', '2026-12-01T05:45:00+05:45', '2026-12-01T06:45:00+05:45'],
])('times in %s', (zone, start, end) => {
	expect(when(false, Date.parse('2026-12-01T00:00:00Z'), Date.parse('2026-12-01T01:00:00Z'), zone)).toEqual({
		isAllDay: false,
		start: { dateTime: start, timeZone: zone },
		end: { dateTime: end, timeZone: zone },
	});
});

test('across the clock change start and end have their own offsets', () => {
	const at = when(false, Date.parse('2026-03-29T00:30:00Z'), Date.parse('2026-03-29T01:30:00Z'), 'Europe/Berlin');
	expect([at.start, at.end]).toMatchObject([
		{ dateTime: '2026-03-29T01:30:00+01:00' },
		{ dateTime: '2026-03-29T03:30:00+02:00' },
	]);
});

describe('free times', () => {
	const at = (text: string, zone: string) => DateTime.fromISO(text, { zone }).toMillis();
	const nine = { from: 9 * 60, to: 18 * 60 };

	test.each(ZONES)('%s: working hours are by the clock of each day, also where it is changed', (zone) => {
		for (const day of DAYS) {
			const time = { start: at(day, zone), end: DateTime.fromISO(day, { zone }).plus({ days: 1 }).toMillis() };
			expect(openTimes(time, nine, zone, false).map((one) => shownTime(one, zone))).toMatchObject([
				{
					start: expect.stringContaining(`${day}T09:00:00`),
					end: expect.stringContaining(`${day}T18:00:00`),
					minutes: 540,
				},
			]);
		}
	});

	test.each(ZONES)(
		"%s: a whole day, which DingTalk gives in UTC, is busy on that day of the workflow's zone",
		(zone) => {
			const times = (start: object, end: object) =>
				busyTimesOf({ scheduleItems: [{ status: 'BUSY', start, end }] }, zone);
			const day = { start: at('2026-12-01', zone), end: at('2026-12-02', zone) };
			const midnight = (date: string) => ({ dateTime: `${date}T00:00:00Z`, timeZone: 'UTC' });
			expect(times(midnight('2026-12-01'), midnight('2026-12-02'))).toEqual([day]);
			expect(times({ date: '2026-12-01' }, { date: '2026-12-02' })).toEqual([day]);
			// The same midnight, as Shanghai's clock shows it, with its date beside it.
			const shown = (date: string) => ({ date, dateTime: `${date}T08:00:00+08:00`, timeZone: 'UTC' });
			expect(times(shown('2026-12-01'), shown('2026-12-02'))).toEqual([day]);
		},
	);

	test('gaps are what nobody has taken; weekends are left out; nights touch where hours are the whole day', () => {
		const zone = 'Europe/Berlin';
		const hour = (text: string) => at(`2026-12-${text}`, zone);
		const time = { start: hour('04T12:00'), end: hour('07T12:00') };
		const busy = [
			{ start: hour('04T13:00'), end: hour('04T14:30') },
			{ start: hour('04T14:00'), end: hour('04T15:00') },
			{ start: hour('07T08:00'), end: hour('07T09:30') },
		];
		const shown = freeTimes(openTimes(time, nine, zone, true), busy).map((one) => shownTime(one, zone));
		expect(shown.map(({ start, minutes }) => [String(start).slice(8, 16), minutes])).toEqual([
			['04T12:00', 60],
			['04T15:00', 180],
			['07T09:30', 150],
		]);
		expect(freeTimes(openTimes(time, { from: 0, to: 1440 }, zone, false), [])).toEqual([time]);
	});
});

describe('an event with a zone of its own', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	const create = async (zone: string, parameters: object) =>
		await outputs({
			credentials: sandboxCredentials(sandbox),
			product: 'dingTalkCalendar',
			timezone: 'Europe/Berlin',
			parameters: {
				resource: 'event',
				operation: 'create',
				summary: zone,
				options: { timeZone: { __rl: true, mode: 'id', value: zone } },
				...parameters,
			},
		});

	test.each(ZONES)(
		'%s: times without a zone, and days, are in it; a time with an offset stays what it is',
		async (zone) => {
			const [timed] = await create(zone, {
				start: '2026-12-01T09:00:00',
				end: '2026-12-02T12:00:00Z',
				wholeDay: false,
			});
			expect(timed).toMatchObject({
				start: { dateTime: expect.stringContaining('2026-12-01T09:00:00'), timeZone: zone },
			});
			expect(Date.parse(String(Reflect.get(Object(timed?.end), 'dateTime')))).toBe(Date.parse('2026-12-02T12:00:00Z'));
			const [whole] = await create(zone, { start: '2026-12-01T00:00:00', end: '2026-12-03T23:59:00', wholeDay: true });
			expect(whole).toMatchObject({ start: { date: '2026-12-01' }, end: { date: '2026-12-04' } });
		},
	);
});
