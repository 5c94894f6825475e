/** Meeting rooms through the node: found free, booked with an event, given back, managed. */
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
const run = (resource: string, operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	product: 'dingTalkCalendar',
	parameters: { resource, operation, ...parameters },
	timezone: 'Asia/Shanghai',
});
const room = (operation: string, parameters: object) => run('meetingRoom', operation, parameters);
const time = { start: '2026-12-08T14:00:00', end: '2026-12-08T15:00:00' };
const asked = { from: time.start, to: time.end };
const free = async (filters: object = {}, more: object = { returnAll: true }) =>
	(await outputs(room('findFree', { ...asked, filters, ...more }))).map(({ roomId }) => roomId);
const meeting = async (rooms: string) =>
	await execute(run('event', 'create', { summary: 'x', ...time, additionalFields: { rooms: by('id', rooms) } }));
const calls = (ending: string) => sandbox.log.filter(({ path }) => path.endsWith(ending)).length;

test('rooms are found, the smallest first; one that is booked with an event is free again after it', async () => {
	expect(await free()).toEqual(['roomSandboxSmall', 'roomSandboxBoard', 'roomSandboxBig']);
	const [made] = await meeting('roomSandboxBig');
	expect(made?.json).toMatchObject({ meetingRooms: [{ roomId: 'roomSandboxBig' }] });
	expect(await free()).toEqual(['roomSandboxSmall', 'roomSandboxBoard']);
	const rooms = by('id', 'roomSandboxBig,roomSandboxSmall');
	expect(await outputs(room('getAvailability', { rooms, ...asked }))).toMatchObject([
		{ roomId: 'roomSandboxBig', scheduleItems: [{ status: 'BUSY', eventId: made?.json.id }] },
		{ roomId: 'roomSandboxSmall', scheduleItems: [] },
	]);
	const event = by('id', made?.json.id);
	await outputs(room('cancelBooking', { event, rooms: by('id', 'roomSandboxBig') }));
	expect(await free()).toContain('roomSandboxBig');
	await outputs(room('book', { event, rooms }));
	expect(await free()).toEqual(['roomSandboxBoard']);
	await outputs(run('event', 'delete', { event }));
	expect(await free()).toHaveLength(3);
});

test.each([
	[{ minCapacity: 10 }, ['roomSandboxBoard', 'roomSandboxBig']],
	[{ openToAll: true, minCapacity: 10 }, ['roomSandboxBig']],
	[{ labels: [1, 5] }, ['roomSandboxBig']],
	[{ name: '小' }, ['roomSandboxSmall']],
	[{ roomGroup: by('id', '173') }, ['roomSandboxSmall', 'roomSandboxBig']],
	[{ roomGroup: by('id', '172') }, ['roomSandboxSmall', 'roomSandboxBoard', 'roomSandboxBig']],
])('rooms that fit %j', async (filters, expected) => {
	expect(await free(filters)).toEqual(expected);
	const all = await outputs(room('getAll', { filters, returnAll: true }));
	expect(all.map(({ roomId }) => roomId).sort()).toEqual([...expected].sort());
});

test('five rooms a call, and no more calls than the limit needs', async () => {
	for (let index = 0; index < 12; index++)
		sandbox.data.calendar.rooms.push({
			roomId: `r${index}`,
			roomName: `R ${index}`,
			roomCapacity: 30 + index,
			roomStatus: 0,
			isvRoomId: String(index),
			groupId: 0,
		});
	expect(await free({}, { returnAll: false, limit: 2 })).toHaveLength(2);
	expect(calls('/schedules/query')).toBe(1);
	expect(await free({ minCapacity: 30 })).toHaveLength(12);
	expect(calls('/schedules/query')).toBe(1 + 3);
});

