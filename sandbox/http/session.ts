import { randomBytes } from 'node:crypto';

import { LegacyError } from '../errors';
import type { Message } from '../received';
import type { Route, World } from '../world';
import { route } from '../world';
import { called, readMessage } from './groupRobot';
import type { RobotMessage } from './groupRobot';

/** In the examples of https://open.dingtalk.com/document/development/receive-message a session lives about 90 minutes. */
const LIFE = 90 * 60_000;

interface Session extends Pick<Message, 'to' | 'conversation' | 'userids'> {
	expires: number;
}

/** The session webhooks handed out with robot messages. */
export class Sessions {
	private readonly open = new Map<string, Session>();

	constructor(private readonly world: World) {}

	/** A webhook that answers into one conversation. */
	create(where: Omit<Session, 'expires'>): { sessionWebhook: string; sessionWebhookExpiredTime: number } {
		const id = randomBytes(16).toString('hex');
		const expires = this.world.now() + LIFE;
		this.open.set(id, { ...where, expires });
		return {
			sessionWebhook: `${this.world.urls.oapi}/robot/sendBySession?session=${id}`,
			sessionWebhookExpiredTime: expires,
		};
	}

	/** Puts an answer into the conversation it belongs to. */
	answer({ to, conversation, userids }: Omit<Session, 'expires'>, body: RobotMessage): void {
		const { received, now, nextId } = this.world;
		const { type, content } = readMessage(body);
		const at_users = called(body, content);
		received.messages.push({
			at: now(),
			id: `msg${nextId()}`,
			to,
			by: 'session',
			conversation,
			userids,
			type,
			content,
			at_users,
		});
	}

	routes(): Route[] {
		return [
			route<RobotMessage>('POST', '/robot/sendBySession', ({ query, body }) => {
				const session = this.open.get(query.session);
				// The page of this webhook is missing; robots have recorded this of sessions that had ended.
				if (!session || session.expires < this.world.now()) throw new LegacyError(300001, 'session 不存在');
				this.answer(session, body);
				return {};
			}),
		];
	}
}
