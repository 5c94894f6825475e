import { randomBytes } from 'node:crypto';
import type { IDataObject, INodeParameters, ResourceMapperField } from 'n8n-workflow';
import type { SandboxOptions } from '../../sandbox';
import { BASE } from '../../sandbox/data/aiTable';
import { type Bench, openBench } from './support/bench';
import { mappedFields, searchList } from './support/form';
import { type Step, chain, file } from './support/workflow';

const apiCall = (parameters: INodeParameters): Step => ({
	name: 'Call',
	type: 'n8n-nodes-dingtalk-suite.dingTalkApiCall',
	typeVersion: 1,
	credentials: { dingTalkApi: { id: '', name: '' } },
	parameters,
});
const chosen = (id: string) => ({ __rl: true, mode: 'list', value: id });

/** What a person who tries an operation out types into a field. */
function typed({ type, options, defaultValue }: ResourceMapperField): string | number | boolean {
	if (options) return options[0]?.value as string;
	if (type === 'number') return 1;
	if (type === 'boolean') return true;
	if (type === 'dateTime') return '2026-03-02T09:00:00+08:00';
	if (type === 'object' || type === 'array') return String(defaultValue ?? '[]');
	return 'text';
}

let bench: Bench;

/** The tests of a block have an n8n with a sandbox of their own. */
function withBench(options: SandboxOptions = {}): void {
	beforeAll(async () => (bench = await openBench(options)));
	beforeEach(() => bench.sandbox.clearLog());
	afterEach(() => expect(bench.sandbox.problems()).toEqual([]));
	afterAll(async () => await bench.close());
}

/** Finds an operation by a search, and its fields, as the editor does. */
async function open(search: string, options: INodeParameters = {}) {
	const form = {
		node: 'dingTalkApiCall',
		parameters: { product: 'all', options } as INodeParameters,
		credential: bench.credentials.dingTalkApi,
	};
	const { results } = await searchList(bench.api, form, 'apiOperation', 'searchOperations', search);
	const id = String(results[0]?.value);
	form.parameters = { ...form.parameters, apiOperation: chosen(id), specify: 'fields' };
	const fields = (await mappedFields(bench.api, form, 'parameters', 'mapParameters')).filter(
		({ readOnly }) => !readOnly,
	);
	return { id, fields };
}

/** Fills in what is required (or what is given) and runs it. */
async function runWith(
	id: string,
	fields: ResourceMapperField[],
	given: INodeParameters,
	{
		options = {},
		before = [],
		items = [{}],
	}: { options?: INodeParameters; before?: Step[]; items?: IDataObject[] } = {},
) {
	const required = fields.filter((field) => field.required).map((field) => [field.id, typed(field)] as const);
	const value = { ...Object.fromEntries(required), ...given };
	const call = apiCall({
		product: 'all',
		apiOperation: chosen(id),
		specify: 'fields',
		parameters: {
			mappingMode: 'defineBelow',
			value,
			schema: fields as unknown as INodeParameters[],
			matchingColumns: [],
		},
		options,
	});
	return await bench.run(chain(`API call ${id}`, [...before, call], items));
}

