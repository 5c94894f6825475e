import { defineFields } from '../../../runtime/field';

/** Of a request. https://open.dingtalk.com/document/development/interface-for-creating-a-card-instance */
export const MOST_BYTES = 100 * 1024;

export const cardFields = defineFields([
	{
		displayName: 'Public Data (JSON)',
		zh: { name: '公有数据（JSON）', description: '所有人可见的卡片变量；非文本的值会转为 JSON 文本' },
		name: 'publicData',
		type: 'json',
		default: '{}',
		description: "The card's variables by name, for everyone who sees it. A value that is no text is written as JSON.",
	},
	{
		displayName: 'Update Mode',
		zh: '更新方式',
		name: 'updateMode',
		type: 'options',
		default: 'byKey',
		options: [
			{ name: 'Only the Given Variables', value: 'byKey', zh: '只更新给出的变量' },
			{ name: 'Replace All Variables', value: 'replace', zh: '替换全部变量' },
		],
	},
]);

export const updateOptions = (mode: 'byKey' | 'replace') => ({
	updateCardDataByKey: mode === 'byKey',
	updatePrivateDataByKey: mode === 'byKey',
});
