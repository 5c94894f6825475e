import { InputError, defineProcedure } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { pathOf } from '../../flows/read';
import { range } from './fields';

const SET = 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/ranges/{rangeAddress}/insertDropdownLists';
const REMOVE = 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/ranges/{rangeAddress}/deleteDropdownLists';

export const setDropdown = defineProcedure({
	name: 'Set Dropdown',
	value: 'setDropdown',
	action: 'Put a dropdown list on a range',
	description: 'Let people choose from a list in a range, or end that. One call.',
	zh: { name: '设置下拉列表', action: '设置下拉列表', description: '为区域设置下拉列表，或将其移除。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/insert-drop-down-list',
	permission: 'Document.Workbook.Write',
	routes: [SET, REMOVE],
	fields: [
		...place,
		range,
		{
			displayName: 'Remove',
			zh: { name: '移除', description: '是否移除下拉列表，而不是设置' },
			name: 'remove',
			type: 'boolean',
			default: false,
			description: 'Whether to take the list away in place of setting one',
		},
		{
			displayName: 'Choices',
			zh: { name: '选项', placeholder: '添加选项' },
			name: 'choices',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Choice',
			default: {},
			displayOptions: { show: { remove: [false] } },
			options: [
				{
					displayName: 'Choice',
					zh: '选项',
					name: 'choice',
					values: [
						{ displayName: 'Value', zh: '值', name: 'value', type: 'string', required: true, default: '' },
						{ displayName: 'Color', zh: '颜色', name: 'color', type: 'color', default: '' },
					],
				},
			],
		},
	],
	plan: ({ choices, remove, ...rest }) => {
		const options = remove ? undefined : (choices?.choice ?? []);
		if (options?.length === 0) throw new InputError('Choices', 'are empty', '为空');
		return { ...rest, options };
	},
	run: async ({ range: rangeAddress, options, ...where }, api) => {
		const call = { path: { ...pathOf(where), rangeAddress }, query: { operatorId: where.operator } };
		return options
			? await api.call(SET, { ...call, body: { options } }, { safe: true })
			: await api.call(REMOVE, call, { safe: true });
	},
});
