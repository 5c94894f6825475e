import type { Json } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { i18nText, parsed } from '../../flows/i18n';
import { place } from './fields';

const FIELDS = 'GET /v1.0/yida/forms/formFields';
const ALIASES = 'GET /v2.0/yida/forms/component/alias/{appType}/{formUuid}';

const readable = ({ label, props, children, ...rest }: Json): Json => ({
	...rest,
	label: i18nText(label),
	props: parsed(props),
	children: objectsIn(parsed(children)).map(readable),
});

export const getFields = defineProcedure({
	name: 'Get Fields',
	value: 'getFields',
	action: 'Get the components of a form',
	description: 'List the components of a form and of its sub-tables. One call, one more with aliases.',
	zh: { name: '获取组件', action: '获取宜搭表单组件', description: '获取表单组件及子表单的列。一次调用，含别名时两次' },
	docs: 'https://open.dingtalk.com/document/development/get-form-field-information-based-on-form-uuid',
	permission: 'Yida.Form.Read',
	routes: [FIELDS, ALIASES],
	fields: [
		...place,
		{
			displayName: 'With Aliases',
			zh: { name: '包含别名', description: '是否同时获取组件别名，多一次调用' },
			name: 'withAlias',
			type: 'boolean',
			default: false,
			description: 'Whether to add the aliases of the components, which takes one more call',
		},
	],
	run: async ({ app: appType, systemToken, form: formUuid, operator: userId, withAlias }, api) => {
		const { result } = await api.call(FIELDS, { query: { appType, systemToken, formUuid, userId } });
		const components = objectsIn(result).map(readable);
		if (!withAlias) return components;
		const answer = await api.call(ALIASES, { path: { appType, formUuid }, query: { systemToken, userId } });
		const aliases = new Map(objectsIn(answer.result).map(({ fieldId, alias }) => [fieldId, alias]));
		return components.map((component) => ({ ...component, alias: aliases.get(component.fieldId) }));
	},
});
