import { randomBytes } from 'node:crypto';

import { request } from 'undici';

import { strayAnswers } from './answers';
import { signedIn, useSandbox } from './client';
import type { Json } from './client';

let now = Date.parse('2026-11-28T09:00:00+08:00');
const sandbox = useSandbox({ now: () => now });
const ME = 'unlisiiEiE';
const SPACE = '490100001';
type Api = Awaited<ReturnType<typeof signedIn>>['api'];
interface SignedInfo {
	uploadKey: string;
	headerSignatureInfo: { resourceUrls: string[]; headers: Record<string, string> };
}

afterEach(() => expect(strayAnswers(sandbox.it.log)).toEqual([]));

const space = (rest: string, id = SPACE) => `/v1.0/storage/spaces/${id}/dentries${rest}`;
const rootOf = async (api: Api): Promise<string> =>
	String((await api('GET', `/v2.0/doc/dentries/0/queryDentryUuid?spaceId=${SPACE}&operatorId=${ME}`)).body.dentryUuid);
const files = (uuid: string, rest: string) => `/v2.0/storage/spaces/files/${uuid}/${rest}?unionId=${ME}`;
const info = async (api: Api, uuid: string, name = 'a.bin', size = 3): Promise<SignedInfo> =>
	(
		await api('POST', files(uuid, 'uploadInfos/query'), {
			protocol: 'HEADER_SIGNATURE',
			option: { preCheckParam: { name, size } },
		})
	).body as unknown as SignedInfo;
const put = async (
	{ headerSignatureInfo: { resourceUrls, headers } }: SignedInfo,
	body: Buffer,
	more: Record<string, string> = {},
) => (await request(resourceUrls[0], { method: 'PUT', headers: { ...headers, ...more }, body })).statusCode;
const names = (body: Json, list: string) => (body[list] as Json[]).map(({ name }) => name);

test('15 MB go up and come down as they were', async () => {
	const { api } = await signedIn(sandbox.it);
	const data = randomBytes(15 * 1024 * 1024);
	const root = await rootOf(api);
	const ticket = await info(api, root, '大.bin', data.length);
	expect(await put(ticket, data)).toBe(200);
	const { dentry } = (
		await api('POST', files(root, 'commit'), {
			uploadKey: ticket.uploadKey,
			name: '大.bin',
			option: { size: data.length },
		})
	).body as { dentry: Json };
	expect(dentry).toMatchObject({
		spaceId: SPACE,
		parentId: '0',
		type: 'FILE',
		name: '大.bin',
		size: data.length,
		path: '/大.bin',
		extension: 'bin',
		creatorId: ME,
	});
	const where = (await api('GET', `/v2.0/doc/dentries/${String(dentry.uuid)}/queryDentryId?operatorId=${ME}`)).body;
	expect(where).toMatchObject({ spaceId: SPACE, dentryId: dentry.id });
	const download = (await api('POST', `${space(`/${String(dentry.id)}/downloadInfos/query`)}?unionId=${ME}`, {}))
		.body as unknown as SignedInfo;
	const { resourceUrls, headers } = download.headerSignatureInfo;
	expect(new URL(resourceUrls[0]).origin).toBe(sandbox.it.storageUrl);
	const answer = await request(resourceUrls[0], { headers });
	expect(Buffer.from(await answer.body.arrayBuffer()).equals(data)).toBe(true);
	expect(answer.headers['content-disposition']).toContain(encodeURIComponent('大.bin'));
	expect(sandbox.it.problems()).toEqual([]);
}, 20_000);

test('the storage takes what was signed, and never an access token', async () => {
	const { api, token } = await signedIn(sandbox.it);
	const root = await rootOf(api);
	const ticket = await info(api, root);
	const body = Buffer.from('abc');
	const { headers, resourceUrls } = ticket.headerSignatureInfo;
	expect(await put(ticket, body, { 'x-acs-dingtalk-access-token': token })).toBe(403);
	expect(await put(ticket, body, { 'content-type': 'application/octet-stream' })).toBe(403);
	expect(await put(ticket, body, { Authorization: 'Bearer x' })).toBe(403);
	expect((await request(resourceUrls[0], { method: 'PUT', body })).statusCode).toBe(403);
	expect((await request(resourceUrls[0], { method: 'GET', headers })).statusCode).toBe(403);
	expect((await request(`${sandbox.it.storageUrl}/nothing?access_token=${token}`)).statusCode).toBe(403);
	expect(sandbox.it.problems().map(({ problem }) => problem)).toEqual([
		'an access token of DingTalk went to the storage host',
		'header content-type was not signed',
		'header authorization is not as signed',
		'header authorization is not as signed',
		'PUT was signed, not GET',
		'an access token of DingTalk went to the storage host',
	]);
	sandbox.it.clearLog();
	expect((await request(`${sandbox.it.storageUrl}/nothing`)).statusCode).toBe(404);
	expect(await put(ticket, body, { 'content-type': '' })).toBe(200);
	const late = await info(api, root);
	now += 901_000;
	expect(await put(late, body)).toBe(403);
	now -= 901_000;
	expect(sandbox.it.problems()).toEqual([]);
});

