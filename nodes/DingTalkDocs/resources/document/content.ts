import { defineField } from '../../../runtime/field';

export const markdown = defineField({
	displayName: 'Content',
	zh: { name: '内容', description: 'Markdown 格式' },
	name: 'content',
	type: 'string',
	typeOptions: { rows: 6 },
	required: true,
	default: '',
	placeholder: '# Heading\n\nText with **bold** words',
	description: 'In markdown',
});

export const OVERWRITE = 'POST /v1.0/doc/suites/documents/{docKey}/overwriteContent';
export const APPEND = 'POST /v1.0/doc/suites/documents/{documentId}/content';
