import type { INodeProperties } from 'n8n-workflow';

/** Inside a collection; the slash leads to the node's own parameters. */
const webhookOnly = { show: { '/connection': ['webhook'] } };
const streamOnly = { show: { '/connection': ['stream'] } };

/** The node's fields in English; their Chinese stands in zh-CN.json beside this file. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Connection',
		name: 'connection',
		type: 'options',
		noDataExpression: true,
		default: 'stream',
		options: [
			{ name: 'Stream', value: 'stream', description: 'No public URL, no encryption keys: n8n connects to DingTalk' },
			{ name: 'Webhook', value: 'webhook', description: "Calls of DingTalk to n8n's public URL, signed and encrypted" },
		],
		description: 'How the events get here',
	},
	{
		displayName: 'Receive',
		name: 'receive',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		default: ['events'],
		options: [
			{
				name: 'Card Callbacks',
				value: 'cardCallbacks',
				description: 'Somebody clicks a button of an interactive card',
			},
			{
				name: 'Card Data Requests',
				value: 'cardData',
				description:
					'A card asks for what it shows. The workflow’s output is the answer. Stream only, within 2 seconds.',
			},
			{
				name: 'Delegated Robot Messages',
				value: 'delegatedMessages',
				description: 'Somebody writes to a person whom the robot stands in for. Stream only.',
			},
			{ name: 'Events', value: 'events', description: 'Something happens: an approval, a punch, a to-do, a new hire' },
			{
				name: 'Plugin Calls',
				value: 'pluginCalls',
				description: 'An AI assistant calls the app. The workflow’s output is the answer. Stream only.',
			},
			{
				name: 'Robot Messages',
				value: 'robotMessages',
				description: 'Somebody writes to the robot or mentions it in a group',
			},
		],
		description: 'What starts the workflow',
	},
	{
		displayName: 'Event Names or IDs',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['*'],
		typeOptions: {
			loadOptionsMethod: 'getEventTypes',
			loadOptionsDependsOn: ['connection', 'options.listAllEvents'],
		},
		displayOptions: { show: { receive: ['events'] } },
		description:
			'Which events. Each must also be switched on for the app in the developer console, unless the URL is registered automatically. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		default: 'manual',
		displayOptions: { show: { connection: ['webhook'] } },
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'Registers the URL on activation and deletes it afterwards. It goes through the event-subscription API. DingTalk allows one URL per app.',
			},
			{
				name: 'Manual',
				value: 'manual',
				description:
					'You paste the URL into the developer console. It belongs under Events and Callbacks, for messages on the page of the robot.',
			},
		],
		description: "How DingTalk gets to know n8n's URL",
	},
	{
		displayName:
			'Paste the Production URL above into the developer console (open-dev.dingtalk.com): for events under Events and Callbacks, push mode HTTP, with the token and AES key of the credential; for messages under Robot, as the message address, mode HTTP',
		name: 'whereToPaste',
		type: 'notice',
		default: '',
		displayOptions: { show: { connection: ['webhook'], registration: ['manual'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Approval Process Codes',
				name: 'processCodes',
				type: 'string',
				default: '',
				placeholder: 'e.g. PROC-1234',
				description: 'Only approvals of these templates, separated by commas',
			},
			{
				displayName: 'Card Action IDs',
				name: 'actionIds',
				type: 'string',
				default: '',
				description: 'Only clicks on these buttons, separated by commas',
			},
			{
				displayName: 'Card Template IDs',
				name: 'cardTemplateIds',
				type: 'string',
				default: '',
				description:
					'Only clicks on cards of these templates, separated by commas. DingTalk does not send the template: name it as cardTemplateId in the button’s parameters.',
			},
			{
				displayName: 'Card Track IDs',
				name: 'outTrackIds',
				type: 'string',
				default: '',
				description: 'Only clicks on these cards (outTrackId), separated by commas',
			},
			{
				displayName: 'Conversation IDs',
				name: 'conversationIds',
				type: 'string',
				default: '',
				description: 'Only messages in these conversations, separated by commas',
			},
			{
				displayName: 'Department IDs',
				name: 'departmentIds',
				type: 'string',
				default: '',
				description:
					'Only events that name one of these departments, separated by commas. Events that name no department (an approval, a new hire) come in any case.',
			},
			{
				displayName: 'Only Mentions',
				name: 'onlyMentions',
				type: 'boolean',
				default: false,
				description: 'Whether messages in groups count only when they mention the robot with @',
			},
			{
				displayName: 'Senders',
				name: 'senders',
				type: 'string',
				default: '',
				description: 'Only messages and clicks of these people (user ID, union ID or senderId), separated by commas',
			},
			{
				displayName: 'Text Matches',
				name: 'text',
				type: 'string',
				default: '',
				placeholder: 'e.g. ^help',
				description: 'Only messages whose text matches this regular expression (upper and lower case are the same)',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Acknowledge',
				name: 'acknowledge',
				type: 'options',
				default: 'finished',
				displayOptions: streamOnly,
				options: [
					{
						name: 'When Finished',
						value: 'finished',
						description:
							'When the execution has ended, or after 45 seconds. What a crash interrupts is delivered again.',
					},
					{ name: 'When Received', value: 'received', description: 'At once: what a crash interrupts is lost' },
					{
						name: 'When Succeeded',
						value: 'succeeded',
						description: 'Like When Finished, but what fails is delivered again',
					},
				],
				description: 'When DingTalk is told that an event has arrived',
			},
			{
				displayName: 'Card Route Key',
				name: 'cardRouteKey',
				type: 'string',
				default: '',
				displayOptions: webhookOnly,
				description:
					'With automatic registration the card URL is registered under this key (callbackRouteKey), signed with the callback token',
			},
			{
				displayName: 'Download Attachments',
				name: 'downloadAttachments',
				type: 'boolean',
				default: false,
				description:
					'Whether pictures, files, audio and video of robot messages come along as binary data. One API call and one download for each.',
			},
			{
				displayName: 'Executions at Once',
				name: 'maxInFlight',
				type: 'number',
				default: 20,
				typeOptions: { minValue: 1, maxValue: 1000 },
				description:
					'At most so many executions of this trigger run at once; further events wait in order, unacknowledged. With the webhook connection: so many of the events that Recover Failed Events brings.',
			},
			{
				displayName: 'List All Events',
				name: 'listAllEvents',
				type: 'boolean',
				default: false,
				description:
					'Whether the list of events also shows those that only third-party apps get, or that this connection does not bring',
			},
			{
				displayName: 'Max File Size (MB)',
				name: 'maxFileSize',
				type: 'number',
				default: 100,
				typeOptions: { minValue: 1 },
				description:
					'With Download Attachments: a larger file is not downloaded, and the attachment says how large it is',
			},
			{
				displayName: 'Recover Failed Events',
				name: 'recoverFailed',
				type: 'boolean',
				default: true,
				description:
					'Whether events that DingTalk could not push are fetched and start the workflow late. On by default with the webhook connection. One API call at activation and every 5 minutes, every 30 while nothing is found; each counts against the monthly quota. Needs the permission qyapi_base.',
			},
			{
				displayName: 'Replace Another URL',
				name: 'replaceUrl',
				type: 'boolean',
				default: false,
				displayOptions: webhookOnly,
				description: 'Whether automatic registration may replace another URL that is registered for the app',
			},
			{
				displayName: 'Resolve Details',
				name: 'resolveDetails',
				type: 'boolean',
				default: false,
				description:
					'Whether an approval event brings its instance, a user event its (first) user, an attendance event the data of that day, a to-do event its task, as the field details. One more API call for each event, which counts against the monthly quota. Where it fails the event comes with detailsError.',
			},
		],
	},
];
