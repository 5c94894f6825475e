/** People of an operation's parameters are chosen as in every other node: from a list found by name, or by any of their ids. */
import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { editor, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.clearLog());

const nodeType = new DingTalkApiCall();
const by = (mode: string, value: string) => ({ __rl: true, mode, value });
const call = (operation: string, people: Array<[string, object]>, value: IDataObject = {}) => ({
	nodeType,
	credentials: sandboxCredentials(sandbox),
	parameters: {
		product: 'all',
		apiOperation: by('id', operation),
		specify: 'fields',
		parameters: { mappingMode: 'defineBelow', value, schema: [], matchingColumns: [] },
		people: { parameter: people.map(([name, person]) => ({ name, person })) },
		options: {},
	} as unknown as IDataObject,
});

test('each parameter gets the id that it takes, whatever the person was named by; rows for one parameter are a list', async () => {
	const [first] = sandbox.company.users;
	const [created] = await outputs(
		call(
			'todo.createTodoTask',
			[
				['path.unionId', by('list', 'lisi')],
				['body.executorIds', by('mobile', first?.mobile ?? '')],
				['body.executorIds', by('unionId', 'unwangwuiEiE')],
				['body.executorIds', by('userId', 'zhangsan')],
			],
			{ 'body.subject': '写周报' },
		),
	);
	expect(created).toMatchObject({
		creatorId: 'unlisiiEiE',
		executorIds: [first?.unionid, 'unwangwuiEiE', 'unzhangsaniEiE'],
	});
	expect(sandbox.problems()).toEqual([]);
});

test('a userId, and several in a text', async () => {
	expect(await outputs(call('POST /topapi/v2/user/get', [['body.userid', by('unionId', 'unlisiiEiE')]]))).toMatchObject(
		[{ name: '李四' }],
	);
	expect(
		await outputs(call('POST /topapi/v2/user/get', [['', by('list', '')]], { 'body.userid': 'lisi' })),
	).toMatchObject([{ name: '李四' }]);
});

test.each<[string, Array<[string, object]>, IDataObject]>([
	['People: "body.subject" is no parameter', [['body.subject', by('list', 'lisi')]], {}],
	['People: "body.userid" names nobody', [['body.userid', by('list', '')]], {}],
	['body.userid: is given twice', [['body.userid', by('list', 'lisi')]], { 'body.userid': 'lisi' }],
	['body.language: must be one of', [['body.userid', by('mobile', '13800000001')]], { 'body.language': 'fr' }],
	['body.userid: is empty', [], {}],
])('refused before any request: %s', async (sentence, people, value) => {
	await expect(outputs(call('POST /topapi/v2/user/get', people, value))).rejects.toThrow(sentence);
	expect(sandbox.log.filter(({ path }) => !/token/i.test(path))).toEqual([]);
});

test('the editor lists the parameters that take people, and people by name', async () => {
	const parametersOf = async (operation: string) =>
		await nodeType.methods.loadOptions.personParameters.call(editor(call(operation, [])));
	expect((await parametersOf('todo.createTodoTask')).map(({ value }) => value)).toEqual(
		expect.arrayContaining(['path.unionId', 'body.executorIds', 'query.operatorId']),
	);
	await expect(parametersOf('POST /topapi/v2/department/get')).rejects.toThrow('takes nobody');
	const found: INodeListSearchResult = await nodeType.methods.listSearch.searchUsers.call(
		editor(call('todo.createTodoTask', [])),
		'李四',
	);
	expect(found.results).toMatchObject([{ value: 'lisi' }]);
});
