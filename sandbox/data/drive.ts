import { createHash } from 'node:crypto';

import type { Company } from '../company';
import { BASE } from './aiTable';
import { APPROVAL_SPACE } from './approval';
import { DOCUMENT, HANDBOOK } from './documents';
import { WORKBOOK } from './spreadsheet';

export interface Dentry {
	/** Digits, within its space. */
	id: string;
	/** Letters and digits; also the id of a node, and what stands in its link. */
	uuid: string;
	spaceId: string;
	/** `0`: at the top of its space. */
	parentId: string;
	type: 'FILE' | 'FOLDER';
	name: string;
	/** Of files: bytes of each version, the newest last; an online document has none. */
	versions: Buffer[];
	/** unionIds */
	creatorId: string;
	modifierId: string;
	/** Epoch milliseconds. */
	createTime: number;
	modifiedTime: number;
	appProperties?: Array<{ name: string; value: string; visibility: string }>;
}

export interface Space {
	spaceId: string;
	name: string;
	/** `drive`: a shared space of the organisation; `app`: made by the app; `wiki`: a knowledge base; `mine`: a person's own documents. */
	kind: 'drive' | 'app' | 'wiki' | 'mine';
	/** Of knowledge bases. */
	workspaceId?: string;
	/** UUID of its root. */
	rootUuid: string;
	/** unionId */
	ownerId: string;
	createTime: number;
	description?: string;
	quota?: number;
}

export interface StorageTask {
	id: string;
	status: 'SUCCESS' | 'FAIL';
	at: number;
	failMessage?: string;
}

export interface DriveData {
	spaces: Space[];
	dentries: Dentry[];
	/** What was deleted into the recycle bin. */
	recycled: Dentry[];
	tasks: StorageTask[];
}

/** A made-up identifier of letters and digits, stable over restarts. */
export const uuidOf = (name: string): string =>
	createHash('sha512').update(`sandbox node ${name}`).digest('hex').slice(0, 32);

const DAY = 86_400_000;

export const seedDrive = ({ users }: Company, now: number): DriveData => {
	const [boss, zhang] = users.map(({ unionid }) => unionid);
	let last = 17_440_000;
	const space = (spaceId: string, name: string, kind: Space['kind'], ownerId = boss): Space => ({
		spaceId,
		name,
		kind,
		ownerId,
		rootUuid: uuidOf(`root ${spaceId}`),
		createTime: now - 100 * DAY,
		...(kind === 'wiki' || kind === 'mine' ? { workspaceId: uuidOf(`workspace ${spaceId}`).slice(0, 16) } : {}),
	});
	const dentry = (
		spaceId: string,
		parentId: string,
		name: string,
		content?: string,
		uuid = uuidOf(`${spaceId} ${name}`),
	): Dentry => ({
		id: String((last += 1)),
		uuid,
		spaceId,
		parentId,
		type: content === undefined ? 'FOLDER' : 'FILE',
		name,
		versions: content ? [Buffer.from(content)] : [],
		creatorId: boss,
		modifierId: zhang,
		createTime: now - 50 * DAY + last,
		modifiedTime: now - 10 * DAY + last,
	});
	const contracts = dentry('490100001', '0', '合同');
	const plans = dentry('490200001', '0', '规划');
	return {
		spaces: [
			space('490100001', '公司文件', 'drive'),
			space('490100002', '研发共享', 'drive', zhang),
			space(APPROVAL_SPACE, '审批附件', 'app'),
			space('490200001', '产品知识库', 'wiki'),
			space('490200002', '研发手册', 'wiki', zhang),
			...users.slice(0, 6).map(({ unionid }, i) => space(`49030000${i + 1}`, '我的文档', 'mine', unionid)),
		],
		dentries: [
			contracts,
			dentry('490100001', '0', '公告.txt', '全体放假一天。'),
			dentry('490100001', contracts.id, '采购合同.txt', '甲方:小满科技'),
			dentry('490100002', '0', 'README.md', '# 研发共享'),
			plans,
			dentry('490200001', '0', '项目管理.able', '', BASE),
			dentry('490200001', '0', '预算.axls', '', WORKBOOK),
			dentry('490200001', plans.id, '路线图.adoc', '', DOCUMENT),
			dentry('490200002', '0', '编码规范.adoc', '', HANDBOOK),
			...users.slice(0, 6).map((_, i) => dentry(`49030000${i + 1}`, '0', '笔记.adoc', '')),
		],
		recycled: [],
		tasks: [],
	};
};
