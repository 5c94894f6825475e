import { defineField, defineOperation } from '../../../nodes/runtime/operation';
import { personRefs, splitList } from '../../../nodes/runtime/people';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { outputs, sandboxCredentials, type Call } from '../../support/engine';
import { nodeOf, words } from '../../support/node';

const person = defineField({
	displayName: 'Person',
	name: 'owner',
	type: 'resourceLocator',
	person: 'unionId',
	required: true,
	fallback: 'defaultOperator',
	default: { mode: 'list', value: '' },
	modes: [],
});
const create = defineOperation({
	...words('create'),
	route: 'POST /v1.0/todo/users/{unionId}/tasks',
	fields: [
		person,
		{
			displayName: 'Executors',
			name: 'executors',
			type: 'resourceLocator',
			person: 'unionId',
			many: true,
			default: { mode: 'list', value: '' },
			modes: [],
		},
		{ displayName: 'Subject', name: 'subject', type: 'string', required: true, default: '' },
	],
	request: ({ owner, executors, subject }) => ({
		path: { unionId: owner },
		query: { operatorId: owner },
		body: { subject, creatorId: owner, executorIds: executors },
	}),
});

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 30 });
});
afterEach(() => {
	expect(sandbox.problems()).toEqual([]);
	sandbox.clearLog();
	sandbox.clearFaults();
});
afterAll(async () => await sandbox.close());

const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const call = (parameters: object, count = 1): Call => ({
	nodeType: nodeOf([create]),
	parameters: { resource: 'thing', operation: 'create', subject: 's', ...parameters, options: { callsPerSecond: 0 } },
	items: Array.from({ length: count }, () => ({ json: {} })),
	credentials: sandboxCredentials(sandbox),
});
const asked = () =>
	sandbox.log
		.filter(({ path }) => path.startsWith('/topapi/'))
		.map(({ path, body }) => `${path} ${Object.values(body as object).join()}`);

test('each look-up is made once for all items of an execution, also while the first one is under way', async () => {
	const { mobile, userid, unionid } = sandbox.company.users[3] ?? {};
	const made = await outputs(call({ owner: by('mobile', mobile), executors: by('userId', userid) }, 40));
	expect(made).toHaveLength(40);
	expect(made[39]).toMatchObject({ executorIds: [unionid] });
	expect(asked().sort()).toEqual([`/topapi/v2/user/get ${userid}`, `/topapi/v2/user/getbymobile ${mobile}`]);
});

test('the next execution asks anew: people change', async () => {
	const { mobile } = sandbox.company.users[3] ?? {};
	await outputs(call({ owner: by('mobile', mobile) }));
	await outputs(call({ owner: by('mobile', mobile) }));
	expect(asked()).toHaveLength(4);
});

test('the credential’s default operator is looked up once', async () => {
	const [operator] = sandbox.company.users;
	const made = await outputs(call({}, 5));
	expect(made[0]).toMatchObject({ creatorId: operator?.unionid });
	expect(asked()).toEqual([`/topapi/v2/user/get ${operator?.userid}`]);
});

test('nobody is asked about an id that is of the wanted kind', async () => {
	await outputs(
		call({
			owner: by('unionId', sandbox.company.users[1]?.unionid),
			executors: by('unionId', sandbox.company.users[2]?.unionid),
		}),
	);
	expect(asked()).toEqual([]);
});

test('people as answers tell of them, from an expression: none is left out, and who comes with the wanted id is not looked up', async () => {
	const [a, b, c] = sandbox.company.users;
	const members = [
		{ userid: a?.userid, name: 'A' },
		{ unionid: b?.unionid },
		{ userId: c?.userid, unionId: c?.unionid },
	];
	const made = await outputs({
		...call({ owner: by('unionId', a?.unionid), executors: by('userId', '={{ $json.members }}') }),
		items: [{ json: { members } }],
	});
	expect(made[0]).toMatchObject({ executorIds: [a?.unionid, b?.unionid, c?.unionid] });
	expect(asked()).toEqual([`/topapi/v2/user/get ${a?.userid}`]);
});

