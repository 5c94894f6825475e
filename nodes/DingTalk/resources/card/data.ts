import { isObject, writeJson } from '../../../protocol/json';
import { defineFields } from '../../../runtime/field';
import { InputError } from '../../../runtime/operation';

/** A card's key has at most 100 bytes, a request 100 KB. https://open.dingtalk.com/document/development/interface-for-creating-a-card-instance */
const MOST_KEY_BYTES = 100;
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

/**
 * Variables as DingTalk takes them: text, anything else as its JSON text; `undefined` when there are none. That a value has at most
 * 1 KB, as the same page says, is left to DingTalk: its own SDK sends whole answers of language models.
 * @throws InputError for what is no object, or a name over 100 bytes.
 */
export function paramsOf(data: unknown, field: string): { cardParamMap: Record<string, string> } | undefined {
	if (data === undefined) return undefined;
	if (!isObject(data)) throw new InputError(field, 'must be a JSON object', '必须是 JSON 对象');
	const long = Object.keys(data).find((key) => Buffer.byteLength(key) > MOST_KEY_BYTES);
	if (long !== undefined)
		throw new InputError(
			field,
			`has a name of more than ${MOST_KEY_BYTES} bytes: "${long}"`,
			`变量名超过 ${MOST_KEY_BYTES} 字节：“${long}”`,
		);
	const entries = Object.entries(data).map(([name, value]) => [
		name,
		typeof value === 'string' ? value : writeJson(value),
	]);
	return entries.length === 0 ? undefined : { cardParamMap: Object.fromEntries(entries) };
}

export const updateOptions = (mode: 'byKey' | 'replace') => ({
	updateCardDataByKey: mode === 'byKey',
	updatePrivateDataByKey: mode === 'byKey',
});
