import type { Announcement } from '../../data/report';
import { ApiError, LegacyError } from '../../errors';
import { chinaTime, parseChinaTime } from '../../time';
import type { Route, World } from '../../world';
import { operation } from '../operation';

interface Create {
	create_request: {
		title: string;
		content: string;
		operation_userid: string;
		blackboard_receiver: { deptid_list?: number[]; userid_list?: string[] };
		author?: string;
		category_id?: string;
		private_level?: number;
		push_top?: boolean;
		coverpic_mediaid?: string;
	};
}

interface Update {
	update_request: {
		blackboard_id: string;
		operation_userid: string;
		title: string;
		content: string;
		author?: string;
		category_id?: string;
		coverpic_mediaid?: string;
	};
}

interface Query {
	query_request: {
		operation_userid: string;
		start_time?: string;
		end_time?: string;
		category_id?: string;
		page: number;
		page_size: number;
	};
}

const DAY = 86_400_000;
const MOST_DAYS = 180;
const EVERYBODY = -1;
const invalid = () => new LegacyError(400002, '参数错误');

/** Announcements (公告), and who has read them. https://open.dingtalk.com/document/development/create-an-enterprise-announcement and its neighbours */
export const announcementRoutes = (world: World): Route[] => {
	const { company, data, now, received } = world;
	const { announcements, categories } = data.report;
	const person = (userId: string) => company.users.find(({ userid }) => userid === userId);
	const isAdmin = (userId: string) => person(userId)?.admin === true;
	const admin = (userId: string) => {
		// The page says who may, and not with which code others are refused.
		if (!isAdmin(userId)) throw new LegacyError(40035, '操作人不是公告管理员');
	};
	const one = (id: string, missing: Error = invalid()): Announcement => {
		const found = announcements.find((entry) => entry.id === id);
		if (!found) throw missing;
		return found;
	};
	const cover = (mediaId: string | undefined) => {
		if (mediaId === undefined) return undefined;
		if (!received.media.some((file) => file.mediaId === mediaId)) throw invalid();
		return `https://example.com/${mediaId.slice(1)}.png`;
	};
	const known = (category: string | undefined) => {
		if (category !== undefined && !categories.some(({ id }) => id === category)) throw invalid();
		return category;
	};
	const getsIt = ({ departments, people }: Announcement) =>
		company.users.filter(
			({ userid, dept_id_list: own }) =>
				departments.includes(EVERYBODY) || people.includes(userid) || own.some((id) => departments.includes(id)),
		);
	/** The newest first. */
	const sorted = (all: Announcement[]) => [...all].sort((a, b) => b.created - a.created);
	const nameOf = (id: number) => company.departments.find(({ dept_id }) => dept_id === id)?.name ?? company.name;
	const allowed = (operator: string, entry: Announcement) => {
		if (!isAdmin(operator) && entry.sender !== operator) throw new ApiError('accessDenied', 'accessDenied', 403);
	};
	return [
		operation<Create>(world, 'POST /topapi/blackboard/create', ({ body: { create_request: sent } }) => {
			admin(sent.operation_userid);
			const { deptid_list: departments = [], userid_list: people = [] } = sent.blackboard_receiver;
			const wrong = departments.some((id) => id !== EVERYBODY && (id === 1 || nameOf(id) === company.name));
			if (departments.length + people.length === 0 || departments.length > 20 || people.length > 1000 || wrong)
				throw invalid();
			const id = `sandboxAnnouncement${world.nextId()}`;
			announcements.push({
				id,
				title: sent.title,
				content: sent.content,
				categoryId: known(sent.category_id) ?? categories[0]?.id ?? '',
				author: sent.author ?? '',
				sender: sent.operation_userid,
				departments,
				people,
				pinned: sent.push_top === true,
				privateLevel: sent.private_level ?? 0,
				cover: cover(sent.coverpic_mediaid) ?? '',
				created: now(),
				modified: now(),
				readers: {},
			});
			world.push('blackboard_sent', {
				blackboardId: id,
				blackboardType: 'blackboard',
				unionId: person(sent.operation_userid)?.unionid,
				receivers: { staffIds: JSON.stringify(people), deptIds: JSON.stringify(departments) },
			});
			return { result: true, success: true };
		}),
		operation<Update>(world, 'POST /topapi/blackboard/update', ({ body: { update_request: sent } }) => {
			admin(sent.operation_userid);
			const entry = one(sent.blackboard_id);
			Object.assign(entry, {
				title: sent.title,
				content: sent.content,
				author: sent.author ?? entry.author,
				categoryId: known(sent.category_id) ?? entry.categoryId,
				cover: cover(sent.coverpic_mediaid) ?? entry.cover,
				modified: now(),
			});
			return { result: true, success: true };
		}),
		operation<{ blackboard_id: string; operation_userid: string }>(
			world,
			'POST /topapi/blackboard/delete',
			({ body: { blackboard_id, operation_userid } }) => {
				admin(operation_userid);
				announcements.splice(announcements.indexOf(one(blackboard_id)), 1);
				return { result: true, success: true };
			},
		),
		operation<Query>(world, 'POST /topapi/blackboard/listids', ({ body: { query_request: asked } }) => {
			admin(asked.operation_userid);
			const end = parseChinaTime(asked.end_time ?? '') ?? now();
			const start = parseChinaTime(asked.start_time ?? '') ?? end - 30 * DAY;
			const { page, page_size: size } = asked;
			if (end < start || end - start > MOST_DAYS * DAY || size < 1 || size > 30 || page < 1) throw invalid();
			// Times of the request have whole seconds.
			const found = sorted(announcements).filter(
				({ created, categoryId }) =>
					created >= start && created < end + 1000 && (asked.category_id ?? categoryId) === categoryId,
			);
			return { result: found.slice((page - 1) * size, page * size).map(({ id }) => id), success: true };
		}),
		operation<{ operation_userid: string }>(
			world,
			'POST /topapi/blackboard/category/list',
			({ body: { operation_userid } }) => {
				admin(operation_userid);
				return { result: categories, success: true };
			},
		),
		operation<{ userid: string }>(world, 'POST /topapi/blackboard/listtopten', ({ body: { userid } }) => ({
			blackboard_list: sorted(announcements)
				.filter((entry) => getsIt(entry).some((user) => user.userid === userid))
				.slice(0, 10)
				.map(({ id, title, created, categoryId }) => ({
					id,
					title,
					gmt_create: chinaTime(created),
					categoryId,
					url: `https://example.com/announcement?id=${id}`,
				})),
		})),
		operation(
			world,
			'GET /v1.0/blackboard/get_blackboard',
			({ query: { operationUserId = '', blackboardId = '' } }) => {
				const entry = one(blackboardId, new ApiError('badRequest', 'badRequest'));
				allowed(operationUserId, entry);
				const receivers = getsIt(entry);
				const read = receivers.filter(({ userid }) => userid in entry.readers).length;
				return {
					id: entry.id,
					senderStaffId: entry.sender,
					title: entry.title,
					content: entry.content,
					categoryId: entry.categoryId,
					categoryName: categories.find(({ id }) => id === entry.categoryId)?.name ?? '',
					coverPicUrl: entry.cover,
					privateLevel: entry.privateLevel,
					isPushTop: entry.pinned ? 1 : 0,
					depNameList: entry.departments.map(nameOf),
					userNameList: entry.people.map((id) => person(id)?.name ?? ''),
					gmtCreate: chinaTime(entry.created),
					gmtModified: chinaTime(entry.modified),
					readCount: read,
					unReadCount: receivers.length - read,
					userList: entry.people.map((id) => ({
						corpId: company.corpId,
						staffId: id,
						name: person(id)?.name ?? '',
					})),
					deptList: entry.departments.map((id) => ({ deptId: String(id), name: nameOf(id) })),
					attachments: [],
				};
			},
		),
		operation(
			world,
			'GET /v1.0/blackboard/readers',
			({ query: { operationUserId = '', blackboardId = '', nextToken = '0', maxResults = '500' } }) => {
				const entry = one(blackboardId, new ApiError('badRequest', 'blackboardId'));
				allowed(operationUserId, entry);
				const [from, size] = [Number(nextToken), Number(maxResults)];
				if (!(size >= 1 && size <= 500)) throw new ApiError('badRequest', 'maxResults');
				const all = getsIt(entry);
				return {
					users: all.slice(from, from + size).map(({ userid }) => ({
						userId: userid,
						read: String(userid in entry.readers),
						...(userid in entry.readers && { readTimestamp: entry.readers[userid] }),
					})),
					...(from + size < all.length && { nextToken: String(from + size) }),
				};
			},
		),
	];
};
