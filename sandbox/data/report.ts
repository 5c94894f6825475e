import type { Company } from '../company';

export interface ReportTemplate {
	id: string;
	name: string;
	/** Type 1 is text, the only one that can be written by API. */
	fields: Array<{ name: string; sort: number; type: number }>;
	receivers: string[];
	groups: Array<{ id: string; title: string }>;
	/** Who sees it; everybody where it is not said. */
	visibleTo?: string[];
}

export interface Report {
	id: string;
	template: string;
	author: string;
	contents: Array<{ key: string; sort: number; type: number; value: string }>;
	/** Epoch ms. */
	created: number;
	modified: number;
	receivers: string[];
	readers: string[];
	likes: string[];
	comments: Array<{ userid: string; content: string; at: number }>;
}

export interface Announcement {
	id: string;
	title: string;
	content: string;
	categoryId: string;
	author: string;
	sender: string;
	departments: number[];
	people: string[];
	pinned: boolean;
	privateLevel: number;
	cover: string;
	created: number;
	modified: number;
	/** When people read it, epoch ms. */
	readers: Record<string, number>;
}

export interface ReportData {
	templates: ReportTemplate[];
	reports: Report[];
	categories: Array<{ id: string; name: string }>;
	announcements: Announcement[];
}

const DAILY = '日报';

const MINUTE = 60_000;

export const seedReport = ({ users, group }: Company, now: number): ReportData => ({
	templates: [
		{
			id: 'sandboxDailyReport0001',
			name: DAILY,
			fields: [
				{ name: '今日完成工作', sort: 0, type: 1 },
				{ name: '未完成工作', sort: 1, type: 1 },
				{ name: '照片', sort: 2, type: 7 },
			],
			receivers: [users[0]?.userid ?? ''],
			groups: [{ id: group.openConversationId, title: group.title }],
		},
		{
			id: 'sandboxWeeklyReport001',
			name: '周报',
			fields: [{ name: '本周工作', sort: 0, type: 1 }],
			receivers: [],
			groups: [],
			visibleTo: ['manager7675'],
		},
	],
	reports: [
		{
			id: 'sandboxReport1',
			template: DAILY,
			author: 'lisi',
			contents: [
				{ key: '今日完成工作', sort: 0, type: 1, value: '登录页' },
				{ key: '未完成工作', sort: 1, type: 1, value: '测试' },
			],
			created: now - MINUTE,
			modified: now - MINUTE,
			receivers: ['manager7675', 'zhangsan'],
			readers: ['zhangsan'],
			likes: ['zhangsan'],
			comments: [{ userid: 'zhangsan', content: '不错', at: now - MINUTE / 2 }],
		},
	],
	categories: [
		{ id: 'sandboxCategory1', name: '正式公告' },
		{ id: 'sandboxCategory2', name: '节假日公告' },
	],
	announcements: [
		{
			id: 'sandboxAnnouncement1',
			title: '国庆节值班表',
			content: '值班安排见附件',
			categoryId: 'sandboxCategory2',
			author: '行政部',
			sender: users[0]?.userid ?? '',
			departments: [-1],
			people: [],
			pinned: false,
			privateLevel: 0,
			cover: '',
			created: now - 60 * MINUTE,
			modified: now - 60 * MINUTE,
			readers: { lisi: now - 30 * MINUTE },
		},
	],
});