test.each<[string, object, string]>([
	[
		'an object without an id',
		{ executors: ['a', { name: 'B' }] },
		'Executors: has an entry that names nobody: {"name":"B"}',
	],
	['an id that is empty', { executors: by('userId', [{ userid: '' }]) }, 'Executors: has an entry that names nobody'],
	['what is no id', { executors: by('userId', true) }, 'Executors: has an entry that names nobody: true'],
	['nobody in Options or Person', { owner: by('userId', { name: 'B' }) }, 'Person: has an entry that names nobody'],
	['two people for one', { owner: by('unionId', [{ unionId: 'a' }, { unionId: 'b' }]) }, 'Person: takes one person'],
	['two ids for one', { owner: by('unionId', 'a, b') }, 'Person: takes one person, but is given 2: a, b'],
])('refused before any call: %s', async (_, parameters, sentence) => {
	await expect(outputs(call({ owner: by('unionId', 'u'), ...parameters }))).rejects.toThrow(sentence);
	expect(sandbox.log).toEqual([]);
});

test('an untouched row of further people names nobody', async () => {
	const [a] = sandbox.company.users;
	const executorsMore = { people: [{}, { person: by('list', '') }, { person: by('unionId', a?.unionid) }] };
	const made = await outputs(call({ owner: by('unionId', a?.unionid), executors: by('list', ''), executorsMore }));
	expect(made[0]).toMatchObject({ executorIds: [a?.unionid] });
});

test('someone who is not there: DingTalk’s sentence, for that item only', async () => {
	const items = ['13800000002', '19999999999'].map((mobile) => ({ json: { mobile } }));
	const made = await outputs({
		...call({ owner: by('mobile', '={{ $json.mobile }}') }),
		items,
		onError: 'continueRegularOutput',
	});
	expect(made[0]).toMatchObject({ creatorId: sandbox.company.users[1]?.unionid });
	expect(made[1]).toMatchObject({ error: { code: '60121', requestId: expect.any(String) } });
});

test('a look-up that fails for all is asked once', async () => {
	const made = await outputs({ ...call({ owner: by('mobile', '19999999999') }, 10), onError: 'continueRegularOutput' });
	expect(made.every(({ error }) => (error as { code: string }).code === '60121')).toBe(true);
	expect(asked()).toHaveLength(1);
});

test.each<[unknown, string[]]>([
	['a,b，c;d；e、f\ng', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
	[' a , ,a', ['a']],
	[
		['a', ['b', 'c,d']],
		['a', 'b', 'c', 'd'],
	],
	[42, ['42']],
	[undefined, []],
	['', []],
	[null, []],
])('splits %p', (given, entries) => {
	expect(splitList(given)).toEqual(entries);
});

test.each<[string, unknown, unknown]>([
	['text', 'a', [{ mode: 'userId', value: 'a' }]],
	['a locator', by('mobile', '138'), [{ mode: 'mobile', value: '138' }]],
	[
		'a locator of a list',
		by('unionId', 'a, b'),
		[
			{ mode: 'unionId', value: 'a' },
			{ mode: 'unionId', value: 'b' },
		],
	],
	[
		'a locator whose value is locators',
		by('list', [by('mobile', '1'), 'b']),
		[
			{ mode: 'mobile', value: '1' },
			{ mode: 'userId', value: 'b' },
		],
	],
	['an unknown mode', by('id', 'a'), [{ mode: 'userId', value: 'a' }]],
	[
		'a locator of a list of both',
		by('mobile', ['1', { userid: 'a' }]),
		[
			{ mode: 'mobile', value: '1' },
			{ mode: 'userId', value: 'a' },
		],
	],
	[
		'several in one object, as events have them',
		{ userId: ['a', 'b'] },
		['a', 'b'].map((value) => ({ mode: 'userId', value })),
	],
	['an approver of an approval’s form', [{ emplId: 'a', name: 'A' }], [{ mode: 'userId', value: 'a' }]],
	[
		'a userId before a unionId where no other is wanted',
		{ unionId: 'z', userid: 'a' },
		[{ mode: 'userId', value: 'a' }],
	],
	['a unionId alone', { userid: '', unionid: 'z' }, [{ mode: 'unionId', value: 'z' }]],
	['nothing', by('list', ''), []],
])('reads %s', (_, given, refs) => {
	expect(personRefs(given)).toEqual(refs);
});
