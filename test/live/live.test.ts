/** `npm run live` against the sandbox: what it finds in answers that are not as documented, and what it keeps to itself. */
import { startSandbox, type Sandbox } from '../../sandbox';
import { markdown } from '../../scripts/live/markdown';
import { lackingPermissions, type Report } from '../../scripts/live/report';
import { check } from '../../scripts/live/run';
import { settingsFrom } from '../../scripts/live/settings';
import { sandboxCredentials } from '../support/engine';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

const run = async (only?: (id: string) => boolean, credential: object = {}): Promise<Report> =>
	await check({
		credential: Object.assign({}, sandboxCredentials(sandbox, { defaultOperator: '' }).dingTalkApi, credential),
		gapMs: 0,
		say: () => undefined,
		only,
	});

const of = (report: Report, id: string) => report.operations.find((one) => one.id === id);
const on = (report: Report, route: string) => report.routes.find((one) => one.route === route);
type Member = Record<string, unknown>;
/** The answer with its `result` changed. */
const result = (change: (result: Member) => Member) => (answer: unknown) => {
	const given = answer as { result: Member };
	return { ...given, result: change(given.result) };
};

test('a company that is as the documentation says has no contradictions, and appears in the report with no value', async () => {
	const { company } = sandbox;
	for (const one of [...company.users, ...company.departments]) one.name = `canary ${one.name}`;
	for (const one of sandbox.data.calendar.events) one.summary = 'canary summary';
	const report = await run();
	// What the sandbox answers by its schema only has one entry, again and again.
	const found = report.routes.filter(
		({ route, contradictions }) =>
			contradictions.length > 0 &&
			(sandbox.carriedOut.has(route) || contradictions.some(({ kind }) => kind !== 'endless')),
	);
	expect(found).toEqual([]);
	const bad = report.operations.filter(({ outcome }) => /noPermission|failed|ourFault/.test(outcome));
	expect(bad).toEqual([]);
	const { length: works } = report.operations.filter(({ outcome }) => outcome === 'works');
	expect(works).toBeGreaterThan(110);
	expect(works + report.operations.filter(({ outcome }) => /refused|notAsked/.test(outcome)).length).toBe(
		report.operations.length,
	);
	expect(report.calls + report.tokens).toBe(sandbox.log.length);
	expect(sandbox.problems()).toEqual([]);

	const { users, departments, template, groupRobot } = company;
	const values = [
		...users.flatMap(({ userid, unionid, mobile, name, title }) => [userid, unionid, mobile, name, title]),
		...departments.map(({ name }) => name),
		...template.fields.map(({ name }) => name),
		...[company.name, company.corpId, company.appKey, company.appSecret, company.robotCode],
		...[company.openConversationId, company.group.title, company.processCode, groupRobot.accessToken],
		...[sandbox.url, sandbox.legacyUrl, '127.0.0.1', String(company.agentId)],
	];
	const text = JSON.stringify(report) + markdown(report);
	expect(text).not.toMatch(/canary/i);
	expect(values.filter((value) => text.includes(value))).toEqual([]);
});

