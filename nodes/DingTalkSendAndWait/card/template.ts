import { isObject } from '../../protocol/json';
import type { Api } from '../../runtime/operation';
import { InputError } from '../../runtime/inputError';
import { VARIABLES } from './variables';

/** Templates that had all variables; they are not asked for again in this process. */
const known = new Set<string>();
const MOST_KNOWN = 100;

/** Every text within a value: how DingTalk writes a variable is not documented, but its name stands there somewhere. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * Refuses a template that lacks a variable, as far as DingTalk tells: the route is known from the official SDK only (GetTemplate),
 * and where the app may not use it the card goes out unchecked.
 */
export async function checkTemplate(cardTemplateId: string, api: Api): Promise<void> {
	if (known.has(cardTemplateId)) return;
	const answer = await api
		.call('GET /v1.0/card/templates', { query: { templateId: cardTemplateId } })
		.catch(() => ({}));
	const data = 'data' in answer && isObject(answer.data) ? answer.data : {};
	const lists = [data.commonVariableList, data.localVariableList, data.expVariableList];
	const names = new Set(textsIn(lists));
	if (names.size === 0)
		return api.hint(
			'DingTalk does not tell which variables the template has, so it could not be checked',
			'钉钉未返回模板的变量，无法检查模板',
		);
	const missing = VARIABLES.filter((name) => !names.has(name));
	if (missing.length > 0)
		throw new InputError(
			'Template ID',
			`names a template without the variables ${missing.join(', ')}. Add them on the card platform and publish it again; docs/human-in-the-loop.md of this package shows how`,
			`的模板缺少变量 ${missing.join('、')}。请在卡片平台添加后重新发布，步骤见本包文档 docs/human-in-the-loop.md`,
		);
	if (known.size < MOST_KNOWN) known.add(cardTemplateId);
}
