import { getProgress } from '../../../../nodes/DingTalk/resources/workNotification/getProgress';
import { recall } from '../../../../nodes/DingTalk/resources/workNotification/recall';
import { send } from '../../../../nodes/DingTalk/resources/workNotification/send';
import { updateStatusBar } from '../../../../nodes/DingTalk/resources/workNotification/updateStatusBar';
import { file, wire } from '../../../support/wire';

const ASYNC_SEND = '/topapi/message/corpconversation/asyncsend_v2';
const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const to = { people: 'manager7675', options: { agentId: '1185599675' } };

/** The example of DingTalk's own tutorial, field by field. */
const SEED: object = {
	people: by('userId', 'manager7675'),
	options: { agentId: '1185599675' },
	messageType: 'oa',
	messageUrl: 'https://dingtalk.com',
	headBgcolor: 'FFFF6A00',
	headText: '测试',
	oaBody: {
		title: '正文标题5',
		image: '@lADOADmaWMzazQKA',
		fileCount: '3',
		author: '小钉',
		richNum: '10.6',
		richUnit: '元',
	},
	form: {
		row: [
			['姓名:', '小钉'],
			['年龄:', '21'],
			['身高:', '1.8米'],
			['体重:', '130斤'],
			['学历:', '本科'],
			['爱好:', '打球、听音乐'],
		].map(([key, value]) => ({ key, value })),
	},
	statusValue: '进行中',
	statusBg: 'custom',
	customStatusBg: '0xFFFF6A00',
};

test('the OA notification of the tutorial, field by field', async () => {
	const { method, host, path, body } = await wire(send, SEED);
	expect({ method, host, path }).toEqual({ method: 'POST', host: 'oapi', path: ASYNC_SEND });
	expect(body).toEqual({
		agent_id: 1185599675,
		userid_list: 'manager7675',
		to_all_user: false,
		msg: {
			msgtype: 'oa',
			oa: {
				message_url: 'https://dingtalk.com',
				head: { bgcolor: 'FFFF6A00', text: '测试' },
				body: {
					title: '正文标题5',
					form: [
						{ key: '姓名:', value: '小钉' },
						{ key: '年龄:', value: '21' },
						{ key: '身高:', value: '1.8米' },
						{ key: '体重:', value: '130斤' },
						{ key: '学历:', value: '本科' },
						{ key: '爱好:', value: '打球、听音乐' },
					],
					rich: { num: '10.6', unit: '元' },
					image: '@lADOADmaWMzazQKA',
					file_count: '3',
					author: '小钉',
				},
				status_bar: { status_value: '进行中', status_bg: '0xFFFF6A00' },
			},
		},
	});
});

const button = (title: string, url: string) => ({ title, url });

test.each<[string, object, object]>([
	['text is the default', { content: '请提交日报' }, { msgtype: 'text', text: { content: '请提交日报' } }],
	[
		'image',
		{ messageType: 'image', mediaSource: 'mediaId', mediaId: '@lAD' },
		{ msgtype: 'image', image: { media_id: '@lAD' } },
	],
	[
		'file',
		{ messageType: 'file', mediaSource: 'mediaId', mediaId: '@lAD' },
		{ msgtype: 'file', file: { media_id: '@lAD' } },
	],
	[
		'voice, whose duration is text',
		{ messageType: 'voice', mediaSource: 'mediaId', mediaId: '@lAD', duration: 50 },
		{ msgtype: 'voice', voice: { media_id: '@lAD', duration: '50' } },
	],
	[
		'link',
		{ messageType: 'link', title: 'T', text: 'x', messageUrl: 'https://a.cn', picUrl: '@lAL' },
		{ msgtype: 'link', link: { title: 'T', text: 'x', messageUrl: 'https://a.cn', picUrl: '@lAL' } },
	],
	[
		'link without picture',
		{ messageType: 'link', title: 'T', text: 'x', messageUrl: 'https://a.cn' },
		{ msgtype: 'link', link: { title: 'T', text: 'x', messageUrl: 'https://a.cn' } },
	],
	[
		'markdown',
		{ messageType: 'markdown', title: 'T', markdown: '# x' },
		{ msgtype: 'markdown', markdown: { title: 'T', text: '# x' } },
	],
	[
		'card with one button',
		{ messageType: 'action_card', title: 'T', markdown: '# x', singleTitle: 'Open', singleUrl: 'https://a.cn' },
		{
			msgtype: 'action_card',
			action_card: { title: 'T', markdown: '# x', single_title: 'Open', single_url: 'https://a.cn' },
		},
	],
	[
		'card with several buttons',
		{
			messageType: 'action_card',
			title: 'T',
			markdown: '# x',
			cardType: 'multiple',
			btnOrientation: '1',
			buttons: { button: [button('Yes', 'https://a.cn/y'), button('No', 'https://a.cn/n')] },
		},
		{
			msgtype: 'action_card',
			action_card: {
				title: 'T',
				markdown: '# x',
				btn_orientation: '1',
				btn_json_list: [
					{ title: 'Yes', action_url: 'https://a.cn/y' },
					{ title: 'No', action_url: 'https://a.cn/n' },
				],
			},
		},
	],
	[
		'OA without a status bar',
		{ messageType: 'oa', messageUrl: 'https://a.cn', oaBody: { content: 'x' } },
		{ msgtype: 'oa', oa: { message_url: 'https://a.cn', head: { bgcolor: 'FFBBBBBB' }, body: { content: 'x' } } },
	],
	[
		'OA with a chosen status colour and an own page on the desktop',
		{
			messageType: 'oa',
			messageUrl: 'https://a.cn',
			pcMessageUrl: 'https://a.cn/pc',
			headBgcolor: '#ff6a00',
			statusValue: '待审批',
		},
		{
			msgtype: 'oa',
			oa: {
				message_url: 'https://a.cn',
				pc_message_url: 'https://a.cn/pc',
				head: { bgcolor: 'FFFF6A00' },
				body: {},
				status_bar: { status_value: '待审批', status_bg: '0xFFFF9D46' },
			},
		},
	],
])('%s', async (_, parameters, msg) => {
	expect((await wire(send, { ...to, ...parameters })).body).toEqual({
		agent_id: 1185599675,
		userid_list: 'manager7675',
		to_all_user: false,
		msg,
	});
});

