import { startSandbox } from '../../sandbox';
import type { Json } from './client';
import { signedIn, useSandbox } from './client';

const sandbox = useSandbox();
const BASE = '/topapi/message/corpconversation';
const text = (content = 'hi') => ({ msgtype: 'text', text: { content } });

/** The OA message of the work-notification tutorial, field by field. */
const OA = {
	msgtype: 'oa',
	oa: {
		message_url: 'https://dingtalk.com',
		head: { bgcolor: 'FFFF6A00', text: '测试' },
		body: {
			title: '正文标题5',
			form: [
				{ key: '姓名:', value: '小钉' },
				{ key: '年龄:', value: '21' },
			],
			rich: { num: '10.6', unit: '元' },
			image: '@lADOADmaWMzazQKA',
			file_count: '3',
			author: '小钉',
		},
		status_bar: { status_value: '进行中', status_bg: '0xFFFF6A00' },
	},
};

const calls = async (it = sandbox.it) => {
	const { oapi } = await signedIn(it);
	const agent_id = it.company.agentId;
	return {
		send: async (body: Json) => (await oapi(`${BASE}/asyncsend_v2`, { agent_id, ...body })).body,
		progress: async (task_id: unknown) => (await oapi(`${BASE}/getsendprogress`, { agent_id, task_id })).body,
		result: async (task_id: unknown) => (await oapi(`${BASE}/getsendresult`, { agent_id, task_id })).body,
		bar: async (task_id: unknown) =>
			(await oapi(`${BASE}/status_bar/update`, { agent_id, task_id, status_value: '已同意', status_bg: '0xFF78C06E' }))
				.body,
		recall: async (msg_task_id: unknown) => (await oapi(`${BASE}/recall`, { agent_id, msg_task_id })).body,
	};
};

test('send, progress, result, status bar, recall', async () => {
	const { send, progress, result, bar, recall } = await calls();
	const { task_id, errcode } = await send({ userid_list: 'manager7675', to_all_user: false, msg: OA });
	expect(errcode).toBe(0);
	const [notification] = sandbox.it.received.notifications;
	expect(notification).toMatchObject({
		taskId: task_id,
		userids: ['manager7675'],
		msg: OA,
		statusBar: { value: '进行中', bg: '0xFFFF6A00' },
	});
	expect(await progress(task_id)).toMatchObject({ errcode: 0, progress: { progress_in_percent: 100, status: 2 } });
	sandbox.it.act.readNotification(Number(task_id), 'manager7675');
	expect(await result(task_id)).toMatchObject({
		send_result: { read_user_id_list: ['manager7675'], unread_user_id_list: [] },
	});
	expect(await bar(task_id)).toMatchObject({ errcode: 0 });
	expect(notification.statusBar).toEqual({ value: '已同意', bg: '0xFF78C06E' });
	expect(await recall(task_id)).toMatchObject({ errcode: 0 });
	expect(notification.recalled).toBe(true);
	expect(sandbox.it.problems()).toEqual([]);
});

test('departments reach the people below them; strangers are named in the result', async () => {
	const { send, result } = await calls();
	const { task_id } = await send({ userid_list: 'wangwu,nobody', dept_id_list: '100,999', msg: text() });
	expect(sandbox.it.received.notifications[0].userids.sort()).toEqual(['lisi', 'user01', 'wangwu', 'zhangsan']);
	expect(await result(task_id)).toMatchObject({
		send_result: { invalid_user_id_list: ['nobody'], invalid_dept_id_list: [999] },
	});
});

test('the same content to the same person succeeds and does not arrive', async () => {
	const { send, result } = await calls();
	await send({ userid_list: 'lisi', msg: text() });
	const { errcode, task_id } = await send({ userid_list: 'lisi,zhangsan', msg: text() });
	expect(errcode).toBe(0);
	expect(sandbox.it.received.notifications[1].userids).toEqual(['zhangsan']);
	expect(await result(task_id)).toMatchObject({
		send_result: { forbidden_list: [{ userid: 'lisi', code: 143106 }] },
	});
});

const many = (n: number) => Array.from({ length: n }, (_, i) => i + 1).join(',');
const refused: Array<[string, Json, number]> = [
	['nobody', { msg: text() }, 400002],
	['101 people', { userid_list: many(101), msg: text() }, 40032],
	['21 departments', { dept_id_list: many(21), msg: text() }, 40066],
	['another app', { agent_id: 1, userid_list: 'lisi', msg: text() }, 40056],
	['an unknown type', { userid_list: 'lisi', msg: { msgtype: 'song' } }, 40008],
	['no content', { userid_list: 'lisi', msg: { msgtype: 'text' } }, 34014],
	['2049 bytes', { userid_list: 'lisi', msg: text('a'.repeat(2049)) }, 45002],
	[
		'a file that was never uploaded',
		{ userid_list: 'lisi', msg: { msgtype: 'file', file: { media_id: '@nope' } } },
		40007,
	],
	['a status bar for six', { userid_list: 'a,b,c,d,e,f', msg: OA }, 40035],
	['a status bar for a department', { dept_id_list: '100', msg: OA }, 40035],
];

test.each(refused)('refused: %s', async (_name, body, errcode) => {
	const { send } = await calls();
	expect(await send(body)).toMatchObject({ errcode });
	expect(sandbox.it.received.notifications).toEqual([]);
});

test('everybody at once: three times a day', async () => {
	const { send } = await calls();
	const codes = [];
	for (const content of ['1', '2', '3', '4'])
		codes.push((await send({ to_all_user: true, msg: text(content) })).errcode);
	expect(codes).toEqual([0, 0, 0, 41045]);
});

test('result and recall are there for a day, the status bar for a week', async () => {
	let now = 1_700_000_000_000;
	const it = await startSandbox({ now: () => now, tokenTtl: 30 * 86_400 });
	try {
		const { send, result, bar, recall } = await calls(it);
		const { task_id } = await send({ userid_list: 'lisi', msg: OA });
		now += 25 * 3_600_000;
		expect(await result(task_id)).toMatchObject({ errcode: 40035 });
		expect(await recall(task_id)).toMatchObject({ errcode: 400002, errmsg: 'agentId不合法或taskId不合法' });
		expect(await bar(task_id)).toMatchObject({ errcode: 0 });
		now += 7 * 86_400_000;
		expect(await bar(task_id)).toMatchObject({ errcode: 40035 });
	} finally {
		await it.close();
	}
});
