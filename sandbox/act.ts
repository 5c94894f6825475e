import { buttonOn } from './cardButtons';
import type { CallbackSender } from './callback';
import type { Person } from './company';
import { decide } from './http/approval';
import type { Verdict } from './http/approval';
import { punchAt } from './http/attendance';
import { updateCard } from './http/card';
import type { CardData } from './http/card';
import type { CardCallbacks } from './http/cardCallback';
import type { RobotMessage } from './http/groupRobot';
import type { RobotFile, RobotFiles } from './http/robotFile';
import type { Sessions } from './http/session';
import { setDone } from './http/todo';
import type { Card, Punch } from './received';
import type { Gateway } from './stream/gateway';
import type { World } from './world';

export interface RobotMessageInput {
	text?: string;
	/** userid of the sender; default `zhangsan`. */
	from?: string;
	/** In the group (default) or one to one. */
	in?: 'group' | 'person';
	/** Whether the robot is called by @ in the group; default true. */
	at?: boolean;
	/** userids of people who are called beside the robot. */
	mentions?: string[];
	/** The message that this one answers. */
	quote?: { msgType: string; content?: Record<string, unknown> };
	/** Another message type with its `content`: picture, file, audio, video, richText. */
	msgtype?: string;
	content?: Record<string, unknown>;
	/** A file of that message: its `downloadCode` goes into the content. */
	file?: RobotFile;
}

export interface Surroundings {
	world: World;
	gateway: Gateway;
	sender: CallbackSender;
	sessions: Sessions;
	files: RobotFiles;
	cardCallbacks: CardCallbacks;
}

/** Things a person does in the DingTalk app: each changes what the API tells, and fires the documented event. */
export interface Act {
	/** @returns the message as the robot gets it */
	sendRobotMessage(input: RobotMessageInput): Promise<Record<string, unknown>>;
	/** Agrees (default) or refuses in the name of the next approver. */
	approve(instanceId: string, choice?: { result?: Verdict; by?: string; remark?: string }): void;
	punchIn(userid: string, choice?: { at?: number; address?: string }): Punch;
	/** @returns what the client answered within DingTalk's two seconds; undefined: nothing */
	clickCard(click: {
		outTrackId: string;
		userid?: string;
		/** Text of a button that the card itself shows; it brings its own ID and parameters. */
		button?: string;
		actionId?: string;
		params?: Record<string, unknown>;
	}): Promise<Record<string, unknown> | undefined>;
	/** Ticks a to-do off (or, `done: false`, opens it again). */
	completeTodo(taskId: string, choice?: { done?: boolean; by?: string }): void;
	readNotification(taskId: number, userid: string): void;
}

export const ROBOT_TOPIC = '/v1.0/im/bot/messages/get';
export const CARD_TOPIC = '/v1.0/card/instances/callback';