test('a commit wants what was uploaded, once, and keeps to the strategy for a name that is taken', async () => {
	const { api } = await signedIn(sandbox.it);
	const root = await rootOf(api);
	const commit = async (more: Json, { uploaded = true, name = 'a.bin' } = {}) => {
		const ticket = await info(api, root);
		if (uploaded) await put(ticket, Buffer.from('abc'));
		const sent = { uploadKey: ticket.uploadKey, name, ...more };
		const { body } = await api('POST', files(root, 'commit'), sent);
		return { ...(body.dentry as Json | undefined), code: body.code, again: sent };
	};
	const first = await commit({});
	expect(first).toMatchObject({ name: 'a.bin', version: 1 });
	expect((await api('POST', files(root, 'commit'), first.again)).body.code).toBe('paramError.uploadKey');
	expect(await commit({}, { uploaded: false })).toMatchObject({ code: 'dentryStoreError' });
	expect(await commit({ option: { size: 4 } })).toMatchObject({ code: 'paramError' });
	expect(await commit({ option: { conflictStrategy: 'AUTO_RENAME' } })).toMatchObject({ name: 'a(1).bin' });
	expect(await commit({ option: { conflictStrategy: 'OVERWRITE' } })).toMatchObject({ version: 2 });
	expect(await commit({ option: { conflictStrategy: 'RETURN_ERROR_IF_EXISTS' } })).toMatchObject({
		code: 'dentryNameConflict',
	});
	expect(await commit({ option: { conflictStrategy: 'KEEP' } })).toMatchObject({ code: 'invalidParameter' });
	expect(await commit({}, { name: 'a*.bin' })).toMatchObject({ code: 'dentryNameIllegal' });
	const table = await commit(
		{ option: { convertToOnlineDoc: true, convertToOnlineDocTargetDocumentType: 'SMART_TABLE' } },
		{ name: '表.xlsx' },
	);
	expect(table).toMatchObject({ name: '表.able' });
	const { uuid } = table as { uuid?: string };
	expect((await api('GET', `/v1.0/notable/bases/${uuid}/sheets?operatorId=${ME}`)).body.value).toHaveLength(1);
});

test('folders and files are listed page by page, renamed, moved, copied, deleted', async () => {
	const { api } = await signedIn(sandbox.it);
	const list = async (query = 'parentId=0&orderBy=NAME&order=ASC', id = SPACE) =>
		(await api('GET', `${space('', id)}?unionId=${ME}&${query}`)).body;
	const page = await list('parentId=0&orderBy=NAME&order=ASC&maxResults=1');
	expect(names(page, 'dentries')).toEqual(['公告.txt']);
	const next = await list(`parentId=0&orderBy=NAME&order=ASC&maxResults=1&nextToken=${String(page.nextToken)}`);
	expect([names(next, 'dentries'), next.nextToken]).toEqual([['合同'], undefined]);
	const [folder] = next.dentries as Array<{ id: string }>;
	const [file] = page.dentries as Array<{ id: string }>;
	const call = async (rest: string, body: Json) => (await api('POST', `${space(rest)}?unionId=${ME}`, body)).body;
	const renamed = (await call(`/${file.id}/rename`, { newName: '放假.txt' })).dentry as Json;
	expect(renamed).toMatchObject({ id: file.id, name: '放假.txt', modifierId: ME });
	const moved = await call(`/${file.id}/move`, { targetSpaceId: SPACE, targetFolderId: folder.id });
	expect(moved).toMatchObject({ async: false, dentry: { path: '/合同/放假.txt' } });
	const copied = await call(`/${folder.id}/copy`, { targetSpaceId: '490100002', targetFolderId: '0' });
	expect(copied).toMatchObject({ async: true, taskId: expect.any(String) });
	expect((await api('GET', `/v1.0/storage/tasks/${String(copied.taskId)}?unionId=${ME}`)).body).toMatchObject({
		task: { status: 'SUCCESS' },
	});
	expect(names(await list('parentId=0', '490100002'), 'dentries').sort()).toEqual(['README.md', '合同']);
	expect(
		(await call(`/0/folders`, { name: '合同', option: { conflictStrategy: 'RETURN_DENTRY_IF_EXISTS' } })).dentry,
	).toMatchObject({ id: folder.id });
	const gone = await call('/batchRemove', { dentryIds: [file.id, '1'], option: { toRecycleBin: true } });
	expect(gone.resultItems).toMatchObject([
		{ success: true, async: false },
		{ success: false, errorCode: 'dentryNotExist' },
	]);
	expect((await api('DELETE', `${space(`/${folder.id}`)}?unionId=${ME}`)).body).toMatchObject({ async: true });
	expect(names(await list(), 'dentries')).toEqual([]);
	expect(await call(`/${folder.id}/query`, {})).toMatchObject({ code: 'dentryNotExist' });
	expect(sandbox.it.data.drive.recycled.map(({ name }) => name)).toEqual(['放假.txt']);
	expect(sandbox.it.problems()).toEqual([]);
});

