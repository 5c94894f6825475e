import type { IDataObject, IExecuteResponsePromiseData, WorkflowExecuteMode } from 'n8n-workflow';
import { update } from '../../../../nodes/DingTalk/resources/card/update';
import { DingTalkTrigger } from '../../../../nodes/DingTalkTrigger/DingTalkTrigger.node';
import { payloadOf } from '../../../../nodes/DingTalkTrigger/once/emission';
import { fromCardCallback } from '../../../../nodes/DingTalkTrigger/item/cardCallback';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';
import { wire } from '../../../support/wire';

const byKey = { updateCardDataByKey: true, updatePrivateDataByKey: true };

describe('update: values in → request out', () => {
	test.each<[string, object, object]>([
		[
			'for everyone',
			{ publicData: '{"status":"done"}' },
			{ cardData: { cardParamMap: { status: 'done' } }, cardUpdateOptions: byKey },
		],
		[
			'all values become text',
			{ publicData: { n: 1, yes: true, list: [{ a: 1 }], none: null } },
			{
				cardData: { cardParamMap: { n: '1', yes: 'true', list: '[{"a":1}]', none: 'null' } },
				cardUpdateOptions: byKey,
			},
		],
		[
			'replacing',
			{ publicData: { a: 'b' }, updateMode: 'replace' },
			{
				cardData: { cardParamMap: { a: 'b' } },
				cardUpdateOptions: { updateCardDataByKey: false, updatePrivateDataByKey: false },
			},
		],
		[
			'for some',
			{
				privateData: {
					people: [
						{ person: { mode: 'userId', value: 'lisi' }, data: '{"a":"b"}' },
						{ person: 'zhangsan', data: {} },
					],
				},
			},
			{ privateData: { lisi: { cardParamMap: { a: 'b' } }, zhangsan: { cardParamMap: {} } }, cardUpdateOptions: byKey },
		],
	])('%s', async (_, parameters, body) => {
		expect(await wire(update, { outTrackId: 'card1', ...parameters })).toMatchObject({
			method: 'PUT',
			host: 'api',
			path: '/v1.0/card/instances',
			body: { outTrackId: 'card1', ...body },
		});
	});

	test.each<[string, object, string]>([
		['no card', { outTrackId: '', publicData: { a: 'b' } }, 'Card ID: is empty'],
		['a long card ID', { outTrackId: 'x'.repeat(101), publicData: { a: 'b' } }, 'Card ID: has 101 characters'],
		['nothing', {}, 'Public Data (JSON): is empty'],
		['a list', { publicData: '[1]' }, 'Public Data (JSON): must be a JSON object'],
		['malformed JSON', { publicData: '{' }, 'Public Data (JSON): is not valid JSON'],
		[
			'a long name',
			{ publicData: { ['钉'.repeat(34)]: 'x' } },
			'Public Data (JSON): has a name of more than 100 bytes',
		],
		['over 100 KB', { publicData: { a: 'x'.repeat(102_400) } }, 'Public Data (JSON): makes a message of'],
	])('%s is refused, naming the field', async (_, parameters, sentence) => {
		await expect(wire(update, { outTrackId: 'card1', ...parameters })).rejects.toThrow(sentence);
	});
});

