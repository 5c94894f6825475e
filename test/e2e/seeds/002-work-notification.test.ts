import { type Bench, openBench } from '../support/bench';
import { chain, dingTalk, person } from '../support/workflow';

/** The notification of the document, field by field. */
const oa = {
	options: { agentId: '1185599675' },
	people: person('manager7675'),
	toAllUser: false,
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
			{ key: '姓名:', value: '小钉' },
			{ key: '年龄:', value: '21' },
			{ key: '身高:', value: '1.8米' },
			{ key: '体重:', value: '130斤' },
			{ key: '学历:', value: '本科' },
			{ key: '爱好:', value: '打球、听音乐' },
		],
	},
	statusValue: '进行中',
	statusBg: 'custom',
	customStatusBg: '0xFFFF6A00',
};

const wire = {
	msgtype: 'oa',
	oa: {
		message_url: 'https://dingtalk.com',
		head: { bgcolor: 'FFFF6A00', text: '测试' },
		body: {
			title: '正文标题5',
			image: '@lADOADmaWMzazQKA',
			file_count: '3',
			author: '小钉',
			rich: { num: '10.6', unit: '元' },
			form: oa.form.row,
		},
		status_bar: { status_value: '进行中', status_bg: '0xFFFF6A00' },
	},
};

/** Seed 002: send, progress, result, status bar, recall. */
describe('seed 002: work notification', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('sends the OA notification of the document and follows it to its recall', async () => {
		const task = { taskId: '={{ $("workNotification.send").item.json.taskId }}', options: { agentId: '1185599675' } };
		const execution = await bench.run(
			chain('seed 002', [
				dingTalk('workNotification', 'send', oa),
				dingTalk('workNotification', 'getProgress', task),
				dingTalk('workNotification', 'getResult', task),
				dingTalk('workNotification', 'updateStatusBar', { ...task, statusValue: '已同意', statusBg: '0xFF78C06E' }),
				dingTalk('workNotification', 'recall', task),
			]),
		);
		expect(execution.error()).toBeUndefined();
		const { body } = bench.sandbox.log.find(({ path }) => path.endsWith('/asyncsend_v2')) ?? {};
		expect(body).toEqual({ agent_id: 1185599675, userid_list: 'manager7675', to_all_user: false, msg: wire });
		expect(bench.sandbox.received.notifications).toEqual([
			expect.objectContaining({
				userids: ['manager7675'],
				statusBar: { value: '已同意', bg: '0xFF78C06E' },
				recalled: true,
			}),
		]);
		expect(execution.ran).toHaveLength(6);
		expect(bench.sandbox.problems()).toEqual([]);
		expect(bench.sandbox.tokenFetches).toBe(1);
	});
});
