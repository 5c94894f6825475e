/** Calls that are in no catalog. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { callNode } from './support/call';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.clearLog());

const custom = async (parameters: IDataObject, options: IDataObject = {}) =>
	await callNode(sandbox, {
		product: 'custom',
		method: 'POST',
		host: 'api',
		query: '{}',
		bodyType: 'json',
		body: '{}',
		...parameters,
		options,
	});
const sent = () => sandbox.log.filter(({ path }) => !path.endsWith('/accessToken'));

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
	'a custom %s carries query and, but for GET, a body',
	async (method) => {
		await custom({ method, path: '/v9/no/such?a=1', query: '{ "b": [1, 2] }', body: '[{ "c": 1 }]' }).catch(
			() => undefined,
		);
		expect(sent()).toMatchObject([{ method, path: '/v9/no/such', rawQuery: 'a=1&b.1=1&b.2=2' }]);
		expect(sent()[0]?.body).toEqual(method === 'GET' ? undefined : [{ c: 1 }]);
	},
);

test('a name that comes more than once in the query goes out as often, an empty one too', async () => {
	await custom({
		method: 'GET',
		path: '/v9/x?userIds=a%26&userIds=b&one=1&userIds=a%26&none=',
		query: '{"one":2}',
	}).catch(() => undefined);
	expect(sent().map(({ rawQuery }) => rawQuery)).toEqual(['userIds=a%26&userIds=b&userIds=a%26&one=2&none=']);
});

test('a custom body may be raw text, and an empty object is sent as one', async () => {
	await custom(
		{ path: '/v9/text', bodyType: 'text', text: 'a=1&b=值' },
		{ headers: { 'Content-Type': 'text/plain' } },
	).catch(() => undefined);
	await custom({ path: '/v9/json', bodyType: 'text', text: ' {"id":[1]}' }).catch(() => undefined);
	await custom({ path: '/v9/empty' }).catch(() => undefined);
	expect(sent().map(({ body, headers }) => [body, headers['content-type']])).toEqual([
		['a=1&b=值', 'text/plain'],
		[{ id: [1] }, 'application/json'],
		[{}, 'application/json'],
	]);
});

test('a custom path may have a host of the credential in front; the token goes to no other', async () => {
	const userid = sandbox.company.users[0]?.userid ?? '';
	const [item] = await custom({
		host: 'api',
		path: `${sandbox.legacyUrl}/topapi/v2/user/get`,
		body: JSON.stringify({ userid }),
	});
	expect(item?.json).toMatchObject({ userid });
	for (const path of [
		'https://evil.example/v1.0/x',
		`${sandbox.url}.evil.example/x`,
		'user/get',
		'http://127.0.0.1:1/x',
		'@evil.example/x',
	])
		await expect(custom({ path })).rejects.toThrow(
			'Path: must begin with "/", or with one of the hosts of the credential',
		);
	expect(sent()).toHaveLength(1);
});

test.each([
	[{ method: 'TRACE' }, {}, /Method: "TRACE" is not one of its values/],
	[{ bodyType: 'yaml' }, {}, /Body Type: "yaml" is not one of its values/],
	[{ query: '{' }, {}, /Query: is not valid JSON/],
	[{ query: '[1]' }, {}, /Query: must be a JSON object/],
	[{ body: '{a}' }, {}, /Body: is not valid JSON/],
	[{}, { limit: 0 }, /Limit: must be at least 1/],
	[{}, { maxFileSize: 'big' }, /Max File Size \(MB\): is not a number/],
	[{}, { callsPerSecond: 61 }, /Calls per Second: must be at most 60/],
	[{}, { headers: 'x' }, /Extra Headers: is not valid JSON/],
])('what the form cannot mean is refused before any request: %j %j', async (parameters, options, reason) => {
	await expect(custom({ path: '/v9/x', ...parameters }, options)).rejects.toThrow(reason);
	expect(sent()).toEqual([]);
});
