import { startSandbox, type Sandbox } from '../../../sandbox';
import { when } from '../../../nodes/DingTalkCalendar/resources/event/when';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

describe('start and end on the wire', () => {
	test.each([
		// An evening in Berlin is the next day in China: the day is the workflow's.
		['Europe/Berlin', '2026-12-01T08:00:00+01:00', '2026-12-01T23:00:00+01:00', '2026-12-01', '2026-12-02'],
		['Asia/Tokyo', '2026-11-30T15:00:00Z', '2026-12-01T14:59:59Z', '2026-12-01', '2026-12-02'],
		['America/New_York', '2026-12-01T05:00:00Z', '2026-12-02T04:59:59Z', '2026-12-01', '2026-12-02'],
		['Pacific/Kiritimati', '2026-11-30T10:00:00Z', '2026-12-01T09:59:59Z', '2026-12-01', '2026-12-02'],
		['Pacific/Pago_Pago', '2026-12-01T11:00:00Z', '2026-12-02T10:59:59Z', '2026-12-01', '2026-12-02'],
		// Both days around the clock change have 23 and 24 hours; a year ends.
		['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29', '2026-03-30'],
		['Europe/Berlin', '2026-12-30T23:00:00Z', '2026-12-31T22:30:00Z', '2026-12-31', '2027-01-01'],
	])('whole days in %s', (zone, start, end, first, after) => {
		expect(when(true, Date.parse(start), Date.parse(end), zone)).toEqual({
			isAllDay: true,
			start: { date: first },
			end: { date: after },
		});
	});

	test.each([
		['Asia/Tokyo', '2026-12-01T09:00:00+09:00', '2026-12-01T10:00:00+09:00'],
		['America/New_York', '2026-11-30T19:00:00-05:00', '2026-11-30T20:00:00-05:00'],
		['Pacific/Kiritimati', '2026-12-01T14:00:00+14:00', '2026-12-01T15:00:00+14:00'],
		['Pacific/Pago_Pago', '2026-11-30T13:00:00-11:00', '2026-11-30T14:00:00-11:00'],
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
});

describe('in the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	const event = (operation: string, parameters: object, timezone = 'Europe/Berlin') => ({
		credentials: sandboxCredentials(sandbox),
		product: 'dingTalkCalendar',
		parameters: { resource: 'event', operation, ...parameters },
		timezone,
	});
	const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });

	test('an event is created, found, moved to whole days and deleted', async () => {
		const [, second, third] = sandbox.company.users;
		const [created] = await outputs(
			event('create', {
				summary: 'Stocktaking',
				start: '2026-12-01T22:00:00',
				end: '2026-12-01T23:00:00',
				repeats: true,
				frequency: 'weekly',
				daysOfWeek: ['tuesday'],
				stops: 'numbered',
				times: 2,
				additionalFields: {
					attendees: by('userId', second?.userid),
					optionalAttendees: by('userId', third?.userid),
					reminders: '5, 60',
				},
			}),
		);
		expect(created).toMatchObject({
			start: { dateTime: '2026-12-01T22:00:00+01:00', timeZone: 'Europe/Berlin' },
			reminders: [{ minutes: '5' }, { minutes: '60' }],
		});
		expect(created?.attendees).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ id: second?.unionid, isOptional: false }),
				expect.objectContaining({ id: third?.unionid, isOptional: true }),
			]),
		);
		const view = await outputs(event('getView', { from: '2026-12-01', to: '2026-12-31', returnAll: true }));
		expect(view.filter(({ summary }) => summary === 'Stocktaking')).toHaveLength(2);
		const id = by('id', created?.id);
		const whole = { changeTime: true, wholeDay: true, start: '2026-12-01T08:00:00', end: '2026-12-01T23:00:00' };
		await outputs(event('update', { event: id, ...whole, updateFields: {} }));
		expect(await outputs(event('get', { event: id, simplify: true }))).toMatchObject([
			{ isAllDay: true, start: '2026-12-01', end: '2026-12-02' },
		]);
		expect(await outputs(event('delete', { event: id }))).toEqual([{ deleted: true }]);
		const left = await outputs(event('getAll', { filters: {}, returnAll: true }));
		expect(left.map((one) => one.id)).not.toContain(created?.id);
		expect(sandbox.problems()).toEqual([]);
	});

	test.each([
		['create', { summary: 'x', start: '2026-12-02', end: '2026-12-01' }, 'End: must not be before Start'],
		['update', { event: by('id', 'x'), updateFields: {} }, 'Update Fields: is empty'],
		['getAll', { filters: { from: '2025-01-01', to: '2026-12-01' } }, 'To: is more than a year after From'],
	])('%s refuses before any request', async (operation, parameters, message) => {
		const before = sandbox.log.length;
		await expect(execute(event(operation, parameters))).rejects.toThrow(message);
		expect(sandbox.log.length).toBe(before);
	});
});