test('what is not as documented is found and named: a type, a member too many, a member that is gone', async () => {
	sandbox.alter(
		'POST /topapi/v2/user/get',
		result(({ name, ...rest }) => ({ ...rest, name, active: 'yes', newMobileNumber: { zhangsan: '13800000001' } })),
	);
	sandbox.alter('GET /v1.0/contact/invites/infos', () => []);
	sandbox.alter(
		'POST /topapi/v2/user/list',
		result(({ list, ...rest }) => ({ ...rest, list: (list as Member[]).map((one) => ({ ...one, name: undefined })) })),
	);
	sandbox.alter('GET /v1.0/calendar/users/{userId}/calendars', () => ({
		response: { calendars: [{ id: 'primary', timeZone: 'Asia/Shanghai', zhangsan: 1 }] },
	}));
	const ids = /user get$|calendar getAll|getInvitation/;
	const report = await run((id) => ids.test(id));
	expect(on(report, 'POST /topapi/v2/user/get')?.contradictions).toEqual([
		{ kind: 'type', at: 'result.active', expected: 'boolean', got: 'text' },
		{ kind: 'unknown', at: 'result.newMobileNumber', got: 'object' },
	]);
	expect(on(report, 'GET /v1.0/contact/invites/infos')?.contradictions).toEqual([
		{ kind: 'type', at: '', expected: 'object', got: 'array' },
	]);
	const calendars = on(report, 'GET /v1.0/calendar/users/{userId}/calendars');
	expect(calendars?.contradictions).toEqual([{ kind: 'unknown', at: 'response.calendars[].*', got: 'number' }]);
	expect(calendars?.missing).toContain('response.calendars[].summary');
	expect(on(report, 'POST /topapi/v2/user/list')?.missing).toContain('result.list[].name');
	expect(of(report, 'dingTalkContacts user getAll')?.simplify?.notFound).toContain('name');
	const text = JSON.stringify(report) + markdown(report);
	expect(text).not.toContain('zhangsan');
	expect(markdown(report)).toContain('| type | `result.active` | boolean | text |');
});

test('a list that does not end is found, and left', async () => {
	const route = 'GET /v1.0/workflow/processes/userVisibilities/templates';
	let first: unknown;
	sandbox.alter(route, (answer) => (first ??= result((one) => ({ ...one, nextToken: 7 }))(answer)));
	const report = await run((id) => id === 'dingTalkApproval form getAll');
	expect(on(report, route)).toMatchObject({
		calls: 2,
		contradictions: [{ kind: 'endless', at: 'result.processList', got: 'the same page again' }],
	});
});

test('a missing permission is named, in either dialect, also where a list of the editor needs it', async () => {
	for (const permission of ['qyapi_get_department_list', 'Todo.Todo.Read', 'VideoConference.Conference.Read'])
		sandbox.denied.add(permission);
	const report = await run((id) => /department getAll|todo getAll|recording getAll/.test(id));
	expect(lackingPermissions(report)).toEqual([
		['qyapi_get_department_list', ['dingTalkContacts department getAll']],
		['Todo.Todo.Read', ['dingTalkToDo todo getAll']],
		['VideoConference.Conference.Read', ['dingTalkMeeting recording getAll']],
	]);
	expect(markdown(report)).toContain('| `Todo.Todo.Read` | dingTalkToDo todo getAll |');
});

test('a server that fails is told by its code, without its words', async () => {
	sandbox.fault({ match: '/v1.0/rooms/groupLists', kind: '500', times: 9 });
	const report = await run((id) => id === 'dingTalkCalendar meetingRoomGroup getAll');
	const failed = of(report, 'dingTalkCalendar meetingRoomGroup getAll');
	expect(failed).toMatchObject({
		outcome: 'failed',
		code: 'systemError',
		status: 500,
		route: 'GET /v1.0/rooms/groupLists',
	});
	expect(JSON.stringify(failed)).not.toContain('系统');
});

test('a wrong secret ends the run after the first call', async () => {
	const report = await run(undefined, { clientSecret: 'wrong' });
	expect(report).toMatchObject({ calls: 0, ended: 'auth' });
	expect(report.operations).toHaveLength(1);
});

test('the secret is refused on the command line, and not repeated', () => {
	const given = ['--client-id', 'dingabc', '--client-secret', 'very-secret-value'];
	const refuse = (args: string[]) => {
		try {
			return settingsFrom(args);
		} catch (error) {
			return String(error);
		}
	};
	expect(refuse(given)).toMatch(/DINGTALK_CLIENT_SECRET/);
	expect(refuse(given)).not.toContain('very-secret-value');
	expect(refuse(['--client-id', 'dingabc', 'very-secret-value'])).not.toContain('very-secret-value');
	expect(settingsFrom(['--client-id', 'dingabc', '--host', 'https://ding.example'])).toMatchObject({
		clientId: 'dingabc',
		host: 'https://ding.example',
		legacyHost: 'https://ding.example',
	});
});
