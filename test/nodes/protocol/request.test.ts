import {
	compile,
	hostOf,
	jsonText,
	withoutUndefined,
	type Compiled,
	type Route,
} from '../../../nodes/protocol/request';

const rows: Array<[string, Route, Parameters<typeof compile>[1], Partial<Compiled>]> = [
	[
		'new API by its version',
		'GET /v1.0/contact/users/me',
		{},
		{
			method: 'GET',
			host: 'api',
			path: '/v1.0/contact/users/me',
			api: '/v1.0/contact/users/me',
			query: {},
			headers: {},
		},
	],
	['any version', 'POST /v2.0/yida/forms/remarks/query', {}, { host: 'api' }],
	[
		'legacy under /topapi',
		'POST /topapi/v2/user/get',
		{ body: { userid: 'a' } },
		{ host: 'oapi', body: { userid: 'a' } },
	],
	[
		'legacy beside /topapi',
		'POST /media/upload',
		{ query: { type: 'image' } },
		{ host: 'oapi', query: { type: 'image' } },
	],
	[
		'every variable is one segment',
		'PUT /v1.0/todo/users/{unionId}/tasks/{taskId}',
		{ path: { unionId: 'a/b?c#d', taskId: 'x y%z' } },
		{ path: '/v1.0/todo/users/a%2Fb%3Fc%23d/tasks/x%20y%25z', api: '/v1.0/todo/users/{unionId}/tasks/{taskId}' },
	],
	['Chinese in a path', 'GET /v1.0/x/{name}', { path: { name: '待办' } }, { path: '/v1.0/x/%E5%BE%85%E5%8A%9E' }],
	['zero is a value', 'GET /v1.0/x/{id}', { path: { id: 0 } }, { path: '/v1.0/x/0' }],
	['one variable twice', 'GET /v1.0/x/{id}/y/{id}', { path: { id: 'i' } }, { path: '/v1.0/x/i/y/i' }],
	[
		'undefined goes, null and empty stay',
		'POST /v1.0/x',
		{ query: { a: undefined, b: 0, c: false }, body: { a: undefined, b: null, c: '', d: [], e: { f: undefined } } },
		{ query: { b: 0, c: false }, body: { b: null, c: '', d: [], e: {} } },
	],
	[
		'undefined goes inside lists, which keep their length',
		'POST /v1.0/x',
		{ body: { list: [{ a: undefined, b: 1 }, undefined] } },
		{ body: { list: [{ b: 1 }, undefined] } },
	],
	['a list as body', 'POST /v1.0/x', { body: [{ a: 1, b: undefined }] }, { body: [{ a: 1 }] }],
	['a list of texts as body', 'POST /v1.0/x', { body: ['a', 'b'] }, { body: ['a', 'b'] }],
	['a list in the query', 'GET /v1.0/x', { query: { ids: ['a', 'b'], c: 1n } }, { query: { ids: ['a', 'b'], c: 1n } }],
	[
		'a list and an object in the query as JSON',
		'GET /v1.0/x',
		{ query: { ids: jsonText(['a', undefined]), filter: jsonText({ a: { b: 176322897889314512n, c: undefined } }) } },
		{ query: { ids: '["a",null]', filter: '{"a":{"b":176322897889314512}}' } },
	],
	[
		'a long number in a path',
		'GET /v1.0/x/{id}',
		{ path: { id: 176322897889314512n } },
		{ path: '/v1.0/x/176322897889314512' },
	],
	['headers', 'POST /v1.0/x', { headers: { 'x-client-token': 't' } }, { headers: { 'x-client-token': 't' } }],
];

test.each(rows)('%s', (_, route, parts, expected) => {
	expect(compile(route, parts)).toMatchObject(expected);
});

test('without a body or form there is none', () => {
	expect(Object.keys(compile('GET /v1.0/x', {}))).toEqual(['method', 'host', 'path', 'api', 'query', 'headers']);
});

test.each([undefined, null, ''])('a path variable that is %p is refused, naming it', (value) => {
	expect(() => compile('GET /v1.0/todo/users/{unionId}', { path: { unionId: value } })).toThrow(
		'/v1.0/todo/users/{unionId} needs a value for unionId',
	);
	expect(() => compile('GET /v1.0/todo/users/{unionId}', {})).toThrow('unionId');
});

test.each(['.', '..'])('a segment %p, which would call another API, is refused', (value) => {
	expect(() =>
		compile('DELETE /v1.0/todo/users/{unionId}/tasks/{taskId}', { path: { unionId: 'u', taskId: value } }),
	).toThrow('taskId');
});

test.each(['...', '..a', '../..', '%2e%2e', '?', '#', ';'])('a segment %p stays in its place', (value) => {
	const { path } = compile('GET /v1.0/todo/users/{unionId}/tasks', { path: { unionId: value } });
	expect(new URL(path, 'https://api.dingtalk.com').pathname).toBe(path);
	expect(decodeURIComponent(path.split('/')[4] ?? '')).toBe(value);
});

test('names of Object.prototype are no values', () => {
	expect(() => compile('GET /v1.0/x/{constructor}', { path: {} })).toThrow('constructor');
});

test('the caller may name the host', () => {
	expect(compile('POST /robot/send', {}, 'api').host).toBe('api');
	expect(hostOf('/version/x')).toBe('oapi');
});

test('dates and files are values, not objects to walk', () => {
	const date = new Date(0);
	const bytes = Buffer.from('x');
	expect(withoutUndefined({ date, bytes })).toEqual({ date, bytes });
	expect((withoutUndefined({ date }) as { date: unknown }).date).toBe(date);
});
