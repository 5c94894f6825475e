import { defineOperation, InputError } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { person } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a work record',
	description:
		"Legacy: put a work record into a person's list. DingTalk has archived this API; new workflows use To-Do → Create. A person gets the same title and form once a day, and at most 100 work records a day.",
	docs: 'https://open.dingtalk.com/document/development/new-to-do-items',
	route: 'POST /topapi/workrecord/add',
	fields: [
		person,
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			required: true,
			default: '',
			maxLength: 50,
			description: 'At most 50 characters',
		},
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com',
			description: 'Page that opens when the work record is clicked',
		},
		{
			displayName: 'Form',
			name: 'form',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			required: true,
			maxItems: 19,
			placeholder: 'Add Row',
			default: {},
			options: [
				{
					displayName: 'Row',
					name: 'row',
					values: [
						{ displayName: 'Title', name: 'title', type: 'string', required: true, default: '' },
						{ displayName: 'Content', name: 'content', type: 'string', required: true, default: '' },
					],
				},
			],
			description: 'What the work record says, at most 19 rows',
		},
		{
			displayName: 'Time',
			name: 'createTime',
			type: 'dateTime',
			required: true,
			default: '={{ $now }}',
			description: 'Decides only where the work record stands in the list',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Business ID',
					name: 'biz_id',
					type: 'string',
					default: '',
					description:
						'ID of the thing in your own system; DingTalk refuses a second work record of the person with the same one',
				},
				{
					displayName: 'Open on Desktop In',
					name: 'pc_open_type',
					type: 'options',
					default: 2,
					options: [
						{ name: 'Browser', value: 4 },
						{ name: 'DingTalk', value: 2 },
					],
				},
				{
					displayName: 'Originator',
					name: 'originator',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Who started it',
				},
				{
					displayName: 'Source Name',
					name: 'source_name',
					type: 'string',
					default: '',
					description: 'Where it comes from, shown to the person',
				},
				{
					displayName: 'URL (Desktop)',
					name: 'pcUrl',
					type: 'string',
					default: '',
					description: 'Page that opens on the desktop. Empty: the same page.',
				},
			],
		},
	],
	request: ({ person: userid, title, url, form, createTime, additionalFields: { originator, ...more } }) => {
		const rows = form.row ?? [];
		if (rows.length === 0)
			throw new InputError('Form', 'is empty: DingTalk wants at least one row', '为空：至少需要一行');
		return {
			body: {
				userid,
				title,
				url,
				create_time: createTime,
				formItemList: rows,
				originator_user_id: originator,
				...more,
			},
		};
	},
});
