import type { INodeParameters } from 'n8n-workflow';
import { productOf } from '../../scripts/nodes';
import { askAgent, fromAi, newestAgent } from './support/agent';
import { type Bench, openBench } from './support/bench';
import type { Request } from './support/model';
import { dingTalk, type Step } from './support/workflow';

/** One operation as a tool, under its action's name; `resource.operation` may be of two nodes, then `product` names one. */
const toolOf = (name: string, resource: string, operation: string, parameters: INodeParameters = {}): Step => ({
	...dingTalk(resource, operation, parameters),
	name,
	type: `n8n-nodes-dingtalk-suite.${productOf(resource, operation).name}Tool`,
});

const id = (mode: string, name: string, description: string): INodeParameters => ({
	__rl: true,
	mode,
	value: fromAi(name, description),
});
const PERSON = 'userId of a person, from Search users by name';
const EVENT = 'ID of an event, from Get many calendar events';
const from = fromAi('from', 'when it begins, ISO 8601 with offset');
const to = fromAi('to', 'when it ends, ISO 8601 with offset');

/** What an office assistant can do. Every ID that the model must give is described by the tool that gives it. */
const tools: Step[] = [
	toolOf('Search users by name', 'user', 'search', { queryWord: fromAi('name', 'name of the person') }),
	toolOf('Find free meeting rooms', 'meetingRoom', 'findFree', { from, to, limit: 3 }),
	toolOf('Create a calendar event', 'event', 'create', {
		summary: fromAi('title', 'what the event is called'),
		start: fromAi('start', 'when it begins, ISO 8601 with offset'),
		end: fromAi('end', 'when it ends, ISO 8601 with offset'),
		additionalFields: {
			attendees: id('userId', 'attendees', PERSON),
			rooms: id('id', 'rooms', 'roomId of a meeting room, from Find free meeting rooms'),
		},
	}),
	toolOf('Get many calendar events', 'event', 'getAll', { from, to }),
	toolOf('Delete a calendar event', 'event', 'delete', { event: id('id', 'event', EVENT) }),
	toolOf('Add attendees', 'event', 'addAttendees', {
		event: id('id', 'event', EVENT),
		attendees: id('userId', 'attendees', PERSON),
	}),
	toolOf('Create a to-do', 'todo', 'create', {
		person: id('userId', 'person', PERSON),
		subject: fromAi('subject', 'what there is to do'),
	}),
	toolOf('Get many to-dos', 'todo', 'getAll', { person: id('userId', 'person', PERSON) }),
	toolOf('Send a robot message', 'robot', 'sendToUsers', {
		users: id('userId', 'users', PERSON),
		messageType: 'text',
		content: fromAi('content', 'the message'),
	}),
	toolOf('Search departments', 'department', 'search', { queryWord: fromAi('name', 'name of the department') }),
];

/** What the newest answer of a tool has under a key; n8n writes JSON into JSON. */
const found = ({ messages }: Request, key: string): string => {
	const text = String(messages.at(-1)?.content).replaceAll('\\', '');
	const [, value] = new RegExp(`"${key}":"([^"]+)"`).exec(text) ?? [];
	if (!value) throw new Error(`The tool gave no ${key}: ${text}`);
	return value;
};

/** Tomorrow at 15:00 and 16:00, reckoned from the moment that the agent was told. */
function tomorrowAtThree({ messages }: Request): { start: string; end: string } {
	const [, day = ''] = /现在是 (\d{4}-\d\d-\d\d)/.exec(JSON.stringify(messages)) ?? [];
	const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
	return { start: `${next}T15:00:00+08:00`, end: `${next}T16:00:00+08:00` };
}

describe('an agent with ten tools of these nodes', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('books a room with 张三 tomorrow at 3: finds the person and a free room, and invites', async () => {
		const known: Record<string, string> = {};
		const { said, requests, execution } = await askAgent(bench, {
			name: 'An assistant with ten tools',
			version: await newestAgent(bench),
			tools,
			text: '明天下午 3 点和张三开会，订一间会议室',
			options: { systemMessage: "=现在是 {{ $now.setZone('Asia/Shanghai').toISO() }}" },
			think: (request) => {
				const { start, end } = tomorrowAtThree(request);
				const answered = request.messages.filter(({ role }) => role === 'tool').length;
				if (answered === 0) return { tool: 'Search_users_by_name', arguments: { name: '张三' } };
				if (answered === 1) {
					known.userid = found(request, 'userid');
					return { tool: 'Find_free_meeting_rooms', arguments: { from: start, to: end } };
				}
				if (answered === 2) {
					known.roomId = found(request, 'roomId');
					const { userid, roomId } = known;
					const event = { title: '和张三开会', start, end, attendees: userid, rooms: roomId };
					return { tool: 'Create_a_calendar_event', arguments: event };
				}
				return { content: `已预订：${start}` };
			},
		});
		expect(execution.error()).toBeUndefined();
		expect(said).toMatch(/^已预订：\d{4}-\d\d-\d\dT15:00:00\+08:00$/);

		const { company, log, problems } = bench.sandbox;
		const zhang = company.users.find(({ name }) => name === '张三');
		expect(known).toEqual({ userid: zhang?.userid, roomId: 'roomSandboxSmall' });
		const { start, end } = tomorrowAtThree(requests[0]!);
		const sent = (ending: string) =>
			log.filter(({ method, path, status }) => method === 'POST' && path.endsWith(ending) && status === 200);
		const [created, ...others] = sent('/calendars/primary/events');
		expect(others).toEqual([]);
		const event = created?.body as { start: { dateTime: string }; end: { dateTime: string } };
		expect(event).toMatchObject({ summary: '和张三开会', attendees: [{ id: zhang?.unionid }] });
		// The same moments, in the zone of this n8n.
		expect([event.start, event.end].map(({ dateTime }) => Date.parse(dateTime))).toEqual(
			[start, end].map((moment) => Date.parse(moment)),
		);
		expect(
			sent(`/events/${String((created?.answer as { id: string }).id)}/meetingRooms`).map(({ body }) => body),
		).toEqual([{ meetingRoomsToAdd: [{ roomId: 'roomSandboxSmall' }] }]);
		expect(problems()).toEqual([]);
		offers(requests[0]);
	});

	/** What the model is told: ten tools by their actions, and for each ID which of them gives it. */
	function offers(request: Request | undefined) {
		const offered = (request?.tools ?? []).map(({ function: tool }) => tool);
		expect(offered).toHaveLength(10);
		for (const { description } of offered) expect(description).toMatch(/^\w.*\p{Script=Han}.* in DingTalk/u);
		const ids = offered.flatMap(({ parameters }) =>
			Object.entries((parameters as { properties: Record<string, { description?: string }> }).properties).filter(
				([name]) => ['attendees', 'rooms', 'event', 'person', 'users'].includes(name),
			),
		);
		expect(ids).toHaveLength(8);
		for (const [, { description = '' }] of ids) {
			const [, giver = ''] = /, from (.+)$/.exec(description) ?? [];
			expect(offered.map(({ name }) => name)).toContain(giver.replaceAll(' ', '_'));
		}
	}
});
