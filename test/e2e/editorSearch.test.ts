import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../scripts/host';
import { type Bench, openBench } from './support/bench';
import { Editor } from './support/editor';

/** What people type into n8n's node panel, and the node that they mean. Any of several may be right. */
const english: Array<[words: string, ...nodes: string[]]> = [
	['work notification', 'DingTalk'],
	['dingtalk send', 'DingTalk', 'DingTalk Send and Wait'],
	['dingtalk robot', 'DingTalk'],
	['dingtalk bot', 'DingTalk'],
	['dingtalk group', 'DingTalk'],
	['dingtalk message', 'DingTalk'],
	['dingtalk chat', 'DingTalk'],
	['dingtalk card', 'DingTalk', 'DingTalk AI Card'],
	['dingtalk to-do', 'DingTalk To-Do'],
	['dingtalk todo', 'DingTalk To-Do'],
	['dingtalk task', 'DingTalk To-Do', 'DingTalk Project'],
	['dingtalk attendance', 'DingTalk Attendance'],
	['dingtalk punch', 'DingTalk Attendance'],
	['dingtalk leave', 'DingTalk Attendance', 'DingTalk Approval'],
	['dingtalk approval', 'DingTalk Approval'],
	['dingtalk expense', 'DingTalk Approval'],
	['dingtalk calendar', 'DingTalk Calendar'],
	['dingtalk event', 'DingTalk Calendar', 'DingTalk Trigger', 'DingTalk'],
	['dingtalk meeting', 'DingTalk Calendar', 'DingTalk Meeting'],
	['dingtalk video', 'DingTalk Meeting'],
	['dingtalk transcript', 'DingTalk Meeting'],
	['dingtalk contacts', 'DingTalk Contacts'],
	['dingtalk user', 'DingTalk Contacts'],
	['dingtalk department', 'DingTalk Contacts'],
	['dingtalk employee', 'DingTalk Contacts', 'DingTalk HR'],
	['dingtalk onboarding', 'DingTalk HR'],
	['dingtalk report', 'DingTalk Report'],
	['dingtalk announcement', 'DingTalk Report'],
	['dingtalk table', 'DingTalk AI Table'],
	['dingtalk database', 'DingTalk AI Table'],
	['dingtalk record', 'DingTalk AI Table'],
	['dingtalk spreadsheet', 'DingTalk Spreadsheet'],
	['dingtalk excel', 'DingTalk Spreadsheet'],
	['dingtalk document', 'DingTalk Docs'],
	['dingtalk knowledge', 'DingTalk Docs'],
	['dingtalk wiki', 'DingTalk Docs'],
	['dingtalk drive', 'DingTalk Drive'],
	['dingtalk file', 'DingTalk Drive'],
	['dingtalk folder', 'DingTalk Drive'],
	['dingtalk form', 'DingTalk Forms'],
	['yida', 'DingTalk Forms'],
	['teambition', 'DingTalk Project'],
	['dingtalk project', 'DingTalk Project'],
	['dingtalk crm', 'DingTalk CRM'],
	['dingtalk customer', 'DingTalk CRM'],
	['dingtalk api', 'DingTalk API Call'],
	['dingtalk request', 'DingTalk API Call'],
	['dingtalk wait', 'DingTalk Send and Wait'],
	['dingtalk approve', 'DingTalk Approval', 'DingTalk Send and Wait'],
	['dingding', 'DingTalk'],
	['attendance', 'DingTalk Attendance'],
	['oa approval', 'DingTalk Approval'],
	['group message', 'DingTalk'],
	['robot', 'DingTalk'],
	['meeting room', 'DingTalk Calendar'],
	['ai card', 'DingTalk AI Card', 'DingTalk'],
	['expense claim', 'DingTalk Approval'],
	['human in the loop', 'DingTalk Send and Wait'],
	['dingtalk webhook', 'DingTalk'],
	['dingtalk roster', 'DingTalk HR', 'DingTalk Attendance'],
];

/** Words that n8n's own nodes have in their names, too: ours is found with them, wherever it stands. */
const shared: typeof english = [
	['approval', 'DingTalk Approval'],
	['to-do', 'DingTalk To-Do'],
	['todo', 'DingTalk To-Do'],
	['bot', 'DingTalk'],
	['chat', 'DingTalk'],
	['calendar', 'DingTalk Calendar'],
	['contacts', 'DingTalk Contacts'],
];