describe('DingTalk API Call', () => {
	withBench();

	it.each<[string, string, string, INodeParameters?]>([
		[
			'创建日程',
			'calendar.createEvent',
			'POST /v1.0/calendar/users/unlisiiEiE/calendars/primary/events',
			{
				'path.userId': 'unlisiiEiE',
				'path.calendarId': 'primary',
				'body.summary': '评审',
				'body.start': '{"dateTime":"2026-12-01T10:00:00+08:00","timeZone":"Asia/Shanghai"}',
				'body.end': '{"dateTime":"2026-12-01T11:00:00+08:00","timeZone":"Asia/Shanghai"}',
			},
		],
		[
			'删除会议室',
			'rooms.deleteMeetingRoom',
			'DELETE /v1.0/rooms/meetingRooms/roomSandboxSmall',
			{ 'path.roomId': 'roomSandboxSmall', 'query.unionId': 'unmanager7675iEiE' },
		],
		[
			'notable list fields',
			'notable.getAllFields',
			`GET /v1.0/notable/bases/${BASE}/sheets/shtSandboxTasks/fields`,
			{ 'path.baseId': BASE, 'path.sheetIdOrName': 'shtSandboxTasks', 'query.operatorId': 'unlisiiEiE' },
		],
		[
			'获取指定宜搭角色',
			'yida.postFormsResourcesRoles',
			'POST /v2.0/yida/forms/resources/roles',
			{ 'body.userId': 'lisi' },
		],
		[
			'/topapi/v2/department/get',
			'contact.v2DepartmentGet',
			'POST /topapi/v2/department/get',
			{ 'body.dept_id': '100' },
		],
		[
			'获取打卡结果',
			'attendance.list',
			'POST /attendance/list',
			{
				'body.userIdList': '["lisi"]',
				'body.workDateTo': '2026-03-04T00:00:00+08:00',
				'body.offset': 0,
				'body.limit': 10,
			},
		],
	])('finds an operation by "%s" and calls it: %s', async (search, expected, call, given = {}) => {
		const { id, fields } = await open(search);
		expect(id).toBe(expected);
		const execution = await runWith(id, fields, given);
		expect(execution.error()).toBeUndefined();
		expect(
			bench.sandbox.log
				.filter(({ path }) => !path.includes('oauth2'))
				.map(({ method, path, status }) => `${method} ${path} ${status}`),
		).toEqual([`${call} 200`]);
	});

	it('takes a person by mobile number, looked up once for many items', async () => {
		const { id, fields } = await open('查询用户详情');
		const [, zhangsan] = bench.sandbox.company.users;
		expect(id).toBe('contact.v2UserGet');
		const execution = await runWith(
			id,
			fields,
			{ 'body.userid': `mobile:${zhangsan?.mobile}` },
			{ items: [{}, {}, {}] },
		);
		expect(execution.json('Call').map(({ name }) => name)).toEqual(['张三', '张三', '张三']);
		expect(bench.sandbox.log.map(({ path }) => path)).toEqual([
			'/topapi/v2/user/getbymobile',
			...Array.from({ length: 3 }, () => '/topapi/v2/user/get'),
		]);
	});

	it('uploads a file of the item', async () => {
		const { id, fields } = await open('upload media file');
		const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(2000)]);
		const execution = await runWith(
			id,
			fields,
			{ 'body.type': 'file', 'body.media': 'data' },
			{ before: file('by-catalog.pdf', 'application/pdf', pdf) },
		);
		expect(execution.error()).toBeUndefined();
		expect(bench.sandbox.received.media).toEqual([
			expect.objectContaining({ filename: 'by-catalog.pdf', size: pdf.length, type: 'file' }),
		]);
	});

	it('downloads the file that an answer points at', async () => {
		const data = randomBytes(5000);
		const message = await bench.sandbox.act.sendRobotMessage({
			from: 'lisi',
			msgtype: 'file',
			file: { name: 'minutes.docx', data },
		});
		const { downloadCode } = message.content as { downloadCode: string };
		const { id, fields } = await open('下载机器人接收消息的文件内容');
		const execution = await runWith(
			id,
			fields,
			{ 'body.downloadCode': downloadCode, 'body.robotCode': bench.sandbox.company.robotCode },
			{ options: { downloadTo: 'document' } },
		);
		expect(execution.error()).toBeUndefined();
		const [item] = execution.items('Call');
		const kept = await bench.api.rest.fetch(
			'GET',
			`/rest/binary-data?id=${item?.binary?.document?.id}&action=download`,
		);
		expect(Buffer.from(await kept.arrayBuffer()).equals(data)).toBe(true);
	});

	it('offers an archived operation only when asked to, and calls it', async () => {
		const search = '/department/list_ids';
		const form = {
			node: 'dingTalkApiCall',
			parameters: { product: 'all', options: {} },
			credential: bench.credentials.dingTalkApi,
		};
		expect((await searchList(bench.api, form, 'apiOperation', 'searchOperations', search)).results).toEqual([]);
		const { id, fields } = await open(search, { showArchived: true });
		const execution = await runWith(id, fields, {});
		expect(execution.error()).toBeUndefined();
		expect(bench.sandbox.log.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
			'GET /department/list_ids 200',
		]);
	});

	it('calls a path that a person typed, on the host they chose', async () => {
		const execution = await bench.run(
			chain('API call by hand', [
				apiCall({
					product: 'custom',
					method: 'POST',
					host: 'oapi',
					path: '/topapi/v2/department/listsub',
					query: '{}',
					body: '={{ ({ dept_id: 1 }) }}',
					options: {},
				}),
			]),
		);
		expect(execution.error()).toBeUndefined();
		expect(JSON.stringify(execution.json('Call'))).toContain('研发部');
	});
});

describe('DingTalk API Call, answered by the schema alone, so that any value will do', () => {
	withBench({ samplesOnly: true });

	it.each<[string, string, string, INodeParameters?]>([
		[
			'update range',
			'doc.updateRange',
			'PUT /v1.0/doc/workbooks/text/sheets/text/ranges/A1%3AB2',
			{ 'path.rangeAddress': 'A1:B2', 'query.operatorId': 'unlisiiEiE' },
		],
		[
			'create video conference',
			'conference.createVideoConference',
			'POST /v1.0/conference/videoConferences',
			{ 'body.userId': 'unlisiiEiE' },
		],
	])('finds an operation by "%s" and calls it: %s', async (search, expected, call, given = {}) => {
		const { id, fields } = await open(search);
		expect(id).toBe(expected);
		const execution = await runWith(id, fields, given);
		expect(execution.error()).toBeUndefined();
		expect(
			bench.sandbox.log
				.filter(({ path }) => !path.includes('oauth2'))
				.map(({ method, path, status }) => `${method} ${path} ${status}`),
		).toEqual([`${call} 200`]);
	});

	it('reads a list over three pages', async () => {
		const { id, fields } = await open('获取用户发出的日志列表');
		expect(id).toBe('report.list');
		const execution = await runWith(id, fields, {}, { options: { returnAll: true } });
		expect(execution.json('Call')).toHaveLength(5);
		expect(bench.sandbox.log.map(({ body }) => (body as { cursor: number }).cursor)).toEqual([0, 2, 3]);
	});
});
