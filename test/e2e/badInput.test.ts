import { withCredentials } from '../../scripts/host/examples';
import { sandboxCredentials } from '../../scripts/host/sandboxCredentials';
import { type Bench, openBench } from './support/bench';
import { type Step, chain, dingTalk, file, person } from './support/workflow';

const zhangsan = person('zhangsan');
const empty = person('={{ $json.nobody }}');
const long = (characters: number) => '字'.repeat(characters);

/** `[what is wrong, the node, its field's label]`; a file for those that want one. */
const refusals: Array<[string, Step, string]> = [
	[
		'no recipients',
		dingTalk('robot', 'sendToUsers', { users: empty, messageType: 'text', text: 'Hello' }),
		'Recipients',
	],
	[
		'neither people nor departments',
		dingTalk('workNotification', 'send', {
			people: empty,
			departments: { __rl: true, mode: 'id', value: '' },
			messageType: 'text',
			content: 'Hello',
		}),
		'People',
	],
	['no person', dingTalk('user', 'get', { person: empty }), 'Person'],
	[
		'a status bar for six people',
		dingTalk('workNotification', 'send', {
			people: person('a,b,c,d,e,f'),
			messageType: 'oa',
			messageUrl: 'https://example.com',
			statusValue: 'Open',
		}),
		'People',
	],
	[
		'a department that is no number',
		dingTalk('workNotification', 'send', {
			people: zhangsan,
			departments: { __rl: true, mode: 'id', value: 'sales' },
			messageType: 'text',
			content: 'Hello',
		}),
		'Departments',
	],
	[
		'a work notification over 2,048 bytes',
		dingTalk('workNotification', 'send', { people: zhangsan, messageType: 'text', content: long(700) }),
		'Content',
	],
	[
		'a robot message over 15,000 bytes',
		dingTalk('robot', 'sendToGroup', { openConversationId: 'cid', messageType: 'text', text: long(5001) }),
		'Text',
	],
	[
		'a webhook message over 20,000 bytes',
		dingTalk('groupRobot', 'send', { messageType: 'markdown', title: 'Title', markdown: long(7000) }),
		'Markdown',
	],
	['a subject over 1,024 characters', dingTalk('todo', 'create', { person: zhangsan, subject: long(1025) }), 'Subject'],
	['an empty subject', dingTalk('todo', 'create', { person: zhangsan, subject: '={{ $json.nothing }}' }), 'Subject'],
	[
		'JSON that is none',
		dingTalk('robot', 'sendToGroup', {
			openConversationId: 'cid',
			messageType: 'template',
			msgKey: 'sampleText',
			msgParam: '={{ "{content: 1" }}',
		}),
		'Template Parameters (JSON)',
	],
	[
		'JSON that is no message',
		dingTalk('groupRobot', 'send', { messageType: 'json', messageJson: '={{ "[1]" }}' }),
		'Message (JSON)',
	],
	[
		'form values that are no JSON',
		dingTalk('approval', 'create', {
			originator: zhangsan,
			department: { __rl: true, mode: 'id', value: '100' },
			processCode: 'PROC',
			formJson: '={{ "{" }}',
		}),
		'Form Values (JSON)',
	],
	[
		'card data that is a list',
		dingTalk('card', 'update', { outTrackId: 'card', publicData: '={{ [1] }}' }),
		'Public Data (JSON)',
	],
	[
		'a card without buttons',
		dingTalk('groupRobot', 'send', { messageType: 'actionCard', title: 'Title', markdown: 'Text' }),
		'Buttons',
	],
	['a file for an image', dingTalk('media', 'upload', { type: 'image', binaryProperty: 'data' }), 'Input Binary Field'],
	[
		'a file as a voice message',
		dingTalk('robot', 'sendToGroup', {
			openConversationId: 'cid',
			messageType: 'audio',
			mediaSource: 'binary',
			binaryProperty: 'data',
		}),
		'Input Binary Field',
	],
	[
		'a date that is none',
		dingTalk('attendance', 'getUpdatedData', { person: zhangsan, workDate: 'last Tuesday' }),
		'Work Date',
	],
	[
		'a range that ends before it starts',
		dingTalk('attendance', 'getRecords', { people: zhangsan, from: '2026-02-01T00:00:00', to: '2026-01-01T00:00:00' }),
		'To',
	],
	[
		'a colour that is none',
		dingTalk('workNotification', 'updateStatusBar', {
			taskId: '1',
			statusValue: 'Done',
			statusBg: 'custom',
			customStatusBg: 'green',
		}),
		'Custom Status Color',
	],
	[
		'a callback URL that is none',
		dingTalk('eventSubscription', 'register', { url: 'n8n.example.com', eventTypes: ['user_add_org'] }),
		'URL',
	],
	[
		'no event types',
		dingTalk('eventSubscription', 'register', { url: 'https://n8n.example.com', eventTypes: [] }),
		'Event Types',
	],
	[
		'a session webhook that is no URL',
		dingTalk('robot', 'reply', { sessionWebhook: 'here', messageType: 'text', text: 'Hello' }),
		'Session Webhook',
	],
];

describe('bad input', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	/** @param without field of the credential that is left empty */
	const refusalOf = async (name: string, step: Step, without?: string) => {
		const { api, sandbox, credentials } = bench;
		const workflow = chain(`bad input: ${name}`, [...file('notes.txt', 'text/plain', Buffer.from('no picture')), step]);
		const dingTalkApi =
			without === undefined
				? credentials.dingTalkApi
				: await api.createCredential(name, 'dingTalkApi', {
						...sandboxCredentials(sandbox).dingTalkApi,
						[without]: '',
					});
		sandbox.clearLog();
		const execution = await api.run(withCredentials(workflow, { ...credentials, dingTalkApi }));
		expect(sandbox.log).toEqual([]);
		return execution.error();
	};

	it.each(refusals)('%s is refused before any request', async (name, step, field) => {
		const error = await refusalOf(name, step);
		expect(error?.message.slice(0, field.length + 2)).toBe(`${field}: `);
		// The Chinese label comes first, where the form's field has one.
		const [label = ''] = error?.description?.split('：') ?? [];
		expect(label === field || label.endsWith(`（${field}）`)).toBe(true);
	});

	it.each([
		[
			'Agent ID',
			'agentId',
			dingTalk('workNotification', 'send', { people: zhangsan, messageType: 'text', content: 'Hello' }),
		],
		[
			'Robot Code',
			'robotCode',
			dingTalk('robot', 'sendToGroup', { openConversationId: 'cid', messageType: 'text', text: 'Hello' }),
		],
		['Person', 'defaultOperator', dingTalk('todo', 'getAll', { person: person('') })],
		[
			'Token',
			'callbackToken',
			dingTalk('eventSubscription', 'register', { url: 'https://n8n.example.com', eventTypes: ['user_add_org'] }),
		],
	])('%s missing in the node and in the credential is refused, naming both', async (field, property, step) => {
		const error = await refusalOf(`no ${property}`, step, property);
		expect(error?.message).toMatch(
			new RegExp(`^${field}: is empty\\. Fill it in here, or fill in "[^"]+" of the DingTalk credential`),
		);
	});
});
