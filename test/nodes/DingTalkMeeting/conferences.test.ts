/** Video conferences through the node, in the sandbox: what one operation does, the next one sees. */
import { startSandbox, type Sandbox } from '../../../sandbox';
import { RUNNING } from '../../../sandbox/data/meeting';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const conference = (operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	product: 'dingTalkMeeting',
	parameters: { resource: 'conference', operation, ...parameters },
	timezone: 'Asia/Shanghai',
});

test('a conference is started, people and a phone are invited, one is removed, all are muted, it is closed', async () => {
	const [host, second, third] = sandbox.company.users;
	const [made] = await outputs(
		conference('create', { title: '上线', additionalFields: { invite: by('userId', second?.userid) } }),
	);
	const id = by('id', made?.conferenceId);
	await outputs(
		conference('invite', {
			conference: id,
			people: by('userId', `${second?.userid},${third?.userid}`),
			phones: { phone: [{ statusCode: '86', nick: '客户', phoneNumber: '13800000000' }] },
		}),
	);
	const held = sandbox.data.meeting.conferences.find(({ conferenceId }) => conferenceId === made?.conferenceId);
	expect(held).toMatchObject({ members: [host, second, third].map((one) => one?.unionid), phones: ['13800000000'] });
	const [call] = sandbox.log.filter(({ path }) => path.endsWith('/users/invite'));
	expect(call?.body).toMatchObject({
		unionId: host?.unionid,
		inviteeList: [
			{ unionId: second?.unionid, nick: second?.name },
			{ unionId: third?.unionid, nick: third?.name },
		],
	});
	await outputs(conference('removeMembers', { conference: id, people: by('userId', third?.userid) }));
	await outputs(conference('muteAll', { conference: id, action: 'mute' }));
	expect(held).toMatchObject({ muted: true, removed: [third?.unionid] });
	const members = await outputs(conference('getMembers', { conference: id, returnAll: true }));
	expect(members.map(({ userNick, attendStatus }) => [userNick, attendStatus])).toEqual([
		[host?.name, 3],
		[second?.name, 3],
		[third?.name, 5],
	]);
	const code = String(made?.roomCode);
	const [found] = await outputs(conference('getByCode', { roomCode: `${code.slice(0, 3)} ${code.slice(3)}` }));
	expect(found).toMatchObject({ conferenceId: made?.conferenceId, status: 2 });
	expect(await outputs(conference('close', { conference: id }))).toEqual([{ success: true }]);
	expect(await outputs(conference('get', { conference: id }))).toMatchObject([{ status: 1, title: '上线' }]);
	expect(sandbox.problems()).toEqual([]);
});

test('running conferences of the organisation and of a person, whose membership is joined', async () => {
	const all = await outputs(conference('getAll', { of: 'organization', returnAll: true }));
	expect(all.map(({ conferenceId }) => conferenceId)).toEqual([RUNNING, 'sandboxConferenceClosing']);
	const person = by('userId', sandbox.company.users[2]?.userid);
	expect(await outputs(conference('getAll', { of: 'person', person, returnAll: true }))).toMatchObject([
		{ conferenceId: RUNNING, member: { userNick: '李四', attendStatus: 3 } },
		{ conferenceId: 'sandboxConferenceClosing' },
	]);
	const stranger = by('userId', sandbox.company.users[5]?.userid);
	expect(await outputs(conference('getAll', { of: 'person', person: stranger, returnAll: true }))).toEqual([]);
});

