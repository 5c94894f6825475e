/** What a host does with a running conference, and the end of a live stream: requests and answers. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { fileServer } from '../../support/fileServer';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.clearLog());
afterAll(async () => await sandbox.close());

const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const meeting = (resource: string, operation: string, parameters: IDataObject) => ({
	credentials: sandboxCredentials(sandbox),
	product: 'dingTalkMeeting',
	parameters: { resource, operation, ...parameters },
});
const CONFERENCE = '61289fxxxx44720bcc8d';
const CONFERENCES = `/v1.0/conference/videoConferences/${CONFERENCE}`;
const LIVES = '/v1.0/live/lives';
const unionId = (index: number) => sandbox.company.users[index]?.unionid;
const people = (...indexes: number[]) => by('unionId', indexes.map(unionId).join(','));

type Row = [string, string, () => IDataObject, string, () => object];
const rows: Row[] = [
	['lock', 'lock', () => ({ action: 'lock' }), '/lock', () => ({ action: 'lock' })],
	['unlock', 'lock', () => ({ action: 'unlock' }), '/lock', () => ({ action: 'unlock' })],
	[
		'mute one',
		'muteMember',
		() => ({ action: 'mute', person: people(1) }),
		'/members/mute',
		() => ({ action: 'mute', userList: [{ unionId: unionId(1) }] }),
	],
	[
		'unmute one, by user ID',
		'muteMember',
		() => ({ action: 'un_mute', person: by('userId', sandbox.company.users[2]?.userid) }),
		'/members/mute',
		() => ({ action: 'un_mute', userList: [{ unionId: unionId(2) }] }),
	],
	[
		'mute all for good',
		'muteAll',
		() => ({ action: 'mute', forceMute: true }),
		'/allMembers/mute',
		() => ({ action: 'mute', forceMute: true }),
	],
	['unmute all', 'muteAll', () => ({ action: 'un_mute' }), '/allMembers/mute', () => ({ action: 'un_mute' })],
	[
		'co-hosts',
		'setCohosts',
		() => ({ action: 'add', people: people(1, 2) }),
		'/coHosts/set',
		() => ({ action: 'add', userList: [{ unionId: unionId(1) }, { unionId: unionId(2) }] }),
	],
	[
		'no more co-hosts',
		'setCohosts',
		() => ({ action: 'remove', people: people(1) }),
		'/coHosts/set',
		() => ({ action: 'remove', userList: [{ unionId: unionId(1) }] }),
	],
];

/** A server that answers every call with this. */
const answering = async (body: object) => {
	const answer: Parameters<typeof fileServer>[0][string] = (_, response) =>
		void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
	const token = { accessToken: 't', expireIn: 7200 };
	return await fileServer({
		...Object.fromEntries(
			[...rows.map(([, , , path]) => `${CONFERENCES}${path}`), LIVES].map((path) => [path, answer]),
		),
		'/topapi/v2/user/get': (_, response) =>
			void response.end(JSON.stringify({ errcode: 0, result: { unionid: unionId(2) } })),
		'/v1.0/oauth2/accessToken': (_, response) => void response.end(JSON.stringify(token)),
	});
};

describe.each(rows)('%s', (_, operation, parameters, path, body) => {
	const call = () => meeting('conference', operation, { conference: by('id', CONFERENCE), ...parameters() });

	test('one call', async () => {
		const server = await answering({ success: true });
		const credentials = sandboxCredentials(sandbox, { apiHost: server.origin, legacyHost: server.origin });
		expect(await outputs({ ...call(), credentials })).toEqual([{ success: true }]);
		await server.close();
		const sent = server.requests.filter((one) => one.path === `${CONFERENCES}${path}`);
		expect(sent.map(({ method }) => method)).toEqual(['POST']);
		expect(JSON.parse(String(sent[0]?.body))).toEqual(body());
	});

	test.each([
		['success: false', { success: false }, 'without a reason'],
		['a code behind HTTP 200', { code: '403', cause: 'only the host can do this' }, 'only the host can do this'],
	])('%s is an error', async (__, answer, words) => {
		const server = await answering(answer);
		const credentials = sandboxCredentials(sandbox, { apiHost: server.origin, legacyHost: server.origin });
		await expect(execute({ ...call(), credentials })).rejects.toThrow(words);
		await server.close();
	});
});

describe('a live stream is deleted', () => {
	const call = () => meeting('live', 'delete', { liveId: '4d38xxxxx', options: { streamer: people(1) } });

	test('by its ID and its streamer, in the query', async () => {
		const server = await answering({ result: { success: true } });
		const credentials = sandboxCredentials(sandbox, { apiHost: server.origin, legacyHost: server.origin });
		expect(await outputs({ ...call(), credentials })).toEqual([{ success: true, liveId: '4d38xxxxx' }]);
		await server.close();
		const sent = server.requests.filter(({ path }) => path.startsWith(LIVES));
		expect(sent.map(({ method, path }) => [method, path])).toEqual([
			['DELETE', `${LIVES}?liveId=4d38xxxxx&unionId=${unionId(1)}`],
		]);
		expect(String(sent[0]?.body)).toBe('');
	});

	test('or it was not', async () => {
		const server = await answering({ result: { success: false } });
		const credentials = sandboxCredentials(sandbox, { apiHost: server.origin, legacyHost: server.origin });
		await expect(execute({ ...call(), credentials })).rejects.toThrow('DingTalk');
		await server.close();
	});
});
