import { defineFields } from '../../../runtime/field';

/** Fields of every kind of message but OA. Limits: https://open.dingtalk.com/document/development/message-types-and-data-format */
export const contentFields = defineFields([
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		default: 'text',
		options: [
			{ name: 'Action Card', value: 'action_card', description: 'Markdown with one or several buttons' },
			{ name: 'File', value: 'file' },
			{ name: 'Image', value: 'image' },
			{ name: 'Link', value: 'link', description: 'Title, text and picture that open a page' },
			{ name: 'Markdown', value: 'markdown' },
			{ name: 'OA', value: 'oa', description: 'Form with title, amount, picture, author and status bar' },
			{ name: 'Text', value: 'text' },
			{ name: 'Voice', value: 'voice' },
		],
	},
	{ displayName: 'Content', name: 'content', type: 'string', required: true, default: '', typeOptions: { rows: 4 }, displayOptions: { show: { messageType: ['text'] } }, description: 'At most 500 characters are advised. The whole message may have 2,048 bytes; a Chinese character takes three.' },
	{
		displayName: 'Media Source',
		name: 'mediaSource',
		type: 'options',
		default: 'binary',
		displayOptions: { show: { messageType: ['file', 'image', 'voice'] } },
		options: [
			{ name: 'Binary File', value: 'binary', description: 'Upload a file of the input item first (one call more)' },
			{ name: 'Media ID', value: 'mediaId', description: 'A file that was uploaded before' },
		],
	},
	{ displayName: 'Input Binary Field', name: 'binaryPropertyName', type: 'string', binary: true, required: true, default: 'data', displayOptions: { show: { messageType: ['file', 'image', 'voice'], mediaSource: ['binary'] } }, hint: 'The name of the input field containing the file to send' },
	{ displayName: 'Media ID', name: 'mediaId', type: 'string', required: true, default: '', placeholder: 'e.g. @lADOADmaWMzazQKA', displayOptions: { show: { messageType: ['file', 'image', 'voice'], mediaSource: ['mediaId'] } }, description: 'As Media → Upload returns it' },
	{ displayName: 'Duration', name: 'duration', type: 'number', required: true, default: 10, typeOptions: { minValue: 1, maxValue: 59, numberPrecision: 0 }, displayOptions: { show: { messageType: ['voice'] } }, description: 'Length of the recording in seconds, less than 60' },
	{ displayName: 'Title', name: 'title', type: 'string', required: true, default: '', displayOptions: { show: { messageType: ['link', 'markdown'] } }, description: 'Shown in the chat list and in the notification' },
	{ displayName: 'Title', name: 'title', type: 'string', required: true, default: '', maxLength: 64, displayOptions: { show: { messageType: ['action_card'] } }, description: 'Shown in the chat list and in the notification, at most 64 characters' },
	{ displayName: 'Text', name: 'text', type: 'string', required: true, default: '', typeOptions: { rows: 4 }, displayOptions: { show: { messageType: ['link'] } }, description: 'At most 500 characters are advised' },
	{ displayName: 'Markdown', name: 'markdown', type: 'string', required: true, default: '', typeOptions: { rows: 6 }, displayOptions: { show: { messageType: ['action_card', 'markdown'] } }, description: 'Headings, links, pictures, lists, quotes and bold text are shown. The whole message may have 2,048 bytes.' },
	{ displayName: 'Message URL', name: 'messageUrl', type: 'string', required: true, default: '', placeholder: 'e.g. https://example.com', displayOptions: { show: { messageType: ['link', 'oa'] } }, description: 'Page that opens when the message is clicked' },
	{ displayName: 'Picture', name: 'picUrl', type: 'string', default: '', placeholder: 'e.g. @lADOADmaWMzazQKA', displayOptions: { show: { messageType: ['link'] } }, description: 'Media ID or URL of a picture' },
	{
		displayName: 'Buttons',
		name: 'cardType',
		type: 'options',
		default: 'single',
		displayOptions: { show: { messageType: ['action_card'] } },
		options: [
			{ name: 'One Button', value: 'single', description: 'The whole card opens one page' },
			{ name: 'Several Buttons', value: 'multiple', description: 'Each button opens its own page' },
		],
	},
	{ displayName: 'Button Title', name: 'singleTitle', type: 'string', required: true, default: '', maxLength: 20, displayOptions: { show: { messageType: ['action_card'], cardType: ['single'] } }, description: 'At most 20 characters' },
	{ displayName: 'Button URL', name: 'singleUrl', type: 'string', required: true, default: '', maxLength: 700, displayOptions: { show: { messageType: ['action_card'], cardType: ['single'] } }, description: 'Page that opens when the card is clicked, at most 700 characters' },
	{
		displayName: 'Button List',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Button',
		default: {},
		displayOptions: { show: { messageType: ['action_card'], cardType: ['multiple'] } },
		options: [
			{
				displayName: 'Button',
				name: 'button',
				values: [
					{ displayName: 'Title', name: 'title', type: 'string', required: true, default: '', maxLength: 20, description: 'At most 20 characters' },
					{ displayName: 'URL', name: 'url', type: 'string', required: true, default: '', maxLength: 700, description: 'Page that the button opens, at most 700 characters' },
				],
			},
		],
	},
	{
		displayName: 'Button Layout',
		name: 'btnOrientation',
		type: 'options',
		default: '0',
		displayOptions: { show: { messageType: ['action_card'], cardType: ['multiple'] } },
		options: [
			{ name: 'Side by Side', value: '1' },
			{ name: 'Stacked', value: '0' },
		],
	},
]);
