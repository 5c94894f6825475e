import type { Company } from '../company';
import { chinaDay } from '../time';

export type FieldType =
	| 'text'
	| 'number'
	| 'singleSelect'
	| 'multipleSelect'
	| 'date'
	| 'user'
	| 'department'
	| 'attachment'
	| 'unidirectionalLink'
	| 'bidirectionalLink'
	| 'url'
	| 'checkbox'
	| 'currency'
	| 'rating'
	| 'progress'
	| 'telephone'
	| 'email'
	| 'barcode'
	| 'idCard'
	| 'richText'
	| 'geolocation'
	| 'group'
	| 'formula'
	| 'lookup'
	| 'autoNumber'
	| 'creator'
	| 'lastModifier'
	| 'createdTime'
	| 'lastModifiedTime';

export interface Choice {
	id: string;
	name: string;
}

export interface TableField {
	id: string;
	sheetId: string;
	name: string;
	type: FieldType;
	property?: { choices?: Choice[]; formatter?: string; linkedSheetId?: string; [more: string]: unknown };
}

export interface TableRecord {
	id: string;
	sheetId: string;
	/** Cells that hold something, by field id; computed ones are not kept. */
	cells: Record<string, unknown>;
	/** unionIds */
	createdBy: string;
	lastModifiedBy: string;
	/** Epoch milliseconds. */
	createdTime: number;
	lastModifiedTime: number;
}

export interface AiTableData {
	/** A base is a node of the knowledge bases; its id is the node's. */
	bases: Array<{ baseId: string; /** unionIds of those who may not use it. */ closedTo: string[] }>;
	sheets: Array<{ id: string; baseId: string; name: string }>;
	fields: TableField[];
	records: TableRecord[];
	/** Files of cells, by their resource id: uploaded once, then named in a cell. */
	resources: Map<string, { resourceUrl: string; name: string; mediaType: string; size: number; data?: Buffer }>;
}

/** Ids of nodes are letters and digits: they stand in links. */
export const BASE = 'sandboxAiTableProjects00000000001';

const TASKS = 'shtSandboxTasks';
const CUSTOMERS = 'shtSandboxCustomers';
const DAY = 86_400_000;

const choices = (...names: string[]): { choices: Choice[] } => ({
	choices: names.map((name, i) => ({ id: `opt${i + 1}`, name })),
});

/** The first field of a sheet is its primary one. */
const TASK_FIELDS: Array<[string, FieldType, TableField['property']?]> = [
	['标题', 'text'],
	['数字', 'number', { formatter: 'FLOAT_2' }],
	['状态', 'singleSelect', choices('未开始', '进行中', '已完成')],
	['标签', 'multipleSelect', choices('前端', '后端', '紧急')],
	['日期', 'date', { formatter: 'YYYY-MM-DD' }],
	['负责人', 'user', { multiple: true }],
	['部门', 'department', { multiple: true }],
	['附件', 'attachment'],
	['客户', 'unidirectionalLink', { linkedSheetId: CUSTOMERS, multiple: true }],
	['关联', 'bidirectionalLink', { linkedSheetId: CUSTOMERS, multiple: true }],
	['网址', 'url'],
	['完成', 'checkbox'],
	['金额', 'currency', { formatter: 'CNY_FLOAT' }],
	['评分', 'rating'],
	['进度', 'progress'],
	['电话', 'telephone'],
	['邮箱', 'email'],
	['条码', 'barcode'],
	['身份证', 'idCard'],
	['说明', 'richText'],
	['位置', 'geolocation'],
	['群', 'group'],
	['公式', 'formula'],
	['引用', 'lookup'],
	['编号', 'autoNumber'],
	['创建人', 'creator'],
	['修改人', 'lastModifier'],
	['创建时间', 'createdTime'],
	['修改时间', 'lastModifiedTime'],
];

const CUSTOMER_FIELDS: typeof TASK_FIELDS = [
	['名称', 'text'],
	['电话', 'telephone'],
	['级别', 'singleSelect', choices('A', 'B', 'C')],
];

