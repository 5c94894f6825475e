import type { Company } from '../company';

/** A field of the roster, as both of its routes tell of it. */
export interface RosterField {
	code: string;
	name: string;
	type: string;
	/** Texts of the choices by their values. */
	choices?: Record<string, string>;
	derived?: true;
}

export interface RosterGroup {
	id: string;
	name: string;
	/** Holds several entries. */
	detail: boolean;
	fields: RosterField[];
}

/** What HR keeps of a person. */
export interface EmployeeFile {
	userId: string;
	/** 2 probation, 3 regular, 5 leaving, -1 none. */
	status: number;
	/** Values by the code of the field, one for each entry of a detail group. */
	values: Record<string, string[]>;
}

export interface Dismissal {
	userId: string;
	name: string;
	departments: number[];
	lastWorkDay: number;
	memo: string;
	voluntary: string[];
	passive: string[];
	/** Status before. */
	before: number;
	/** 1 leaving, 2 gone. */
	status: 1 | 2;
}

export interface Departure {
	userId: string;
	name: string;
	mobile: string;
	/** Epoch ms. */
	at: number;
	reason: 'oapi' | 'cancel' | 'leave' | 'unknown' | 'delete';
}

export interface FutureEmployee {
	userId: string;
	name: string;
	mobile: string;
	preEntryTime?: number;
	values: Record<string, string[]>;
}

export interface HrData {
	groups: RosterGroup[];
	/** By user ID; who has none yet is without status. */
	files: EmployeeFile[];
	future: FutureEmployee[];
	dismissals: Dismissal[];
	departures: Departure[];
	reasons: { voluntary: string[]; passive: string[] };
	positions: string[];
	jobs: string[];
	ranks: string[];
}

const text = (code: string, name: string): RosterField => ({ code, name, type: 'TextField' });
const date = (code: string, name: string): RosterField => ({ code, name, type: 'DDDateField' });
const choice = (code: string, name: string, choices: Record<string, string>): RosterField => ({
	code,
	name,
	type: 'DDSelectField',
	choices,
});

const DAY = 86_400_000;

export const seedHr = ({ users }: Company, now: number): HrData => ({
	groups: [
		{
			id: 'sys00',
			name: '基本信息',
			detail: false,
			fields: [text('sys00-name', '姓名'), text('sys00-mainDept', '主部门'), text('sys00-reportManager', '直属主管')],
		},
		{
			id: 'sys01',
			name: '工作信息',
			detail: false,
			fields: [
				choice('sys01-employeeStatus', '员工状态', { 2: '试用', 3: '正式', 5: '待离职' }),
				date('sys01-confirmJoinTime', '入职时间'),
				text('sys01-positionLevel', '岗位职级'),
				{ ...text('sys01-workAge', '司龄'), derived: true },
			],
		},
		{
			id: 'sys02',
			name: '个人信息',
			detail: false,
			fields: [
				date('sys02-birthTime', '出生日期'),
				choice('sys02-nationType', '民族', { 1: '汉族', 2: '蒙古族', 3: '回族' }),
				text('sys02-address', '住址'),
			],
		},
		{
			id: 'sys07',
			name: '家庭信息',
			detail: true,
			fields: [text('sys07-familyMemberName', '姓名(家人)'), text('sys07-relationship', '关系')],
		},
		{
			id: 'sys08',
			name: '个人材料',
			detail: false,
			fields: [{ code: 'sys08-forntIDcard', name: '身份证(人像面)', type: 'DDPhotoField' }],
		},
	],
	files: users.map(({ userid, name }) => ({
		userId: userid,
		status: userid === 'user01' ? 2 : 3,
		values: { 'sys00-name': [name], 'sys01-positionLevel': ['P5'], 'sys02-nationType': ['1'] },
	})),
	future: [{ userId: 'sandboxFuture1', name: '孙七', mobile: '13900000201', preEntryTime: now + 7 * DAY, values: {} }],
	dismissals: [
		{
			userId: 'sandboxGone1',
			name: '周八',
			departments: [101],
			lastWorkDay: now - 20 * DAY,
			memo: '个人发展',
			voluntary: ['个人原因'],
			passive: [],
			before: 3,
			status: 2,
		},
	],
	departures: [{ userId: 'sandboxGone1', name: '周八', mobile: '13900000301', at: now - 20 * DAY, reason: 'delete' }],
	reasons: { voluntary: ['家庭原因', '个人原因'], passive: ['无法胜任工作', '经济性裁员'] },
	positions: ['前端开发工程师', '招聘专员'],
	jobs: ['工程师', '经理'],
	ranks: ['P5', 'P6'],
});
