/** Lists that go on in their own ways: what is asked for, page by page. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { IDataObject } from 'n8n-workflow';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { execute } from '../../support/engine';
import { jsonForm } from './support/call';

let server: Server;
let answers: unknown[];
let asked: Array<Record<string, unknown>>;
beforeAll(async () => {
	server = createServer(async (request, response) => {
		const body = await text(request);
		const query = Object.fromEntries(new URL(request.url ?? '', 'http://x').searchParams);
		delete query.access_token;
		asked.push({ ...query, ...(body === '' ? {} : (JSON.parse(body) as object)) });
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(answers.shift() ?? {}));
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(async () => await new Promise<void>((done) => server.close(() => done())));

/** Reads the whole list; DingTalk answers with these pages. */
async function read(operation: string, request: object, pages: unknown[], options: IDataObject = { returnAll: true }) {
	answers = [...pages];
	asked = [];
	const { port } = server.address() as AddressInfo;
	const items = await execute({
		nodeType: new DingTalkApiCall(),
		credentials: {
			dingTalkApi: {
				clientId: 'id',
				clientSecret: 'secret',
				...{ apiHost: `http://127.0.0.1:${port}`, legacyHost: `http://127.0.0.1:${port}` },
				...{ accessToken: 't', expiresAt: String(Date.now() + 3_600_000) },
			},
		},
		parameters: jsonForm(operation, request, options),
	});
	return items.map(({ json }) => json);
}

const cursors = (name: string) => asked.map((request) => request[name]);
const inner = (result: object) => ({ errcode: 0, result: { result } });

test('a cursor that is the last entry, or a member of it', async () => {
	const users = await read('attendance.groupUsersQuery', { body: { group_key: 'k' } }, [
		inner({ user_list: ['a', 'b'], has_more: 'true' }),
		inner({ user_list: ['c'], has_more: 'false' }),
	]);
	expect([users, cursors('cursor')]).toEqual([
		[{ value: 'a' }, { value: 'b' }, { value: 'c' }],
		['', 'b'],
	]);
	const wifi = await read('attendance.groupWifisQuery', { body: { group_key: 'k' } }, [
		inner({ wifi_list: [{ wifi_key: 'w1' }, { wifi_key: 'w2' }], has_more: true }),
		inner({ wifi_list: [{ wifi_key: 'w3' }], has_more: false }),
	]);
	expect([wifi.length, cursors('cursor')]).toEqual([3, [undefined, 'w2']]);
	const texts = await read('conference.queryCloudRecordText', { path: { conferenceId: 'c' } }, [
		{ paragraphList: [{ paragraph: 'a', nextTtoken: 17 }], hasMore: true },
		{ paragraphList: [{ paragraph: 'b', nextTtoken: 18 }], hasMore: false },
	]);
	expect([texts.length, cursors('nextToken')]).toEqual([2, [undefined, '17']]);
});

test('a page number that is called a token', async () => {
	const page = (id: number, hasMore: boolean) => ({ result: { list: [{ taskId: id }], hasMore } });
	await read('approval.premiumQueryTodoTasksByManager', { query: { managerUserId: 'u', actionerUserId: 'v' } }, [
		page(1, true),
		page(2, false),
	]);
	expect(cursors('nextToken')).toEqual(['1', '2']);
});

test('a cursor of two members, whichever way they are spelt', async () => {
	const dates = { start_date: 1, end_date: 2 };
	const logs = await read('project.workspaceAuditlogList', { body: dates }, [
		{ result: { log_list: [{ bizId: 21, gmtCreate: 160 }] } },
		{ result: { log_list: [{ biz_id: '33', gmt_create: 161 }] } },
	]);
	expect(logs).toHaveLength(2);
	expect(asked).toMatchObject([
		{ ...dates, page_size: 500 },
		{ ...dates, load_more_bizId: 21, load_more_gmt_create: 160 },
		{ ...dates, load_more_bizId: 33, load_more_gmt_create: 161 },
	]);
	expect(asked[0]).not.toHaveProperty('load_more_bizId');
});

test('a cursor in time begins now, and the entry that it names comes once', async () => {
	const before = Date.now();
	const post = (id: number, create_at: number) => ({ post_id: id, create_at });
	const posts = await read('edu.circlePostList', {}, [
		{ result: { posts: [post(9, 900), post(8, 800)], has_more: true } },
		{ result: { posts: [post(8, 800), post(7, 700)], has_more: false } },
	]);
	expect(posts.map(({ post_id }) => post_id)).toEqual([9, 8, 7]);
	const [first, second] = asked.map(({ open_feed_query_param }) => open_feed_query_param as { cursor: number });
	expect(first?.cursor).toBeGreaterThanOrEqual(before);
	expect(second?.cursor).toBe(800);
});

test('the lists of a page with several all come out, each entry with its list', async () => {
	const pages = [
		{ memberUserIds: ['a', 'b'], unionIdList: ['x'], nextToken: 'n', hasMore: true },
		{ memberUserIds: ['c'], unionIdList: [], nextToken: '', hasMore: false },
	];
	const body = { openConversationId: 'o', coolAppCode: 'c' };
	const members = await read('chat.batchQueryGroupMember', { body }, pages);
	expect(members.map(({ value, list }) => `${list as string} ${value as string}`)).toEqual([
		...['memberUserIds a', 'memberUserIds b', 'memberUserIds c', 'unionIdList x'],
	]);
	const viewers = [{ result: { orgUsesList: [{ userId: 'u' }], outOrgUserList: [{ name: 'n' }] } }];
	expect(await read('live.queryLiveWatchUserList', { query: { liveId: 'l', unionId: 'u' } }, viewers)).toEqual([
		{ userId: 'u', list: 'orgUsesList' },
		{ name: 'n', list: 'outOrgUserList' },
	]);
	expect(cursors('pageNumber')).toEqual(['0']);
});

test('the first cursor is the one that the page of the operation names', async () => {
	const page = (nextCursor: number, hasMore: boolean) => ({ list: [{ id: 1 }], nextCursor, hasMore });
	await read('contact.listEmpAttributeVisibility', {}, [page(5, true), page(6, false)]);
	expect(cursors('nextToken')).toEqual(['-1', '5']);
});
