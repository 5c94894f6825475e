import { defineFields } from '../../../runtime/field';
import { statusColors } from './fields';

/** Fields of an OA message. https://open.dingtalk.com/document/development/message-types-and-data-format */
export const oaFields = defineFields([
	{ displayName: 'Message URL (Desktop)', name: 'pcMessageUrl', type: 'string', default: '', placeholder: 'e.g. https://example.com', displayOptions: { show: { messageType: ['oa'] } }, description: 'Page that opens on the desktop. Empty: the same page.' },
	{ displayName: 'Head Color', name: 'headBgcolor', type: 'color', required: true, default: '#BBBBBB', displayOptions: { show: { messageType: ['oa'] } }, description: 'As #FF6A00, or as DingTalk writes it: FFFF6A00, two digits for the opacity and six for the color' },
	{ displayName: 'Head Text', name: 'headText', type: 'string', default: '', maxLength: 10, displayOptions: { show: { messageType: ['oa'] } }, description: 'At most 10 characters. DingTalk shows the name of the app in its place.' },
	{
		displayName: 'Body',
		name: 'oaBody',
		type: 'collection',
		placeholder: 'Add Part',
		default: {},
		displayOptions: { show: { messageType: ['oa'] } },
		options: [
			{ displayName: 'Amount', name: 'richNum', type: 'string', default: '', placeholder: 'e.g. 10.6', description: 'Number shown large' },
			{ displayName: 'Amount Unit', name: 'richUnit', type: 'string', default: '', placeholder: 'e.g. CNY', description: 'Unit behind the amount' },
			{ displayName: 'Author', name: 'author', type: 'string', default: '' },
			{ displayName: 'Content', name: 'content', type: 'string', default: '', typeOptions: { rows: 3 }, description: 'Shown in at most three lines' },
			{ displayName: 'File Count', name: 'fileCount', type: 'string', default: '', description: 'Number of attachments to show; DingTalk does not check it' },
			{ displayName: 'Image', name: 'image', type: 'string', default: '', placeholder: 'e.g. @lADOADmaWMzazQKA', description: 'Media ID, as Media → Upload returns it' },
			{ displayName: 'Image Binary Field', name: 'imageBinary', type: 'string', binary: true, default: 'data', description: 'Name of the input field containing the image; it is uploaded first (one call more) and stands in for Image' },
			{ displayName: 'Title', name: 'title', type: 'string', default: '', description: 'At most 50 characters are advised' },
		],
	},
	{
		displayName: 'Form',
		name: 'form',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		maxItems: 6,
		placeholder: 'Add Row',
		default: {},
		displayOptions: { show: { messageType: ['oa'] } },
		options: [
			{
				displayName: 'Row',
				name: 'row',
				values: [
					{ displayName: 'Key', name: 'key', type: 'string', default: '' },
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
		description: 'At most six rows',
	},
	{ displayName: 'Status', name: 'statusValue', type: 'string', default: '', placeholder: 'e.g. In progress', displayOptions: { show: { messageType: ['oa'] } }, description: 'Text of the status bar, which Update Status Bar can change later. At most five people, no departments. Empty: no status bar.' },
	{ displayName: 'Status Color', name: 'statusBg', type: 'options', default: '0xFFFF9D46', displayOptions: { show: { messageType: ['oa'] } }, options: statusColors, description: 'Color of the status bar' },
	{ displayName: 'Custom Status Color', name: 'customStatusBg', type: 'color', required: true, default: '#FF6A00', displayOptions: { show: { messageType: ['oa'], statusBg: ['custom'] } }, description: 'As #FF6A00, or as DingTalk writes it: 0xFFFF6A00' },
]);