test('spaces', async () => {
	const { api } = await signedIn(sandbox.it);
	const list = async (query: string) =>
		(await api('GET', `/v1.0/drive/spaces?unionId=${ME}&spaceType=org&${query}`)).body;
	const first = await list('maxResults=1');
	expect(first).toMatchObject({
		spaces: [{ spaceName: '公司文件', quota: -1 }],
		nextToken: expect.stringMatching(/./),
	});
	expect(await list(`maxResults=1&nextToken=${String(first.nextToken)}`)).toMatchObject({
		spaces: [{ spaceName: '研发共享' }],
		nextToken: '',
	});
	expect((await list('maxResults=1000')).code).toBe('param.error.maxresults');
	const made = (await api('POST', '/v1.0/drive/spaces', { name: '新', unionId: ME })).body;
	expect((await api('GET', `/v1.0/storage/spaces/${String(made.spaceId)}?unionId=${ME}`)).body).toMatchObject({
		space: { name: '新', ownerId: ME },
	});
	expect((await api('GET', '/v1.0/storage/spaces/1?unionId=unlisiiEiE')).status).toBe(404);
	expect((await api('GET', '/v1.0/storage/spaces/490300001?unionId=unlisiiEiE')).body.code).toBe('permissionDenied');
});

test('knowledge bases, their nodes, one by its link', async () => {
	const { api } = await signedIn(sandbox.it);
	const get = async (path: string) => (await api('GET', `/v2.0/wiki/${path}operatorId=${ME}`)).body;
	const { workspaces } = (await get('workspaces?')) as { workspaces: Json[] };
	expect(names({ workspaces }, 'workspaces')).toEqual(['产品知识库', '研发手册']);
	const { nodes } = (await get(`nodes?parentNodeId=${String(workspaces[0].rootNodeId)}&`)) as { nodes: Json[] };
	expect(nodes.map(({ name, type, extension, hasChildren }) => [name, type, extension, hasChildren])).toEqual([
		['规划', 'FOLDER', undefined, true],
		['项目管理.able', 'FILE', 'able', false],
		['预算.axls', 'FILE', 'axls', false],
	]);
	const { url, nodeId } = nodes[1];
	const byUrl = (await api('POST', `/v2.0/wiki/nodes/queryByUrl?operatorId=${ME}`, { url: `${String(url)}?sheetId=x` }))
		.body;
	expect(byUrl).toMatchObject({ node: { nodeId, extension: 'able', category: 'ALIDOC' } });
	expect((await get(`nodes/${String(nodeId)}?`)).node).toEqual(byUrl.node);
	expect(
		(await api('POST', `/v2.0/wiki/nodes/batchQuery?operatorId=${ME}`, { nodeIds: [nodeId, 'x'] })).body.nodes,
	).toHaveLength(1);
	const { workspace } = (await get('mineWorkspaces?')) as { workspace: Json };
	expect(workspace).toMatchObject({ type: 'PERSONAL', creatorId: 'lisi' });
	const mine = (await get(`nodes?parentNodeId=${String(workspace.rootNodeId)}&`)) as { nodes: Json[] };
	expect(names(mine, 'nodes')).toEqual(['笔记.adoc']);
	expect((await get('nodes?parentNodeId=nothing&')).code).toBe('parentNodeNotExist');
	const search = async (keyword: string, option: Json = {}) =>
		(await api('POST', `/v2.0/storage/dentries/search?operatorId=${ME}`, { keyword, option })).body;
	expect(names(await search('笔记'), 'items')).toEqual(['笔记.adoc']);
	expect(names(await search('公告', { dentryCategories: ['alidoc'] }), 'items')).toEqual([]);
	expect(
		(await api('POST', `/v2.0/storage/workspaces/search?operatorId=${ME}`, { keyword: '手册' })).body.items,
	).toHaveLength(1);
	expect(sandbox.it.problems()).toEqual([]);
});