export const createAct = ({ world, gateway, sender, sessions, files, cardCallbacks }: Surroundings): Act => {
	const { company, received, now, nextId } = world;

	const person = (userid: string): Person => {
		const found = company.users.find((one) => one.userid === userid);
		if (!found) throw new Error(`Nobody here is called ${userid}`);
		return found;
	};

	/** Who is called in a message: people with all of their ids, the robot with one; one to one nobody is. */
	const called = (group: boolean, at: boolean, mentions: string[]): Record<string, unknown> => {
		const people = mentions.map(person).map(({ unionid, userid }) => ({
			unionId: unionid,
			dingtalkId: `$:LWCP_v1:$${userid}`,
			staffId: userid,
		}));
		const atUsers = [...people, ...(at ? [{ dingtalkId: '$:LWCP_v1:$robot' }] : [])];
		if (group) return { conversationTitle: company.group.title, atUsers, isInAtList: at };
		return world.dialect === 'wire' ? {} : { atUsers: [], isInAtList: false };
	};

	const toRobot = async (message: Record<string, unknown>, where: Parameters<Sessions['create']>[0]): Promise<void> => {
		if (!sender.robotUrl) {
			void gateway.pushCallback(ROBOT_TOPIC, message, false);
			return;
		}
		const answer = await sender.robotMessage(message);
		if (answer?.msgtype) sessions.answer(where, answer as RobotMessage);
	};

	return {
		async sendRobotMessage({
			text = '',
			from = 'zhangsan',
			in: place = 'group',
			at = true,
			mentions = [],
			quote,
			msgtype = 'text',
			content,
			file,
		}) {
			const who = person(from);
			const group = place === 'group';
			const conversationId = group ? company.openConversationId : `cidPrivate${who.userid}`;
			const where = group
				? { to: 'group' as const, conversation: conversationId }
				: { to: 'person' as const, userids: [who.userid] };
			const attached = file && { downloadCode: files.put(file), fileName: file.name };
			// Of each @ its blank stays in the text.
			const blanks = ' '.repeat(group ? mentions.length + Number(at) : 0);
			const original = { msgId: `msg${nextId().toString(36)}==`, createdAt: now(), senderId: '$:LWCP_v1:$someone' };
			const body = {
				...(msgtype === 'text'
					? {
							text: {
								content: blanks + text,
								...(quote && { isReplyMsg: true, repliedMsg: { ...original, ...quote } }),
							},
						}
					: { content: { ...attached, ...content } }),
				...(quote && { originalMsgId: original.msgId }),
			};
			const message = {
				conversationId,
				conversationType: group ? '2' : '1',
				...called(group, at, mentions),
				// Recorded messages have members that the page does not name.
				...(world.dialect === 'wire' && {
					senderPlatform: 'Mac',
					senderUnionId: who.unionid,
					...(group && { openThreadId: conversationId }),
				}),
				chatbotCorpId: company.corpId,
				chatbotUserId: '$:LWCP_v1:$robot',
				robotCode: company.robotCode,
				msgId: `msg${nextId().toString(36)}==`,
				createAt: now(),
				senderId: `$:LWCP_v1:$${who.userid}`,
				senderNick: who.name,
				senderStaffId: who.userid,
				senderCorpId: company.corpId,
				isAdmin: who.admin,
				...sessions.create(where),
				msgtype,
				...body,
			};
			received.messages.push({
				at: now(),
				id: message.msgId,
				...where,
				by: 'person',
				userids: [who.userid],
				type: msgtype,
				content: { text, ...content, ...(file && { fileName: file.name }) },
			});
			await toRobot(message, where);
			return message;
		},

		approve(instanceId, { result = 'agree', by, remark } = {}) {
			const approval = received.approvals.find((one) => one.instanceId === instanceId);
			if (!approval) throw new Error(`No approval ${instanceId}`);
			decide(world, approval, result, by, remark);
		},

		punchIn(userid, { at = now(), address = '杭州市余杭区' } = {}) {
			const punch = punchAt(nextId(), person(userid).userid, at, address);
			received.punches.push(punch);
			world.push('attendance_check_record', {
				dataList: [
					{
						address,
						corpId: company.corpId,
						checkTime: at,
						locationResult: 'Normal',
						groupId: String(company.attendanceGroupId),
						latitude: 30.285230848524307,
						longitude: 120.01713514539931,
						bizId: `B${punch.id}`,
						locationMethod: 'MAP',
						userId: userid,
						checkByUser: true,
					},
				],
			});
			return punch;
		},

		async clickCard({ outTrackId, userid = 'zhangsan', button, ...given }) {
			const card: Card = received.cards.find((one) => one.outTrackId === outTrackId) ?? {
				outTrackId,
				publicData: {},
				privateData: {},
				clicks: [],
			};
			if (!received.cards.includes(card)) received.cards.push(card);
			const { actionId = 'agree', params = {} } = button === undefined ? given : buttonOn(card, button);
			const click = { userid: person(userid).userid, actionId, params, answered: false };
			card.clicks.push(click);
			const content = JSON.stringify({ cardPrivateData: { actionIds: [actionId], params } });
			const data = {
				type: 'actionCallback',
				outTrackId,
				corpId: company.corpId,
				userId: userid,
				userIdType: 1,
				spaceType: 'IM',
				spaceId: company.openConversationId,
				content,
			};
			const { callbackRouteKey } = card;
			const answer =
				callbackRouteKey === undefined
					? await gateway.pushCallback(CARD_TOPIC, data, true)
					: await cardCallbacks.post(callbackRouteKey, data);
			if (!answer) return undefined;
			click.answered = true;
			const { userPrivateData, ...rest } = answer as Omit<CardData, 'outTrackId'> & {
				userPrivateData?: { cardParamMap?: Record<string, string> };
			};
			updateCard(card, { ...rest, ...(userPrivateData ? { privateData: { [userid]: userPrivateData } } : {}) });
			return answer;
		},

		completeTodo(taskId, { done = true, by } = {}) {
			const todo = received.todos.find((one) => one.id === taskId && !one.deleted);
			if (!todo) throw new Error(`No to-do ${taskId}`);
			setDone(world, todo, done, by ?? todo.executorIds[0] ?? todo.creatorId);
		},

		readNotification(taskId, userid) {
			const found = received.notifications.find((one) => one.taskId === taskId && one.userids.includes(userid));
			if (!found) throw new Error(`${userid} has no work notification ${taskId}`);
			if (!found.readBy.includes(userid)) found.readBy.push(userid);
		},
	};
};
