import { isObject } from '../../../protocol/json';
import { InputError, type Json } from '../../../runtime/operation';
import { wireComponent, wireText } from '../../../protocol/formText';

/** https://open.dingtalk.com/document/development/create-an-approval-instance */
const MOST_COMPONENTS = 150;
const LONGEST_VALUE = 65_535;

const isGiven = (value: unknown) => value !== undefined && value !== null;

function component(entry: unknown): Json {
	if (!isObject(entry) || !isGiven(entry.name) || !isGiven(entry.value))
		throw new InputError(
			'Form Values (JSON)',
			'has an entry without "name" and "value"',
			'中有缺少 name 或 value 的项',
		);
	return wireComponent(entry);
}

/**
 * JSON → `formComponentValues`.
 * @param json Object of names and values, or an array of components as DingTalk has them.
 */
export function componentsOf(json: unknown): Json[] {
	if (json === undefined) return [];
	if (Array.isArray(json)) return json.map(component);
	if (!isObject(json))
		throw new InputError(
			'Form Values (JSON)',
			'is neither an object of names and values nor an array of components',
			'既不是“名称: 值”的对象，也不是控件数组',
		);
	return Object.entries(json)
		.filter(([, value]) => isGiven(value))
		.map(([name, value]) => ({ name, value: wireText(value) }));
}

/** @throws InputError for more, or longer, values than DingTalk takes. */
export function checkedComponents(components: Json[]): Json[] {
	if (components.length > MOST_COMPONENTS)
		throw new InputError(
			'Form Fields',
			`has ${components.length} entries; DingTalk accepts at most ${MOST_COMPONENTS}`,
			`有 ${components.length} 项，钉钉最多接受 ${MOST_COMPONENTS} 项`,
		);
	for (const { name, value } of components) {
		const length = [...String(value)].length;
		if (length > LONGEST_VALUE)
			throw new InputError(
				'Form Fields',
				`the value of "${String(name)}" has ${length} characters; DingTalk accepts at most ${LONGEST_VALUE}`,
				`“${String(name)}”的值有 ${length} 个字符，钉钉最多接受 ${LONGEST_VALUE} 个`,
			);
	}
	return components;
}
