import type { Person } from '../company';
import { LegacyError, legacy } from '../errors';
import type { WorkNotification } from '../received';
import type { Route, World } from '../world';
import { route } from '../world';

interface Send {
	agent_id: number;
	userid_list?: string;
	dept_id_list?: string;
	to_all_user?: boolean;
	msg: WorkNotification['msg'];
}

interface OaMessage {
	status_bar?: { status_value: string; status_bg?: string };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TYPES = ['text', 'image', 'voice', 'file', 'link', 'oa', 'markdown', 'action_card'];
/** Black, says the legacy SDK. */
const NO_COLOUR = '0xFF000000';

const list = (text = ''): string[] =>
	text
		.split(',')
		.map((one) => one.trim())
		.filter((one) => one !== '');

/** Work notifications, https://open.dingtalk.com/document/development/asynchronous-sending-of-enterprise-session-messages */
export const workNotificationRoutes = (world: World): Route[] => {
	const { company, received, now, nextId, dialect } = world;

	const find = (taskId: number, within: number, error: LegacyError): WorkNotification => {
		const found = received.notifications.find((one) => one.taskId === taskId);
		if (!found || now() - found.at > within) throw error;
		return found;
	};
	const agent = (id: number, error: LegacyError): void => {
		if (id !== company.agentId) throw error;
	};
	const members = (department: number): Person[] => {
		const below = company.departments
			.filter((one) => one.parent_id === department)
			.flatMap((one) => members(one.dept_id));
		return [...company.users.filter((one) => one.dept_id_list.includes(department)), ...below];
	};
	/** Over a limit the call still succeeds and nothing arrives: the result names who was left out. */
	const forbids = (userid: string, msg: string): { userid: string; code: string; count: number } | undefined => {
		const today = received.notifications.filter((one) => one.userids.includes(userid) && now() - one.at < DAY);
		if (today.length >= 500) return { userid, code: '143105', count: 500 };
		return today.some((one) => JSON.stringify(one.msg) === msg) ? { userid, code: '143106', count: 1 } : undefined;
	};
	const message = (msg: Send['msg']): WorkNotification['msg'] => {
		if (!TYPES.includes(msg.msgtype)) throw legacy(40008);
		const content = msg[msg.msgtype] as Record<string, unknown> | undefined;
		if (typeof content !== 'object' || content === null) throw legacy(34014);
		if (Buffer.byteLength(JSON.stringify(msg)) > 2048) throw legacy(45002);
		if (
			['image', 'voice', 'file'].includes(msg.msgtype) &&
			!received.media.some((one) => one.mediaId === content.media_id)
		) {
			throw legacy(40007);
		}
		return msg;
	};
	const audience = ({ userid_list, dept_id_list, to_all_user: all = false }: Send) => {
		const users = list(userid_list);
		const departments = list(dept_id_list).map(Number);
		if (!all && users.length + departments.length === 0) throw legacy(400002, '接收者为空');
		if (users.length > 100) throw legacy(40032);
		if (departments.length > 20) throw legacy(40066);
		return { users, departments, all };
	};

	return [
		route<Send>('POST', '/topapi/message/corpconversation/asyncsend_v2', ({ body }) => {
			agent(body.agent_id, legacy(40056));
			const { users, departments, all } = audience(body);
			const msg = message(body.msg);
			const bar = msg.msgtype === 'oa' ? (msg.oa as OaMessage).status_bar : undefined;
			if (bar && (all || departments.length > 0 || users.length > 5)) throw legacy(40035, 'status_bar');
			const toAll = received.notifications.filter((one) => one.toAll && now() - one.at < DAY);
			if (all && toAll.length >= 3) throw legacy(41045);
			const known = new Set(company.users.map((one) => one.userid));
			const wanted = [
				...users.filter((one) => known.has(one)),
				...departments.flatMap((one) => members(one).map((person) => person.userid)),
				...(all ? known : []),
			];
			const people = [...new Set(wanted)];
			const forbidden = people.map((one) => forbids(one, JSON.stringify(msg))).filter((one) => one !== undefined);
			const left = new Set(forbidden.map((one) => one.userid));
			const notification: WorkNotification = {
				at: now(),
				taskId: nextId(),
				msg,
				userids: people.filter((one) => !left.has(one)),
				readBy: [],
				invalidUsers: users.filter((one) => !known.has(one)),
				invalidDepartments: departments.filter((id) => !company.departments.some((one) => one.dept_id === id)),
				forbidden,
				recalled: false,
				toAll: all,
				...(bar ? { statusBar: { value: bar.status_value, bg: bar.status_bg ?? NO_COLOUR } } : {}),
			};
			received.notifications.push(notification);
			return { task_id: notification.taskId };
		}),
		route<{ agent_id: number; task_id: number }>(
			'POST',
			'/topapi/message/corpconversation/getsendprogress',
			({ body }) => {
				agent(body.agent_id, legacy(40035));
				find(body.task_id, DAY, legacy(40035));
				return { progress: { progress_in_percent: 100, status: 2 } };
			},
		),
		route<{ agent_id: number; task_id: number }>(
			'POST',
			'/topapi/message/corpconversation/getsendresult',
			({ body }) => {
				agent(body.agent_id, legacy(40035));
				const { userids, readBy, invalidUsers, invalidDepartments, forbidden } = find(body.task_id, DAY, legacy(40035));
				return {
					send_result: {
						invalid_user_id_list: invalidUsers,
						invalid_dept_id_list: invalidDepartments,
						// The page has both lists and codes as text; recorded answers have one list, and the code is a number.
						...(dialect === 'page'
							? { forbidden_user_id_list: forbidden.map((one) => one.userid), forbidden_list: forbidden }
							: { forbidden_list: forbidden.map((one) => ({ ...one, code: Number(one.code) })) }),
						failed_user_id_list: [],
						read_user_id_list: readBy,
						unread_user_id_list: userids.filter((one) => !readBy.includes(one)),
					},
				};
			},
		),
		route<{ agent_id: number; task_id: number; status_value: string; status_bg?: string }>(
			'POST',
			'/topapi/message/corpconversation/status_bar/update',
			({ body }) => {
				agent(body.agent_id, legacy(40056));
				const found = find(body.task_id, 7 * DAY, legacy(40035));
				if (found.msg.msgtype !== 'oa') throw legacy(40035);
				found.statusBar = { value: body.status_value, bg: body.status_bg ?? found.statusBar?.bg ?? NO_COLOUR };
				return {};
			},
		),
		route<{ agent_id: number; msg_task_id: number }>('POST', '/topapi/message/corpconversation/recall', ({ body }) => {
			const error = new LegacyError(400002, 'agentId不合法或taskId不合法');
			agent(body.agent_id, error);
			find(body.msg_task_id, DAY, error).recalled = true;
			return {};
		}),
	];
};
