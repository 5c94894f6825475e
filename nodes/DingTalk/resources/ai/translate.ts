import { defineField, defineOperation } from '../../../runtime/operation';

const language = defineField({
	displayName: 'From Language',
	zh: { name: '源语言', description: '语言代码，如 zh、en；钉钉文档未列出支持的语言' },
	name: 'from',
	type: 'string',
	id: true,
	required: true,
	default: 'zh',
	placeholder: 'e.g. zh',
	description: "Code of the language, like zh or en; DingTalk's page does not list which there are",
});

export const translate = defineOperation({
	name: 'Translate',
	value: 'translate',
	action: 'Translate a text',
	description: 'Translate a text with DingTalk. One call.',
	zh: { name: '文本翻译', action: '翻译文本', description: '用钉钉翻译文本。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/dingtalk-translation',
	permission: 'qyapi_ai_base',
	route: 'POST /topapi/ai/mt/translate',
	safe: true,
	fields: [
		{
			displayName: 'Text',
			zh: { name: '原文', description: '要翻译的文本' },
			name: 'text',
			type: 'string',
			required: true,
			default: '',
			typeOptions: { rows: 4 },
			description: 'What to translate',
		},
		language,
		{
			...language,
			displayName: 'To Language',
			zh: { name: '目标语言', description: '语言代码，如 zh、en；钉钉文档未列出支持的语言' },
			name: 'to',
			default: 'en',
			placeholder: 'e.g. en',
		},
	],
	request: ({ text, from, to }) => ({ body: { query: text, source_language: from, target_language: to } }),
	output: ({ result }) => ({ text: result }),
});