const chinese: typeof english = [
	['钉钉', 'DingTalk'],
	['发消息', 'DingTalk'],
	['单聊', 'DingTalk'],
	['群消息', 'DingTalk'],
	['群机器人', 'DingTalk'],
	['机器人', 'DingTalk'],
	['工作通知', 'DingTalk'],
	['卡片', 'DingTalk', 'DingTalk AI Card'],
	['建群', 'DingTalk'],
	['待办', 'DingTalk To-Do'],
	['创建待办', 'DingTalk To-Do'],
	['任务', 'DingTalk To-Do', 'DingTalk Project'],
	['考勤', 'DingTalk Attendance'],
	['打卡', 'DingTalk Attendance'],
	['请假', 'DingTalk Attendance', 'DingTalk Approval'],
	['排班', 'DingTalk Attendance'],
	['审批', 'DingTalk Approval'],
	['报销', 'DingTalk Approval'],
	['日程', 'DingTalk Calendar'],
	['日历', 'DingTalk Calendar'],
	['会议室', 'DingTalk Calendar'],
	['会议', 'DingTalk Calendar', 'DingTalk Meeting'],
	['视频会议', 'DingTalk Meeting'],
	['录制', 'DingTalk Meeting'],
	['通讯录', 'DingTalk Contacts'],
	['部门', 'DingTalk Contacts'],
	['员工', 'DingTalk Contacts', 'DingTalk HR'],
	['角色', 'DingTalk Contacts'],
	['花名册', 'DingTalk HR'],
	['入职', 'DingTalk HR'],
	['离职', 'DingTalk HR'],
	['日志', 'DingTalk Report'],
	['日报', 'DingTalk Report'],
	['公告', 'DingTalk Report'],
	['多维表', 'DingTalk AI Table'],
	['AI表格', 'DingTalk AI Table'],
	['电子表格', 'DingTalk Spreadsheet'],
	['单元格', 'DingTalk Spreadsheet'],
	['文档', 'DingTalk Docs'],
	['知识库', 'DingTalk Docs', 'DingTalk Drive'],
	['钉盘', 'DingTalk Drive'],
	['文件', 'DingTalk Drive'],
	['宜搭', 'DingTalk Forms'],
	['表单', 'DingTalk Forms'],
	['问卷', 'DingTalk Forms'],
	['项目', 'DingTalk Project'],
	['看板', 'DingTalk Project'],
	['客户', 'DingTalk CRM'],
	['跟进', 'DingTalk CRM'],
	['接口', 'DingTalk API Call'],
	['自定义请求', 'DingTalk API Call'],
	['等待回复', 'DingTalk Send and Wait'],
	['人工审核', 'DingTalk Send and Wait'],
	['回调', 'DingTalk'],
	['通知', 'DingTalk'],
	['上传文件', 'DingTalk Drive'],
	['周报', 'DingTalk Report'],
	['订会议室', 'DingTalk Calendar'],
	['工时', 'DingTalk Project', 'DingTalk Attendance'],
	['直播', 'DingTalk Meeting'],
];

describe("the search of n8n's node panel", () => {
	let bench: Bench;
	let editor: Editor;
	beforeAll(async () => {
		bench = await openBench();
		editor = await Editor.open(bench.api, 'search');
		await editor.newWorkflow();
		await editor.searchNodes('钉钉');
	});
	afterAll(async () => {
		await editor.close();
		await bench.close();
	});

	/** Types into the open panel. @returns what stands there once it has come to rest; nothing where nothing is found */
	async function search(text: string): Promise<string[]> {
		await editor.byId('node-creator-search-bar').fill(text);
		const found = editor.byId('node-creator-item-name');
		let before = ['?'];
		return await eventually(`the search for ${text} to rest`, async () => {
			await sleep(250);
			const names = await found.allInnerTexts();
			const rests = names.join() === before.join();
			before = names;
			return rests ? names : undefined;
		});
	}

	it.each([
		['60 English words, among the first three:', english, 3],
		['60 Chinese words, among the first three:', chinese, 3],
		['words that other nodes have, too', shared, Infinity],
	] as const)(
		'%s find the node',
		async (_, words, first) => {
			const missed: string[] = [];
			for (const [text, ...nodes] of words) {
				const found = (await search(text)).slice(0, first);
				if (!found.some((name) => nodes.includes(name))) missed.push(`${text}: ${found.join(', ')}`);
			}
			expect(missed).toEqual([]);
		},
		300_000,
	);
});
