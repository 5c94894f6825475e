/** Calendars through the node: shared, subscribed to, and when people are busy or free. */
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const run = (operation: string, parameters: object, resource = 'calendar') => ({
	credentials: sandboxCredentials(sandbox),
	product: 'dingTalkCalendar',
	parameters: { resource, operation, ...parameters },
	timezone: 'Asia/Shanghai',
});

test('a calendar is shared with a person and taken back', async () => {
	const [, second] = sandbox.company.users;
	const [share] = await outputs(
		run('share', { person: by('userId', second?.userid), privilege: 'reader', sendMsg: false }),
	);
	expect(share).toMatchObject({ privilege: 'reader', scope: { scopeType: 'user', userId: second?.unionid } });
	expect(await outputs(run('getShares', { returnAll: true }))).toMatchObject([{ aclId: share?.aclId }]);
	await outputs(run('unshare', { share: by('id', share?.aclId) }));
	expect(await outputs(run('getShares', { returnAll: true }))).toEqual([]);
});

test('a calendar to subscribe to is made for the organization of the credential, changed, subscribed to and deleted', async () => {
	const [, second] = sandbox.company.users;
	const [made] = await outputs(
		run('create', { name: '值班表', additionalFields: {}, options: { corpId: sandbox.company.corpId } }),
	);
	const id = by('id', made?.calendarId);
	await outputs(run('update', { subscribedCalendar: id, updateFields: { name: '值班日历' } }));
	expect(await outputs(run('get', { subscribedCalendar: id }))).toMatchObject([
		{ name: '值班日历', subscribeScope: { corpIds: [sandbox.company.corpId] } },
	]);
	const subscriber = by('userId', second?.userid);
	const theirs = async () =>
		(await outputs(run('getAll', { options: { operator: subscriber }, returnAll: true }))).map((one) => one.id);
	await outputs(run('subscribe', { subscriber, calendarId: made?.calendarId }));
	expect(await theirs()).toContain(made?.calendarId);
	await outputs(run('unsubscribe', { subscriber, calendarId: made?.calendarId }));
	expect(await theirs()).not.toContain(made?.calendarId);
	expect(await outputs(run('delete', { subscribedCalendar: id }))).toEqual([{ deleted: true }]);
	await expect(execute(run('get', { subscribedCalendar: id }))).rejects.toThrow('calendar not exist');
});

describe('when people are free', () => {
	const people = () =>
		by(
			'userId',
			sandbox.company.users
				.slice(0, 3)
				.map(({ userid }) => userid)
				.join(','),
		);
	const monday = { from: '2026-12-07T08:00:00', to: '2026-12-07T20:00:00' };
	const book = async (start: string, end: string, more: object = {}) =>
		await outputs(
			run('create', { summary: 'x', start: `2026-12-07T${start}`, end: `2026-12-07T${end}`, ...more }, 'event'),
		);
	const free = async (more: object = {}) =>
		(await outputs(run('getAvailability', { people: people(), ...monday, output: 'freeTimes', ...more }))).map(
			({ start, end }) => `${String(start).slice(11, 16)}-${String(end).slice(11, 16)}`,
		);

	test('common slots are what no one of them has taken, within working hours, and not too short', async () => {
		sandbox.data.calendar.events.length = 0;
		const attendees = by('userId', sandbox.company.users[2]?.userid);
		await book('10:00', '11:30');
		await book('11:45', '14:00', { additionalFields: { attendees } });
		await book('17:00', '19:00', { options: { operator: attendees } });
		expect(await free()).toEqual(['09:00-10:00', '14:00-17:00']);
		expect(await free({ minutes: 15, workingHours: '' })).toEqual([
			'08:00-10:00',
			'11:30-11:45',
			'14:00-17:00',
			'19:00-20:00',
		]);
		expect(await free({ minutes: 90 })).toEqual(['14:00-17:00']);
		const [one, two] = await outputs(run('getAvailability', { people: people(), ...monday, output: 'isFree' }));
		expect([one?.isFree, two?.isFree]).toEqual([false, true]);
	});

	test('the date that stands beside a time does not make a meeting a whole day, or none', async () => {
		sandbox.data.calendar.events.length = 0;
		const dated = (value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(dated);
			if (typeof value !== 'object' || value === null) return value;
			const all = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, dated(member)]));
			return 'dateTime' in all ? { ...all, date: String(all.dateTime).slice(0, 10) } : all;
		};
		sandbox.alter('POST /v1.0/calendar/users/{userId}/querySchedule', dated);
		await book('10:00', '11:30');
		expect(await free()).toEqual(['09:00-10:00', '11:30-18:00']);
		await book('00:00', '00:00', { wholeDay: true });
		expect(await free()).toEqual([]);
	});

	test('a Saturday has none while only weekdays count, and a whole day leaves none of it', async () => {
		sandbox.data.calendar.events.length = 0;
		const saturday = { from: '2026-12-12T08:00:00', to: '2026-12-12T20:00:00' };
		expect(await free(saturday)).toEqual([]);
		expect(await free({ ...saturday, weekdaysOnly: false })).toEqual(['09:00-18:00']);
		await book('00:00', '00:00', { wholeDay: true });
		expect(await free()).toEqual([]);
	});

	test.each(['9 to 5', '18:00-09:00', '09:70-18:00', '09:00-25:00'])('"%s" is no time of day', async (workingHours) => {
		await expect(free({ workingHours })).rejects.toThrow('Working Hours');
		expect(sandbox.log).toEqual([]);
	});
});

test('twenty people a call', async () => {
	const [first] = sandbox.company.users;
	if (!first) throw new Error('the company has nobody');
	const many = Array.from({ length: 45 }, (_, index) => ({ ...first, userid: `u${index}`, unionid: `union${index}` }));
	sandbox.company.users.push(...many);
	const people = by(
		'unionId',
		many.map(({ unionid }) => unionid),
	);
	const time = { from: '2026-12-01', to: '2026-12-02' };
	expect(await outputs(run('getAvailability', { people, ...time, output: 'busyTimes' }))).toHaveLength(45);
	expect(sandbox.log.filter(({ path }) => path.endsWith('querySchedule'))).toHaveLength(3);
});

test('nobody who may subscribe, and no organization to stand in, is refused before any request', async () => {
	const credentials = sandboxCredentials(sandbox);
	const create = { ...run('create', { name: 'x', additionalFields: {} }), credentials };
	credentials.dingTalkApi = { ...credentials.dingTalkApi, corpId: '' };
	await expect(execute(create)).rejects.toThrow('Open to Organizations: is empty');
	expect(sandbox.log).toEqual([]);
});