test('a schedule is made, one time of it moved, settings changed, its history read, and it is cancelled', async () => {
	const [made] = await outputs(
		conference('schedule', {
			title: '评审',
			start: '2026-12-01T09:00:00',
			end: '2026-12-01T10:00:00',
			settings: { waitingRoom: false, muteOnJoin: '6', recordAutoStart: true, aiMinutes: true },
		}),
	);
	const scheduleConferenceId = made?.scheduleConferenceId;
	const stored = sandbox.data.meeting.schedules[0];
	expect(stored?.settings).toEqual({
		muteOnJoin: 6,
		moziConfVirtualExtraSetting: { waitingRoom: 2 },
		moziConfOpenRecordSetting: { recordAutoStart: 1 },
		aiAgentSummarySetting: { value: 'enable' },
	});
	const calls = async (parameters: object) => {
		const before = sandbox.log.filter(({ path }) => path.includes('/scheduleConferences')).length;
		await outputs(conference('updateSchedule', { scheduleConferenceId, ...parameters }));
		return sandbox.log.filter(({ path }) => path.includes('/scheduleConferences')).length - before;
	};
	// Title and start stay as they were, which takes a look at them first.
	expect(await calls({ updateFields: { end: '2026-12-01T11:00:00' } })).toBe(2);
	expect(await calls({ settings: { waitingRoom: false, lockRoom: true } })).toBe(1);
	expect(stored).toMatchObject({
		title: '评审',
		startTime: Date.parse('2026-12-01T09:00:00+08:00'),
		endTime: Date.parse('2026-12-01T11:00:00+08:00'),
		settings: { lockRoom: 1, moziConfVirtualExtraSetting: { waitingRoom: 0 } },
	});
	expect(await outputs(conference('getSchedule', { scheduleConferenceId, includeSettings: true }))).toMatchObject([
		{ title: '评审', settings: { lockRoom: 1 } },
	]);
	const running = sandbox.data.meeting.conferences.find(({ conferenceId }) => conferenceId === RUNNING);
	Object.assign(running ?? {}, { scheduleConferenceId });
	const history = await outputs(conference('getScheduleHistory', { scheduleConferenceId, returnAll: true }));
	expect(history).toMatchObject([{ conferenceId: RUNNING }]);
	await outputs(conference('cancelSchedule', { scheduleConferenceId }));
	expect(sandbox.data.meeting.schedules).toEqual([]);
	expect(sandbox.problems()).toEqual([]);
});

test('what several items change in one schedule stays', async () => {
	const times = { start: '2026-12-02T09:00:00', end: '2026-12-02T10:00:00' };
	const [made] = await outputs(conference('schedule', { title: '例会', ...times, settings: {} }));
	const { scheduleConferenceId } = made ?? {};
	await execute({
		...conference('updateSchedule', {
			scheduleConferenceId,
			updateFields: { title: '={{ $json.title }}', end: '={{ $json.end }}' },
		}),
		items: [{ json: { title: '周会' } }, { json: { end: '2026-12-02T11:00:00' } }],
	});
	const stored = sandbox.data.meeting.schedules.find((one) => one.scheduleConferenceId === scheduleConferenceId);
	expect(stored).toMatchObject({ title: '周会', endTime: Date.parse('2026-12-02T11:00:00+08:00') });
	await outputs(conference('cancelSchedule', { scheduleConferenceId }));
});

describe('refusals', () => {
	const some = { start: '2026-12-01T10:00:00', end: '2026-12-01T09:00:00' };
	test.each([
		['create', { title: 'x'.repeat(51) }, 'Title'],
		['schedule', { title: 'x', ...some }, 'End: must be after Start'],
		['updateSchedule', { scheduleConferenceId: 'x', updateFields: some }, 'End: must be after Start'],
		['updateSchedule', { scheduleConferenceId: 'x' }, 'Update Fields: is empty'],
		['invite', { conference: by('id', 'c') }, 'People: is empty'],
		['get', { conference: by('id', '427 260 33559') }, 'not the code that people type'],
		['getByCode', { roomCode: 'conf1' }, 'must be the digits'],
	])('%s %j', async (operation, parameters, message) => {
		const before = sandbox.log.length;
		await expect(execute(conference(operation, parameters))).rejects.toThrow(message);
		expect(sandbox.log.length).toBe(before);
	});

	test('only the host closes: a code other than 200 behind HTTP 200 is an error', async () => {
		const options = { host: by('userId', sandbox.company.users[1]?.userid) };
		await expect(execute(conference('close', { conference: by('id', RUNNING), options }))).rejects.toThrow(
			/only the host can close the conference.*403/,
		);
	});
});
