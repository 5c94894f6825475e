import { defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';
import { componentsOf } from '../flows/components';
import { app, systemToken } from './app';
import { form } from './form';

const needs = [app, systemToken, form, operatorUserId] as const;

/** The components of a form. https://open.dingtalk.com/document/development/get-form-field-information-based-on-form-uuid */
export const componentList = defineListBy(needs, async (place, { filter }, api) => ({
	entries: (await componentsOf(place, api))
		.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
		.map(({ id, name, native }) => ({ name: `${name} (${native})`, value: id })),
}));

/** A sub-table of a form. */
export const subTable = defineLocator({
	displayName: 'Sub-Table',
	zh: { name: '子表单', description: '从列表选择，或填写组件 ID' },
	name: 'subTable',
	required: true,
	description: 'Chosen from the list, or by the ID of its component',
	placeholder: 'e.g. tableField_ksyaujq1',
	list: defineListBy(needs, async (place, { filter }, api) => ({
		entries: (await componentsOf(place, api))
			.filter(({ name, native }) => native === 'TableField' && name.toLowerCase().includes(filter.toLowerCase()))
			.map(({ id, name }) => ({ name, value: id })),
	})),
});