const fields = (sheetId: string, prefix: string, list: typeof TASK_FIELDS): TableField[] =>
	list.map(([name, type, property], i) => ({
		id: `${prefix}${String(i + 1).padStart(2, '0')}`,
		sheetId,
		name,
		type,
		property,
	}));

/** A base with 150 tasks and 20 customers; tasks fill a cell of every type that can be written, each third one leaves most empty. */
export const seedAiTable = ({ users, openConversationId }: Company, now: number): AiTableData => {
	const [boss, zhang, li] = users.map(({ unionid }) => unionid);
	const stranger = users.find(({ userid }) => userid === 'user01')?.unionid ?? '';
	const taskFields = fields(TASKS, 'fldTask', TASK_FIELDS);
	const customerFields = fields(CUSTOMERS, 'fldCust', CUSTOMER_FIELDS);
	const today = chinaDay(now);

	const record = (
		sheetId: string,
		id: string,
		i: number,
		named: TableField[],
		cells: Record<string, unknown>,
	): TableRecord => ({
		id,
		sheetId,
		cells: Object.fromEntries(
			named.flatMap((field) => (cells[field.name] === undefined ? [] : [[field.id, cells[field.name]]])),
		),
		createdBy: boss,
		lastModifiedBy: zhang,
		createdTime: now - (200 - i) * DAY,
		lastModifiedTime: now - (200 - i) * DAY,
	});
	const choice = (field: TableField | undefined, i: number) => {
		const all = field?.property?.choices ?? [];
		return all[i % all.length];
	};
	const task = (i: number) => {
		const full = i % 3 !== 0;
		return record(TASKS, `recTask${String(i).padStart(4, '0')}`, i, taskFields, {
			标题: `任务 ${i}`,
			数字: i,
			状态: choice(taskFields[2], i),
			日期: today - (i % 30) * DAY,
			...(full && {
				标签: [choice(taskFields[3], i)],
				负责人: [{ unionId: i % 2 === 0 ? zhang : li }],
				部门: [{ deptId: '101' }],
				客户: { linkedRecordIds: [`recCust${String((i % 20) + 1).padStart(4, '0')}`] },
				网址: { text: '钉钉', link: 'https://www.dingtalk.com' },
				完成: i % 2 === 0,
				金额: i * 10.5,
				评分: (i % 5) + 1,
				进度: (i % 10) / 10,
				电话: '13800000000',
				邮箱: 'someone@example.com',
				条码: `69${String(i).padStart(11, '0')}`,
				说明: { markdown: `**${i}**` },
				位置: { address: '杭州市余杭区', name: '总部', location: [120.02, 30.28] },
				群: [{ cid: openConversationId }],
			}),
		});
	};
	return {
		bases: [{ baseId: BASE, closedTo: [stranger] }],
		sheets: [
			{ id: TASKS, baseId: BASE, name: '任务' },
			{ id: CUSTOMERS, baseId: BASE, name: '客户' },
		],
		fields: [...taskFields, ...customerFields],
		records: [
			...Array.from({ length: 150 }, (_, i) => task(i + 1)),
			...Array.from({ length: 20 }, (_, i) =>
				record(CUSTOMERS, `recCust${String(i + 1).padStart(4, '0')}`, i, customerFields, {
					名称: `客户 ${i + 1}`,
					电话: `1390000${String(i + 1).padStart(4, '0')}`,
					级别: choice(customerFields[2], i),
				}),
			),
		],
		resources: new Map(),
	};
};

/** An AI table that a file was turned into: one sheet with one field. */
export const newBase = ({ bases, sheets, fields }: AiTableData, baseId: string): void => {
	const id = `sht${baseId.slice(0, 8)}`;
	bases.push({ baseId, closedTo: [] });
	sheets.push({ id, baseId, name: '数据表' });
	fields.push({ id: `fld${baseId.slice(0, 8)}`, sheetId: id, name: '标题', type: 'text' });
};
