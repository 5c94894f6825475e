import { asText } from '../../protocol/json';
import type { Column, LookUps } from '../../runtime/field';
import { InputError } from '../../runtime/inputError';
import { objectsIn } from '../../runtime/pick';
import { defineListBy } from '../../runtime/list';
import { author } from '../fields/author';
import { template } from '../locators/template';

export const TEMPLATE = 'POST /topapi/report/template/getbyname';

/** The only type that can be written. https://open.dingtalk.com/document/development/create-a-log */
const TEXT = '1';
/** Most characters of a field: DingTalk cuts the rest without a word. */
const MOST = 1000;

/** The fields of a template as a mapper shows them; those that are no text are shown and cannot be filled in. */
export async function columnsOfTemplate(
	{ template: template_name, author: userid }: { template: string; author: string },
	api: LookUps,
): Promise<Column[]> {
	const { id, fields } = await api.call(TEMPLATE, { body: { template_name, userid } }, { safe: true });
	return objectsIn(fields).map(({ field_name: name, sort, type }) => ({
		id: String(name),
		name: String(name),
		type: 'string',
		native: String(type),
		readOnly: String(type) !== TEXT,
		more: { sort, template: id },
	}));
}

/** @throws InputError for a text that DingTalk would cut. */
export function writeReportValue(value: unknown, { name }: Column): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const text = asText(value);
	if (text.length <= MOST) return text;
	throw new InputError(
		name,
		`has ${text.length} characters; DingTalk cuts what is beyond ${MOST}`,
		`有 ${text.length} 个字符，超过 ${MOST} 的部分会被钉钉截断`,
	);
}

/** The groups that the template sends to by default; only these can be sent to. https://open.dingtalk.com/document/development/query-template-details */
export const templateGroups = defineListBy([template, author], async (needs, _, api) => {
	const body = { template_name: needs.template, userid: needs.author };
	const { default_received_convs: groups } = await api.call(TEMPLATE, { body }, { safe: true });
	return {
		entries: objectsIn(groups).map(({ conversation_id: id, title }) => ({ name: String(title), value: String(id) })),
	};
});
