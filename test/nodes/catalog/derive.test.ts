import type { Paging, Schema } from '../../../nodes/catalog/types';
import { overlay } from '../../../scripts/catalog/docTree';
import { addShown } from '../../../scripts/catalog/exampleTree';
import { guess } from '../../../scripts/catalog/facts';
import { jsonText } from '../../../scripts/catalog/jsonText';
import { correct } from '../../../scripts/catalog/overrides';
import { pagingOf } from '../../../scripts/catalog/paging';
import { personOf } from '../../../scripts/catalog/person';
import type { DocParam } from '../../../scripts/catalog/reference';
import { safeOf } from '../../../scripts/catalog/safe';
import { sample } from '../../../scripts/catalog/sample';
import { timeOf } from '../../../scripts/catalog/time';
import { wireType } from '../../../scripts/catalog/wireType';

const param = (name: string, type: string, more: Partial<DocParam> = {}): DocParam => ({
	name,
	type,
	parent: null,
	nesting: 'top',
	...more,
});
const table = (example?: unknown) => ({ example, request: true, whole: true, disagree: jest.fn() });

test.each([
	['String', { type: 'string' }],
	['String[]', { type: 'array', items: { type: 'string' } }],
	['Array of Long', { type: 'array', items: { type: 'number' } }],
	['Map<String, Array of String>', { type: 'map', items: { type: 'array', items: { type: 'string' } } }],
	['Json', { type: 'object' }],
	['List[]', { type: 'array' }],
	['DeptOrder[]', { type: 'array', items: { type: 'object' } }],
	['double', { type: 'number' }],
])('wire type %s', (written, schema) => expect(wireType(written)).toEqual(schema));

test.each([
	['count', 'number', '10', 10],
	['count', 'number', '12345678901234567890', undefined],
	['open', 'boolean', 'true', true],
	['title', 'string', '"adoc"', 'adoc'],
	['title', 'string', 'x'.repeat(41), undefined],
	['access_token', 'string', 'abc', undefined],
	['type', 'string', '0\n\n**if can be null:**\ntrue', '0'],
	['type', 'string', 'a\nb', undefined],
	['type', 'string', '可选值：A、B', undefined],
	['list', 'array', '[1]', undefined],
] as const)('sample of %s as %s: %s', (name, type, written, value) => expect(sample(name, type, written)).toBe(value));

test.each([
	['operatorId', '操作人的unionId。 - 甲', 'unionId'],
	['userId', '日程组织者的unionId。', 'unionId'],
	['workNo', '钉钉 UserId。', 'userId'],
	['userIds', '员工列表。', 'userId'],
	['unionid', '服务号的unionid，可通过甲获取。', undefined],
	['userid', '员工唯一标识ID，如果不传，将自动生成一个userid。', undefined],
	['userId', '当type为USER时，传用户的unionId。', undefined],
	['token', 'md5(corpId + userId)。', undefined],
] as const)('the person in %s: %s', (name, description_zh, person) => {
	expect(personOf({ name, description_zh }, { type: 'string' })).toBe(person);
});

test.each([
	['startTime', 'number', '开始时间，Unix时间戳，单位毫秒。', undefined, 'ms'],
	['startTime', 'number', '开始时间。', '1577945731837', 'ms'],
	['stamp', 'number', '时间戳，单位：秒。', undefined, 's'],
	['timestamp', 'string', '当前时间戳，单位毫秒。', undefined, 'ms'],
	['endTime', 'string', '结束时间，iso8601格式，例如：2022-07-29T14:55Z。', undefined, 'iso'],
	['gmtEnd', 'string', '结束时间。 格式：`YYYY-MM-DD HH:mm:ss`。', undefined, 'chinaTime'],
	['endDate', 'string', '结束日期。', '2009-07-30', 'chinaDate'],
	['statDate', 'string', '查询时间，日期格式为yyyyMMdd。', undefined, 'chinaDay'],
	['fromTime', 'string', '开始时间。支持以下格式： - 2019-08-15 - 2019-08-15 AM', '2019-08-15', undefined],
	['workTime', 'number', '实际工时时长，单位毫秒。', 3600000, undefined],
	['departureTime', 'string', '出发时间，格式：yyyy-MM-dd HH:mm。', undefined, undefined],
	['mobile', 'string', '手机号。', '1577945731837', undefined],
] as const)('the moment in %s (%s): %s', (name, type, description_zh, shown, time) => {
	expect(timeOf({ name, description_zh }, { type }, shown)).toBe(time);
});

