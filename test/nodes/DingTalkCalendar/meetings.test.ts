/** Invitations, changes and sign-in of events through the node, against the sandbox. */
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
const event = (operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	product: 'dingTalkCalendar',
	parameters: { resource: 'event', operation, ...parameters },
	timezone: 'Europe/Berlin',
});
const meeting = async (more: object = {}) => {
	const [made] = await outputs(
		event('create', { summary: 'Planning', start: '2026-12-01T09:00:00', end: '2026-12-01T10:00:00', ...more }),
	);
	return by('id', made?.id);
};

test('people are invited, answer, sign in and out, and are taken off', async () => {
	const [boss, second, third] = sandbox.company.users;
	const id = await meeting();
	const both = by('userId', `${second?.userid},${third?.userid}`);
	const invite = { event: id, attendees: both, additionalFields: { optional: true, pushNotification: false } };
	expect(await outputs(event('addAttendees', invite))).toEqual([{ success: true }]);
	expect(sandbox.log.at(-1)?.body).toMatchObject({
		attendeesToAdd: [
			{ id: second?.unionid, isOptional: true },
			{ id: third?.unionid, isOptional: true },
		],
		pushNotification: false,
	});
	const attendee = by('userId', second?.userid);
	await outputs(event('respond', { attendee, invitation: id, responseStatus: 'declined' }));
	const declined = await outputs(
		event('getAttendees', { event: id, filters: { responses: ['declined'] }, returnAll: true }),
	);
	expect(declined).toMatchObject([{ id: second?.unionid, responseStatus: 'declined', isOptional: true }]);
	expect(await outputs(event('getAttendees', { event: id, filters: {}, returnAll: false, limit: 2 }))).toHaveLength(2);

	expect(await outputs(event('getSignInLink', { event: id }))).toMatchObject([
		{ signInLink: expect.stringMatching(/^http/) },
	]);
	await outputs(event('signIn', { attendee, invitation: id }));
	const people = async (operation: string, type: string) =>
		(await outputs(event(operation, { event: id, type, returnAll: true }))).map(({ userId }) => userId);
	expect(await people('getSignIns', 'sign_in')).toEqual([second?.unionid]);
	expect(await people('getSignIns', 'not_yet_sign_in')).toEqual([boss?.unionid, third?.unionid]);
	await outputs(event('signOut', { attendee, invitation: id }));
	expect(await people('getSignOuts', 'sign_out')).toEqual([second?.unionid]);

	await outputs(event('removeAttendees', { event: id, attendees: attendee }));
	const left = await outputs(event('getAttendees', { event: id, filters: {}, returnAll: true }));
	expect(left.map((one) => one.id)).toEqual([boss?.unionid, third?.unionid]);
});

test('changes since a sync token: the first run notes where it stands, the next has what happened', async () => {
	const changes = async (syncFrom: unknown) =>
		await outputs(event('getChanges', { remember: false, syncFrom, filters: {}, simplify: true }));
	const [start] = await changes('');
	expect(Object.keys(start ?? {})).toEqual(['syncToken']);
	const kept = await meeting();
	const cancelled = await meeting();
	await outputs(event('delete', { event: cancelled }));
	const found = await changes(start?.syncToken);
	expect(found.map(({ id, status }) => [id, status]).sort()).toEqual(
		[
			[kept.value, 'confirmed'],
			[cancelled.value, 'cancelled'],
		].sort(),
	);
	expect(found.every(({ syncToken }) => typeof syncToken === 'string')).toBe(true);
});

test('the node remembers by itself how far it has read, for each person', async () => {
	const staticData = {};
	const changes = async (person: unknown) =>
		await outputs({
			...event('getChanges', { remember: true, filters: {}, options: { operator: by('userId', person) } }),
			staticData,
		});
	const [boss, second] = sandbox.company.users.map(({ userid }) => userid);
	expect(await changes(boss)).toEqual([]);
	const id = await meeting();
	expect(await changes(boss)).toMatchObject([{ id: id.value }]);
	expect(await changes(boss)).toEqual([]);
	expect(await changes(second)).toEqual([]);
});

test('a longer time than a year is read in parts, an open one in one call', async () => {
	const calls = () => sandbox.log.filter(({ path }) => path.endsWith('/events')).length;
	await outputs(event('getAll', { from: '2025-01-01', to: '2027-06-01', filters: {}, returnAll: true }));
	expect(calls()).toBe(3);
	await outputs(event('getAll', { from: '2025-01-01', filters: {}, returnAll: true }));
	expect(calls()).toBe(4);
});

test('notifications, reminders and page elements go out as DingTalk wants them; a new rule of repetition alone is a change', async () => {
	const additionalFields = {
		noReminders: true,
		chatNotification: false,
		pageElements: { element: [{ uiName: 'comment', uiStatus: 'hide' }] },
		richTextDescription: '<b>x</b>',
	};
	const id = await meeting({ additionalFields });
	expect(sandbox.log.at(-1)?.body).toMatchObject({
		reminders: [],
		extra: { noChatNotification: 'true' },
		uiConfigs: [{ uiName: 'comment', uiStatus: 'hide' }],
		richTextDescription: { text: '<b>x</b>' },
	});
	const rule = { repeats: true, frequency: 'daily', interval: 2, stops: 'numbered', times: 3 };
	await outputs(event('update', { event: id, ...rule, updateFields: {} }));
	const view = { from: '2026-11-30', to: '2026-12-20', returnAll: true };
	expect((await outputs(event('getView', view))).filter(({ summary }) => summary === 'Planning')).toHaveLength(3);
});

test('who is not of an event cannot sign in to it', async () => {
	const id = await meeting();
	const signIn = event('signIn', { attendee: by('userId', sandbox.company.users[3]?.userid), invitation: id });
	await expect(execute(signIn)).rejects.toThrow('用户不在日程内');
});
