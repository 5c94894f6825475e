import type { Received, Sandbox } from '../../sandbox';
import { failedEntry } from '../../sandbox/events';
import type { Execution, Saved } from '../../scripts/host';
import { assistant } from '../../scripts/host/assistant';
import { type Example, readExamples, runExample } from '../../scripts/host/examples';
import { startModel } from '../../scripts/host/model';
import { type Bench, openBench } from './support/bench';

/** What an example is for, beyond coming to its end: what people got, or what its last node shows. */
const outcomes: Record<string, (received: Received, execution: Execution) => void> = {
	'000-task-state': ({ todos }) =>
		expect(todos).toEqual([expect.objectContaining({ subject: 'Count the stock 盘点库存', done: true })]),
	'000-task-state-callback': (_, execution) =>
		expect(execution.json('State')).toEqual([
			{ subject: 'Water the plants 给植物浇水', state: 'done 已完成', changedAt: expect.stringMatching(/^\d{4}-/) },
		]),
	'001-collaboration': ({ messages, media }) => {
		expect(messages.map(({ type, at_users }) => [type, at_users?.userids])).toEqual([
			['text', []],
			['markdown', ['zhangsan']],
			['sampleFile', undefined],
		]);
		expect(media).toEqual([expect.objectContaining({ filename: 'tasks.xlsx' })]);
	},
	'002-work-notification': ({ notifications }) =>
		expect(notifications).toEqual([
			expect.objectContaining({
				userids: ['manager7675'],
				statusBar: { value: '已同意', bg: '0xFF78C06E' },
				recalled: true,
			}),
		]),
	'003-approval-callback': (_, execution) =>
		expect(execution.json('Show')).toEqual([
			expect.objectContaining({ title: '张三提交的请假', form: expect.stringContaining('请假天数') }),
		]),
	'003-event-subscription': (_, execution) =>
		expect(execution.json('What is registered')).toEqual([{ error: expect.objectContaining({ code: '71007' }) }]),
	'004-attendance-stream': (_, execution) => {
		expect(execution.json('Data of the day')).toEqual([expect.objectContaining({ userid: 'lisi' })]);
		expect(execution.json('Values of the day')).toHaveLength(execution.json('Columns of the report').length);
	},
	'004-failed-events': (_, execution) => expect(execution.ran).toContain('By type'),
	'api-call': (_, execution) =>
		expect(execution.json('Count')).toEqual(expect.arrayContaining([{ department: '人事部', people: '2' }])),
	'approval-center': (_, execution) => {
		expect(execution.json('Finish tasks')).toHaveLength(2);
		expect(execution.json('Finish the approval')).toEqual([expect.objectContaining({ success: true })]);
	},
	'approval-finished': ({ notifications }) =>
		expect(notifications).toEqual([
			expect.objectContaining({ userids: ['zhangsan'], statusBar: { value: '已同意', bg: '0xFF78C06E' } }),
		]),
	'approval-leave': ({ approvals }) =>
		expect(approvals).toEqual([expect.objectContaining({ originatorUserId: 'zhangsan', status: 'RUNNING' })]),
	'approval-robot': ({ approvals }) =>
		expect(approvals.map(({ result, records }) => [result, records.at(-1)?.userId, records.at(-1)?.remark])).toEqual([
			['agree', 'zhangsan', expect.stringContaining('3200 ≤ 5000, Desks 办公桌.pdf')],
			['refuse', 'zhangsan', expect.stringContaining('86000 > 5000')],
		]),
	'ask-before-paying': ({ messages, cards }) => {
		expect(cards).toMatchObject([
			{ publicData: { hasAction: 'false', status: expect.stringContaining('已同意：张三') } },
		]);
		expect(messages.at(-1)).toMatchObject({
			userids: ['lisi'],
			content: { text: '打印机：已付款 **8600** 元（张三 同意）' },
		});
	},
	'attendance-month': ({ messages }) =>
		expect(messages).toEqual([
			expect.objectContaining({
				type: 'markdown',
				content: expect.objectContaining({
					text: expect.stringMatching(/15 shifts[^]*\(3\)[^]*赵六\*\* Late 迟到[^]*李四[^]*福利假 7 days/),
				}),
			}),
		]),
	'attendance-report': ({ messages }) =>
		expect(messages).toEqual([
			expect.objectContaining({
				type: 'markdown',
				content: expect.objectContaining({ text: expect.stringMatching(/3 people[^]*赵六\*\* Late 迟到/) }),
			}),
		]),
	'card-click': ({ cards }) =>
		expect(cards).toEqual([
			expect.objectContaining({
				publicData: { status: '已同意' },
				privateData: { zhangsan: { hint: '感谢处理' } },
				clicks: [expect.objectContaining({ answered: true })],
			}),
		]),
	'check-ins': ({ messages }, execution) => {
		expect(messages).toMatchObject([
			{
				type: 'markdown',
				content: { text: expect.stringMatching(/张三[^]*滨江区\]\(https:\/\/uri\.amap\.com\/marker\?position=120\./) },
			},
		]);
		expect(execution.ran).toContain('Map file');
	},
	'dingtalk-assistant': ({ cards, todos }) => {
		expect(todos).toEqual([expect.objectContaining({ subject: '提醒我明天交周报' })]);
		expect(cards).toEqual([
			expect.objectContaining({
				ended: 'done',
				streamed: { msgContent: expect.stringMatching(/^> ✅ Create a to-do\n\n已处理/) },
				publicData: expect.objectContaining({ feedback: 'like' }),
				clicks: [expect.objectContaining({ answered: true })],
			}),
		]);
	},
	'robot-answers': ({ messages }) =>
		expect(messages.at(-1)).toMatchObject({
			by: 'session',
			to: 'group',
			content: { text: expect.stringContaining('今天天气怎么样？') },
			at_users: { userids: ['lisi'] },
		}),
};

/** What must have happened before, so that an example has something to do. */
const prepared: Record<string, (sandbox: Sandbox) => void> = {
	'004-failed-events': ({ company: { corpId }, failedEvents }) => {
		const missed = { eventType: 'attendance_check_record', eventId: '', bornTime: Date.now() - 60_000, corpId };
		failedEvents.push(failedEntry({ ...missed, data: { userId: 'zhangsan' } }));
	},
};

/** The nodes at which a workflow ends; an example comes to at least one of them. */
const endsOf = ({ workflow: { nodes, connections } }: Example): string[] =>
	nodes
		.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
		.map(({ name }) => name)
		.filter((name) => !Object.values(connections[name]?.main ?? []).some((targets) => (targets ?? []).length > 0));

describe('the examples', () => {
	let bench: Bench;
	let model: Awaited<ReturnType<typeof startModel>>;
	beforeAll(async () => (model = await startModel(assistant)));
	beforeEach(async () => (bench = await openBench({ modelUrl: model.url })));
	afterEach(async () => await bench.close());
	afterAll(() => model.close());

	it.each(readExamples().map((example) => [example.file, example] as const))(
		'%s does what it says',
		async (file, example) => {
			const { id }: Saved = await bench.save(example.workflow);
			prepared[file]?.(bench.sandbox);
			const execution = await runExample(bench.api, bench.sandbox, example, id);
			const ends = endsOf(example);
			expect(execution.ran.filter((name) => ends.includes(name))).not.toEqual([]);
			outcomes[file]?.(bench.sandbox.received, execution);
		},
	);
});