test('what only an SDK knows is marked by names and examples, at any depth', () => {
	const list = (): Schema => ({
		type: 'object',
		properties: {
			userIds: { type: 'array', items: { type: 'string' } },
			startTime: { type: 'number', example: 1577945731837 },
		},
	});
	expect(guess('', list(), '/v1.0/yida/x')).toEqual({
		type: 'object',
		properties: {
			userIds: { type: 'array', items: { type: 'string', person: 'userId' } },
			startTime: { type: 'number', example: 1577945731837, time: 'ms' },
		},
	});
	expect(guess('userId', { type: 'string' }, '/v1.0/calendar/x')).toEqual({ type: 'string' });
});

test('texts that hold JSON are told by example or words', () => {
	expect(jsonText(param('data', 'String', { example: '{\\"name\\":\\"a\\"}' }))).toEqual({
		type: 'object',
		json: true,
	});
	expect(jsonText(param('data', 'String', { description_zh: '取值为Json格式的字符串。' }))).toEqual({
		type: 'any',
		json: true,
	});
	expect(
		jsonText(param('btn_orientation', 'String', { description_zh: '必须与btn_json_list同时设置。' })),
	).toBeUndefined();
});

test('a flat table becomes a tree, array and map levels elided', () => {
	const schema = overlay(
		{ type: 'object' },
		[
			param('list', 'Object[]', { required: true }),
			param('key', 'String', { parent: 'list', required: true }),
			param('data', 'Map'),
			param('{}', 'Object', { parent: 'data', nesting: 'anonymous' }),
			param('value', 'Long', { parent: 'data', example: '7' }),
		],
		table(),
	);
	expect(schema.properties).toEqual({
		list: {
			type: 'array',
			required: true,
			items: { type: 'object', properties: { key: { type: 'string', required: true } } },
		},
		data: { type: 'map', items: { type: 'object', properties: { value: { type: 'number', example: 7 } } } },
	});
});

test('where page and SDK give different shapes the example decides, and it is told', () => {
	const known = (): Schema => ({
		type: 'object',
		properties: { end: { type: 'object', properties: { date: { type: 'string' } } } },
	});
	const withText = table({ end: '2020-01-01' });
	expect(overlay(known(), [param('end', 'String')], withText).properties?.end).toEqual({
		type: 'string',
		time: 'chinaDate',
	});
	expect(withText.disagree).toHaveBeenCalledWith('end', 'string', 'object', 'string');
	expect(overlay(known(), [param('end', 'String')], table({ end: {} })).properties?.end.type).toBe('object');
});

test('what the page itself does without in its example is not required', () => {
	const params = [
		param('users', 'Object[]', { required: true }),
		...['id', 'name', 'owner'].map((name) => param(name, 'String', { parent: 'users', required: true })),
	];
	const example = { users: [{ id: '1', name: 'a' }], other: 1 };
	const required = (shown: object) =>
		Object.entries(
			overlay({ type: 'object' }, params, table(shown)).properties?.users?.items?.properties ?? {},
		).flatMap(([name, member]) => (member.required ? [name] : []));
	expect(required(example)).toEqual(['id', 'name']);
	expect(required({})).toEqual(['id', 'name', 'owner']);
});

test('an object that the page writes as text is sent as text', () => {
	expect(
		overlay({ type: 'object' }, [param('extattr', 'JSONObject')], table({ extattr: '{"a":1}' })).properties?.extattr,
	).toEqual({ type: 'object', json: true });
});

