import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';

import type { RobotMessageInput } from './act';
import { buttonsOn } from './cardButtons';
import type { RobotFiles } from './http/robotFile';
import type { LogEntry } from './log';
import type { Sandbox } from './types';

type Shown = Omit<Sandbox, 'url' | 'legacyUrl' | 'storageUrl' | 'pageUrl' | 'robotWebhook'>;

const RECENT = 60;

const recent = <T>(list: readonly T[]): T[] => list.slice(-RECENT).reverse();

/** A log line for the page: what was called and how it went, without tokens. */
const line = ({ at, host, method, path, status, answer, took, problem, fault }: LogEntry) => {
	const { errcode, code } = (typeof answer === 'object' && answer !== null ? answer : {}) as {
		errcode?: number;
		code?: string;
	};
	return { at, host, method, path, status, took, code: code ?? (errcode || undefined), problem, fault };
};

const state = (
	{ company, received, log, problems, stream, callback, events, failedEvents, tokenFetches }: Shown,
	urls: { api: string; oapi: string },
) => ({
	urls,
	company: {
		name: company.name,
		users: company.users.slice(0, 20).map(({ userid, unionid, name, title }) => ({ userid, unionid, name, title })),
		group: company.group,
	},
	messages: recent(received.messages),
	notifications: recent(received.notifications),
	todos: recent(received.todos),
	workRecords: recent(received.workRecords),
	approvals: recent(received.approvals),
	punches: recent([...received.punches].sort((a, b) => a.checkTime - b.checkTime)).slice(0, 8),
	media: recent(received.media),
	cards: recent(received.cards).map((card) => ({ ...card, buttons: buttonsOn(card).map(({ text: label }) => label) })),
	stream: {
		connections: stream.connections.map(({ id, openedAt, state: how, sent, acked, ua }) => ({
			id,
			openedAt,
			state: how,
			sent,
			acked,
			ua,
		})),
		unacked: stream.unacked().length,
		acked: stream.ackedIds.length,
	},
	callback: callback.registration && { url: callback.registration.url, tags: callback.registration.tags?.length },
	events: recent(events).map(({ eventType, eventId, bornTime }) => ({
		at: bornTime,
		eventType,
		tries: callback.sent.filter((one) => one.eventId === eventId).map(({ result }) => result),
	})),
	failedEvents: failedEvents.length,
	tokenFetches,
	requests: log.length,
	problems: problems().length,
	log: recent(log).map(line),
});

type Act = (sandbox: Shown, input: Record<string, unknown>) => unknown;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** The buttons of the page. */
const ACTS: Record<string, Act> = {
	sendRobotMessage: ({ act }, input) => act.sendRobotMessage(input as RobotMessageInput),
	approve: ({ act }, { id, result }) => act.approve(String(id), { result: result === 'refuse' ? 'refuse' : 'agree' }),
	punchIn: ({ act }, { userid }) => act.punchIn(String(userid)),
	clickCard: ({ act }, { id, userid, actionId, button }) =>
		act
			.clickCard({ outTrackId: String(id), userid: text(userid), actionId: text(actionId), button: text(button) })
			.then((answer) => answer ?? null),
	completeTodo: ({ act }, { id, done }) => act.completeTodo(String(id), { done: done !== false }),
	readNotification: ({ act }, { id, userid }) => act.readNotification(Number(id), String(userid)),
	expireTokens: (sandbox) => sandbox.expireTokens(),
	dropAll: ({ stream }) => stream.dropAll(),
	disconnect: ({ stream }) => stream.disconnect(),
};

/** Serves the page, its data, its buttons and the robot's files under `/sandbox` of the new API's host; none of it is logged. */
export const servePage = (
	app: FastifyInstance,
	sandbox: Shown,
	urls: { api: string; oapi: string },
	files: RobotFiles,
): void => {
	app.get('/sandbox', async (_request, reply) =>
		reply.type('text/html; charset=utf-8').send(readFileSync(join(__dirname, 'page.html'), 'utf8')),
	);
	app.get<{ Params: { code: string } }>('/sandbox/files/:code', async (request, reply) => {
		const file = files.get(request.params.code);
		return file
			? reply.type('application/octet-stream').send(file.data)
			: reply.code(404).send({ error: 'no such file' });
	});
	app.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
	app.get('/sandbox/state', async () => state(sandbox, urls));
	app.post<{ Params: { name: string } }>('/sandbox/act/:name', async (request, reply) => {
		const act = Object.hasOwn(ACTS, request.params.name) ? ACTS[request.params.name] : undefined;
		if (!act) return reply.code(404).send({ error: 'unknown act' });
		// A page of another site cannot send this type without being asked first.
		if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
			return reply.code(415).send({ error: 'the content type must be application/json' });
		const body = Buffer.isBuffer(request.body) ? request.body.toString() : '';
		const done = Promise.resolve().then(() =>
			act(sandbox, JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>),
		);
		return await done.then(
			(result) => ({ result: result ?? null }),
			(error: Error) => reply.code(400).send({ error: error.message }),
		);
	});
};