test.each<[string, object, object]>([
	[
		'people and departments, as lists',
		{ people: ['a', 'b'], departments: '101，200' },
		{ userid_list: 'a,b', dept_id_list: '101,200', to_all_user: false },
	],
	[
		'further people beside the first',
		{ people: by('list', 'a'), peopleMore: { people: [{ person: by('userId', 'b') }, { person: by('userId', 'a') }] } },
		{ userid_list: 'a,b', to_all_user: false },
	],
	['a department from the list', { departments: by('list', '101') }, { dept_id_list: '101', to_all_user: false }],
	['several departments by ID', { departments: by('id', '101,200') }, { dept_id_list: '101,200', to_all_user: false }],
	[
		'everyone; hidden recipients do not count',
		{ toAllUser: true, people: 'a', departments: '101' },
		{ to_all_user: true },
	],
])('recipients: %s', async (_, parameters, recipients) => {
	const { body } = await wire(send, { options: { agentId: '7' }, content: 'x', ...parameters });
	expect(body).toEqual({ agent_id: 7, msg: { msgtype: 'text', text: { content: 'x' } }, ...recipients });
});

test('the agent ID of the credential stands in', async () => {
	expect((await wire(send, { people: 'a', content: 'x' }, { credential: { agentId: '42' } })).body).toMatchObject({
		agent_id: 42,
	});
	await expect(wire(send, { people: 'a', content: 'x' })).rejects.toThrow(
		'Agent ID: is empty. Fill it in here, or fill in "Agent ID" of the DingTalk credential',
	);
});

test('a file of the item is no part of the message until it is uploaded', async () => {
	const { body } = await wire(send, { ...to, messageType: 'image' }, { files: { data: file('a.png', 'image/png') } });
	expect(body).toMatchObject({ msg: { msgtype: 'image', image: {} } });
});

test.each<[string, object]>([
	['313382528774', { task_id: 313382528774 }],
	['9007199254740993', { task_id: 9007199254740993n }],
])('task ID %s keeps its digits', async (taskId, expected) => {
	expect((await wire(getProgress, { taskId, options: { agentId: '7' } })).body).toEqual({ agent_id: 7, ...expected });
});

test('status bar and recall, as in the tutorial', async () => {
	expect(
		(
			await wire(updateStatusBar, {
				taskId: '313382528774',
				options: { agentId: '1068622214' },
				statusValue: '已同意',
				statusBg: '0xFF78C06E',
			})
		).body,
	).toEqual({ agent_id: 1068622214, task_id: 313382528774, status_value: '已同意', status_bg: '0xFF78C06E' });
	expect(
		(
			await wire(updateStatusBar, {
				taskId: '1',
				options: { agentId: '2' },
				statusValue: 'x',
				statusBg: 'custom',
				customStatusBg: '#858E99',
			})
		).body,
	).toMatchObject({ status_bg: '0xFF858E99' });
	expect((await wire(recall, { taskId: '2000', options: { agentId: '1000' } })).body).toEqual({
		agent_id: 1000,
		msg_task_id: 2000,
	});
	await expect(wire(recall, { taskId: 'abc', options: { agentId: '1000' } })).rejects.toThrow(
		'Task ID: "abc" is not a number',
	);
});