test('a page example adds what its table forgot, but not what is another operation', () => {
	const schema = (): Schema => ({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' } } });
	const own = schema();
	expect(addShown(own, { a: 'x', b: 1, c: true, A: 'x' }, false, [])).toEqual(['c']);
	expect(own.properties?.c).toEqual({ type: 'boolean', example: true });
	expect(addShown(schema(), { x: 1, y: 2, a: 'x' }, false, [])).toEqual([]);
	expect(addShown(schema(), { a: 'x', b: 1, requestId: 'r' }, false, ['RequestId'])).toEqual([]);
});

const any: Schema = { type: 'any' };
const list: Schema = { type: 'array', items: { type: 'object' } };
type Members = Record<string, Schema>;
test.each<[string, Members, Members, Paging | undefined]>([
	[
		'token',
		{ nextToken: any, maxResults: any },
		{ list, nextToken: any },
		{ style: 'token', cursor: 'nextToken', size: 'maxResults', max: 9, entries: 'list', next: 'nextToken' },
	],
	[
		'offset',
		{ offset: any, size: any },
		{ list, hasMore: any },
		{ style: 'offset', cursor: 'offset', size: 'size', max: 9, entries: 'list', more: 'hasMore' },
	],
	[
		'offset that is a cursor',
		{ offset: any, size: any },
		{ list, next_cursor: any },
		{ style: 'cursor', cursor: 'offset', size: 'size', max: 9, entries: 'list', next: 'next_cursor' },
	],
	['token without a next one', { nextToken: any }, { list }, undefined],
	['page number alone', { page: any }, { list }, undefined],
	['two lists', { offset: any, size: any }, { users: list, rooms: list }, undefined],
])('paging: %s', (_, query, properties, paging) => {
	expect(pagingOf({ query, response: { type: 'object', properties } }, () => ({ max: 9 }))).toEqual(paging);
});

test.each([
	['分页游标。 - 首次调用，该参数传-1。 - 非首次调用，该参数传上次返回的nextToken。', -1],
	['首次查询，该参数传`0`。', 0],
	['页码，从0开始。', 0],
	['分页游标。', undefined],
])('the first cursor in %s', (words, first) => {
	const answer: Schema = { type: 'object', properties: { list, nextToken: any } };
	expect(pagingOf({ query: { nextToken: any }, response: answer }, () => ({ words }))?.first).toBe(first);
});

test('a name that repeats its parent is the member itself', () => {
	const params = [param('rule', 'Object'), param('rule.unit', 'String', { parent: 'rule', nesting: 'dotted' })];
	expect(overlay({ type: 'object' }, params, table()).properties).toEqual({
		rule: { type: 'object', properties: { unit: { type: 'string' } } },
	});
});

test.each([
	['DELETE', 'api', '/v1.0/todo/tasks/{id}', 'deleteTodoTask', true],
	['POST', 'api', '/v1.0/im/groups/query', 'queryGroups', true],
	['POST', 'api', '/v1.0/calendar/checkIn', 'checkIn', false],
	['POST', 'api', '/v1.0/doc/filterViews', 'postFilterViews', false],
	['POST', 'api', '/v1.0/microApp/agent/create/query', 'postAgentCreateQuery', false],
	['PUT', 'api', '/v1.0/todo/tasks/{id}', 'updateTodoTask', false],
	['GET', 'api', '/v1.0/esign/auth/cancel', 'cancelCorpAuth', false],
	['GET', 'oapi', '/user/delete', 'userDelete', false],
	['POST', 'oapi', '/topapi/v2/user/getbymobile', 'v2UserGetbymobile', true],
	['POST', 'oapi', '/topapi/message/corpconversation/asyncsend_v2', 'asyncsend', false],
] as const)('%s on %s%s may be repeated', (method, host, path, action, safe) =>
	expect(safeOf({ method, host, path }, action)).toBe(safe),
);

test('a correction that leads nowhere is an error', () => {
	const row = { body: { type: 'string' } };
	correct(row, { '/body/type': 'any' });
	expect(row.body.type).toBe('any');
	expect(() => correct(row, { '/query/size/type': 'number' })).toThrow('/query/size/type leads nowhere');
});
