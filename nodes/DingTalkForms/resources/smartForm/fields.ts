import { defineField } from '../../../runtime/field';
import type { Json } from '../../../protocol/json';
import { objectsIn, pick } from '../../../runtime/pick';

export const bizType = defineField({
	displayName: 'Kind',
	zh: { name: '填表类型' },
	name: 'bizType',
	type: 'options',
	under: 'options',
	default: 0,
	options: [
		{ name: 'Education', value: 1, zh: '教育版' },
		{ name: 'General', value: 0, zh: '通用' },
	],
});

/** The answers by their labels; one that occurs twice keeps its key beside it. */
function answersOf(forms: unknown): Json {
	const answers = objectsIn(forms);
	const twice = (label: unknown) => answers.filter((other) => other.label === label).length > 1;
	return Object.fromEntries(
		answers.map(({ key, label, value }) => [twice(label) ? `${String(label)} (${String(key)})` : String(label), value]),
	);
}

/** A response as one flat object: who, when, then label → value. */
export const flatResponse = (response: Json): Json => ({
	...pick(response, [
		'formInstanceId',
		'title',
		'creator',
		'submitterUserId',
		'submitterUserName',
		'studentName',
		'createTime',
		'modifyTime',
	]),
	...answersOf(response.forms),
});