test('a taken room is refused before the event is made; one that is lost in between does not lose the event', async () => {
	await meeting('roomSandboxBig');
	const events = sandbox.data.calendar.events.length;
	await expect(meeting('roomSandboxSmall,roomSandboxBig')).rejects.toThrow('not free at this time: roomSandboxBig');
	expect(sandbox.data.calendar.events).toHaveLength(events);
	await meeting('roomSandboxSmall');
	// A room that DingTalk shows as free and refuses all the same.
	sandbox.fault({ kind: 'quota', match: /events\/[^/]+\/meetingRooms$/ });
	const [made, refused] = await meeting('roomSandboxBoard');
	expect(made?.json).toMatchObject({ id: expect.any(String) });
	expect(refused?.json.error).toMatchObject({ entry: 'roomSandboxBoard' });
});

test('rooms and their groups are made, changed and deleted by an administrator', async () => {
	const [group] = await outputs(run('meetingRoomGroup', 'create', { groupName: '四楼', roomGroup: by('id', '172') }));
	const roomGroup = by('id', group?.groupId);
	const people = by('userId', sandbox.company.users[1]?.userid);
	const [made] = await outputs(
		room('create', {
			roomName: '静音舱',
			isvRoomId: '4-01',
			roomStatus: 2,
			additionalFields: {
				people,
				departments: by('id', '1'),
				roomCapacity: 1,
				roomLabelIds: [4],
				location: '杭州总部',
				roomGroup,
			},
		}),
	);
	expect(sandbox.log.at(-1)?.body).toMatchObject({
		groupId: group?.groupId,
		reservationAuthority: { authorizedMembers: [{ memberType: 'user' }, { memberId: '1', memberType: 'dept' }] },
	});
	const id = by('id', made?.roomId);
	expect(await outputs(room('get', { room: id, simplify: true }))).toMatchObject([
		{ roomName: '静音舱', equipment: ['白板'], group: '四楼', location: '杭州总部' },
	]);
	await outputs(room('update', { room: id, updateFields: { roomName: '电话间', roomStatus: 0 } }));
	expect(await outputs(room('get', { room: id, simplify: true }))).toMatchObject([
		{ roomName: '电话间', roomStatus: 0 },
	]);
	expect(await outputs(room('delete', { room: id }))).toEqual([{ deleted: true }]);
	await outputs(run('meetingRoomGroup', 'update', { roomGroup, groupName: '五楼' }));
	const groups = await outputs(run('meetingRoomGroup', 'getAll', { returnAll: true }));
	expect(groups).toContainEqual({ groupId: group?.groupId, groupName: '五楼', parentId: 172 });
	expect(await outputs(run('meetingRoomGroup', 'delete', { roomGroup }))).toEqual([{ deleted: true }]);
});

test('somebody is banned from booking, and let in again', async () => {
	const person = sandbox.company.users[2];
	await outputs(
		room('ban', { person: by('userId', person?.userid), from: '2026-12-01', additionalFields: { memo: '多次爽约' } }),
	);
	expect(sandbox.data.calendar.banned.get(person?.unionid ?? '')).toMatchObject({
		memo: '多次爽约',
		endTime: undefined,
	});
	await outputs(room('unban', { people: by('userId', person?.userid) }));
	expect(sandbox.data.calendar.banned.size).toBe(0);
});

test.each([
	['create', { roomName: 'x', isvRoomId: '1', roomStatus: 2 }, 'Allowed People: and Allowed Departments are empty'],
	['update', { room: by('id', 'r'), updateFields: {} }, 'Update Fields: is empty'],
	['findFree', { from: '2026-01-01', to: '2026-12-01', filters: {} }, 'To: is more than 90 days after From'],
	['getAvailability', { rooms: by('id', 'r'), from: '2026-12-02', to: '2026-12-01' }, 'To: must be after From'],
	['book', { event: by('id', 'e'), rooms: by('id', 'a,b,c,d,e,f') }, 'Meeting Rooms'],
])('%s refuses before any request', async (operation, parameters, message) => {
	await expect(execute(room(operation, parameters))).rejects.toThrow(message);
	expect(sandbox.log).toEqual([]);
});
