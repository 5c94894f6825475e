/** Types of field that can be made. https://open.dingtalk.com/document/development/api-noatable-createfield */
export const fieldTypes = [
	{ name: 'Attachment', value: 'attachment', zh: '附件' },
	{ name: 'Date', value: 'date', zh: '日期' },
	{ name: 'Department', value: 'department', zh: '部门' },
	{ name: 'Link (One Way)', value: 'unidirectionalLink', zh: '单向关联' },
	{ name: 'Link (Two Way)', value: 'bidirectionalLink', zh: '双向关联' },
	{ name: 'Multiple Choice', value: 'multipleSelect', zh: '多选' },
	{ name: 'Number', value: 'number', zh: '数字' },
	{ name: 'Person', value: 'user', zh: '人员' },
	{ name: 'Single Choice', value: 'singleSelect', zh: '单选' },
	{ name: 'Text', value: 'text', zh: '文本' },
	{ name: 'URL', value: 'url', zh: '链接' },
] as const;
