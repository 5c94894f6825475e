import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

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
		['getAll', { from: '2026-12-01', to: '2025-01-01', filters: {} }, 'To: is before "From"'],
		[
			'update',
			{
				event: by('id', 'x'),
				changeTime: true,
				wholeDay: false,
				start: '2026-12-01',
				end: '2026-12-02',
				repeats: true,
				frequency: 'daily',
				interval: 1,
				stops: 'numbered',
				times: 3,
				updateFields: {},
			},
			'Stops: a number of times cannot be set together with a new time',
		],
		[
			'create',
			{ summary: 'x', start: '2026-12-01', end: '2026-12-02', additionalFields: { noReminders: true, reminders: '5' } },
			'Reminders: contradict No Reminders',
		],
		[
			'create',
			{ summary: 'x', start: '2026-12-01', end: '2026-12-02', options: { timeZone: by('id', 'Mars/Base') } },
			'Time Zone: is not a time zone: "Mars/Base"',
		],
	])('%s refuses before any request', async (operation, parameters, message) => {
		const before = sandbox.log.length;
		await expect(execute(event(operation, parameters))).rejects.toThrow(message);
		expect(sandbox.log.length).toBe(before);
	});
});
