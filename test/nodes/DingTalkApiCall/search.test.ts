import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { rowOf } from '../../../nodes/DingTalkApiCall/find';
import { searchOperations } from '../../../nodes/DingTalkApiCall/searchOperations';
import { editor } from '../../support/engine';

const search = async (filter: string, parameters: IDataObject = {}, token?: string): Promise<INodeListSearchResult> =>
	await searchOperations.call(
		editor({ nodeType: new DingTalkApiCall(), credentials: {}, parameters: { product: 'all', ...parameters } }),
		filter,
		token,
	);
const ids = async (filter: string, parameters?: IDataObject) =>
	(await search(filter, parameters)).results.map(({ value }) => value);

test.each([
	['create to-do', 'todo.createTodoTask'],
	['Send Work Notification', 'notification.messageCorpconversationAsyncsendV2'],
	['发送工作通知', 'notification.messageCorpconversationAsyncsendV2'],
	['创建日程', 'calendar.createEvent'],
	['event create', 'calendar.createEvent'],
	['根据手机号查询用户', 'contact.v2UserGetbymobile'],
	['upload media', 'media.upload'],
	['上传媒体', 'media.upload'],
	['get user', 'contact.v2UserGet'],
	['todo.createTodoTask', 'todo.createTodoTask'],
	['TODO.CREATETODOTASK', 'todo.createTodoTask'],
	['/v1.0/todo/users/{unionId}/tasks', 'todo.createTodoTask'],
	['POST /v1.0/todo/users/u1/tasks', 'todo.createTodoTask'],
	['https://api.dingtalk.com/v1.0/todo/users/u1/tasks?operatorId=u1', 'todo.createTodoTask'],
	['topapi/v2/user/get', 'contact.v2UserGet'],
	['oapi.dingtalk.com/topapi/v2/user/get', 'contact.v2UserGet'],
	['https://open.dingtalk.com/document/orgapp/query-user-details', 'contact.v2UserGet'],
	['https://developers.dingtalk.com/document/app/query-user-details?spm=x#title', 'contact.v2UserGet'],
	['https://open.dingtalk.com/document/#/orgapp-server/query-user-details', 'contact.v2UserGet'],
])('"%s" finds %s first', async (filter, id) => {
	expect((await ids(filter))[0]).toBe(id);
});

test.each([
	['考勤打卡', 'attendance.list'],
	['机器人群发', 'robot.orgGroupSend'],
	['创建待办', 'todo.createTodoTask'],
	['审批 实例 详情', 'approval.getProcessInstance'],
	['robot group', 'robot.orgGroupSend'],
])('"%s" finds %s among others', async (filter, id) => {
	expect(await ids(filter)).toContain(id);
});

test('every typed word must fit; nonsense finds nothing', async () => {
	expect(await ids('create to-do xylophone')).toEqual([]);
	expect(await ids('不存在的操作名')).toEqual([]);
});

test('archived and undocumented operations are offered when asked for, behind the current ones, and marked', async () => {
	const shown = async (options: IDataObject) =>
		(await search('workrecord', { options })).results.map(({ name }) => name);
	expect(await shown({})).toEqual([]);
	expect((await shown({ showArchived: true })).every((name) => name.endsWith('(archived 已归档)'))).toBe(true);
	expect(
		(await search('get doc content', { options: { showUndocumented: true } })).results.some(({ name }) =>
			name.endsWith('(undocumented 未公开)'),
		),
	).toBe(true);
	expect(await ids('', { product: 'minutes' })).not.toEqual([]);
});

test('the list goes on page by page, each operation once, with its documentation', async () => {
	const seen: unknown[] = [];
	let page = await search('');
	expect(page.results[0]).toMatchObject({
		name: expect.any(String),
		value: expect.any(String),
		url: expect.stringContaining('https://open.dingtalk.com/document/'),
	});
	for (; page.paginationToken !== undefined; page = await search('', {}, String(page.paginationToken)))
		seen.push(...page.results.map(({ value }) => value));
	seen.push(...page.results.map(({ value }) => value));
	expect(new Set(seen).size).toBe(seen.length);
	expect(seen).toHaveLength(1171);
});

test('a search that goes on where the whole list went on begins at its beginning', async () => {
	const { paginationToken } = await search('');
	expect(await search('日程', {}, String(paginationToken))).toEqual(await search('日程'));
	// Half of an emoji, which no address can hold.
	expect((await search('\ud83d')).results).toEqual([]);
});

test.each([
	['GET /v1.0/contact/users/me', 'contact.getUser'],
	['/v1.0/todo/users/me/personalTasks', 'todo.createPersonalTodoTask'],
	['DELETE https://api.dingtalk.com/v1.0/todo/users/u/tasks/t', 'todo.deleteTodoTask'],
	['/user/get', 'contact.userGet'],
])('the address %s is %s', async (address, id) => {
	expect((await rowOf(address)).id).toBe(id);
});

test('a search of the whole catalog does not take seconds once it is loaded', async () => {
	await search('x');
	const took: number[] = [];
	for (const filter of ['send work notification', '发送工作通知', '/v1.0/todo/users/u1/tasks', 'a', '日']) {
		const start = performance.now();
		await search(filter, { options: { showArchived: true, showUndocumented: true } });
		took.push(performance.now() - start);
	}
	console.log(`searches of the whole catalog: ${took.map((ms) => ms.toFixed(0)).join(', ')} ms`);
	// The best of them, generously: how fast a search is stands in the bench, a busy machine is not what is tested.
	expect(Math.min(...took)).toBeLessThan(2000);
});