describe('in n8n, against the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => {
		sandbox.received.cards.length = 0;
		sandbox.received.cards.push({
			outTrackId: 'card1',
			publicData: { status: 'open', title: 'T' },
			privateData: {},
			clicks: [],
		});
		sandbox.clearLog();
	});
	afterEach(() => expect(sandbox.problems()).toEqual([]));

	const card = (operation: string, parameters: object) => ({
		credentials: sandboxCredentials(sandbox),
		parameters: { resource: 'card', operation, ...parameters },
	});

	/** The item that the trigger makes of a click `age` ms ago. */
	const click = (age = 0, more: IDataObject = {}): IDataObject =>
		fromCardCallback(
			{ type: 'actionCallback', outTrackId: 'card1', userId: 'lisi', content: '{}', ...more },
			'frame1',
			Date.now() - age,
		).item;
	const started = (mode: WorkflowExecuteMode, json: IDataObject, connection = 'stream') => ({
		startedBy: {
			type: 'n8n-nodes-dingtalk-suite.dingTalkTrigger',
			nodeType: new DingTalkTrigger(),
			parameters: { connection },
			json,
			mode,
		},
	});
	const answers: IExecuteResponsePromiseData[] = [];
	const onResponse = (response: IExecuteResponsePromiseData) => answers.push(response);
	beforeEach(() => (answers.length = 0));

	const change = { publicData: '{"status":"done","count":3}', privateData: '{"clicked":true}' };
	const changed = {
		cardData: { cardParamMap: { status: 'done', count: '3' } },
		userPrivateData: { cardParamMap: { clicked: 'true' } },
		cardUpdateOptions: byKey,
	};

	test('update changes the card for everyone and for a person given by mobile', async () => {
		const people = [
			{ person: { __rl: true, mode: 'mobile', value: sandbox.company.users[2]?.mobile }, data: '{"mine":"yes"}' },
		];
		expect(
			await outputs(card('update', { outTrackId: 'card1', publicData: '{"status":"done"}', privateData: { people } })),
		).toMatchObject([{ success: true }]);
		expect(sandbox.received.cards[0]).toMatchObject({
			publicData: { status: 'done', title: 'T' },
			privateData: { lisi: { mine: 'yes' } },
		});
	});

	test.each<[string, WorkflowExecuteMode, string]>([
		['over Stream', 'trigger', 'stream'],
		['by webhook', 'webhook', 'webhook'],
		['by webhook in the editor', 'manual', 'webhook'],
	])(
		'respond %s: the trigger gets the answer as DingTalk documents it, without an API call',
		async (_, mode, connection) => {
			expect(await outputs({ ...card('respond', change), ...started(mode, click(), connection), onResponse })).toEqual([
				{ answered: true, outTrackId: 'card1' },
			]);
			expect(answers.map(payloadOf)).toEqual([changed]);
			expect(sandbox.log).toEqual([]);
		},
	);

	test('respond without a DingTalk Trigger: n8n’s own Webhook node waits', async () => {
		expect(
			await outputs({
				...card('respond', change),
				startedBy: { type: 'n8n-nodes-base.webhook', json: {}, mode: 'webhook' },
				onResponse,
			}),
		).toEqual([{ answered: true }]);
		expect(answers).toMatchObject([
			{ statusCode: 200, headers: { 'content-type': expect.stringContaining('application/json') as string } },
		]);
	});

	test.each<[string, WorkflowExecuteMode, number]>([
		['too late', 'trigger', 1_700],
		['in a repeated execution', 'retry', 0],
		['in the editor over Stream', 'manual', 0],
	])('respond %s: the card is updated, and the item says so', async (_, mode, age) => {
		const [item] = await outputs({ ...card('respond', change), ...started(mode, click(age)), onResponse });
		expect(item).toMatchObject({
			answered: false,
			updated: true,
			notice: expect.stringContaining('Card: Update') as string,
		});
		expect(answers).toEqual([]);
		expect(sandbox.received.cards[0]).toMatchObject({
			publicData: { status: 'done', title: 'T', count: '3' },
			privateData: { lisi: { clicked: 'true' } },
		});
	});

	test('the clicker of a card made with unionIds is named by unionId', async () => {
		await outputs({
			...card('respond', change),
			...started('trigger', click(5_000, { userId: 'unionOfLisi', userIdType: 2 })),
		});
		expect(sandbox.log.find(({ path }) => path === '/v1.0/card/instances')?.body).toMatchObject({
			userIdType: 2,
			privateData: { unionOfLisi: {} },
		});
	});

	test('respond too late, when it should fail: the sentence points to Update', async () => {
		await expect(
			execute({ ...card('respond', { ...change, whenLate: 'fail' }), ...started('trigger', click(2_000)), onResponse }),
		).rejects.toThrow(/2 seconds.*Use Card: Update/);
		expect(answers).toEqual([]);
		expect(sandbox.log).toEqual([]);
	});

	test.each<[string, object, string]>([
		['a robot message', started('trigger', { eventType: 'robot_message' }), 'not started by a click'],
		[
			'a sub-workflow call',
			{ startedBy: { type: 'n8n-nodes-base.executeWorkflowTrigger', json: {}, mode: 'integrated' } },
			'nobody waits',
		],
	])('respond to %s is refused', async (_, how, sentence) => {
		await expect(execute({ ...card('respond', change), ...how, onResponse })).rejects.toThrow(sentence);
		expect(answers).toEqual([]);
	});
});
