import { asText, isObject } from '../protocol/json';
import { InputError } from '../runtime/operation';

/** Of the name of a card's variable. https://open.dingtalk.com/document/development/interface-for-creating-a-card-instance */
const MOST_KEY_BYTES = 100;

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
	const entries = Object.entries(data).map(([name, value]) => [name, asText(value)]);
	return entries.length === 0 ? undefined : { cardParamMap: Object.fromEntries(entries) };
}
