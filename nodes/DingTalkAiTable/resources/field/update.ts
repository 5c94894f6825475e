import { at } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { FIELDS } from '../../flows/columns';
import { column } from '../../locators/column';
import { place } from '../record/fields';
import { propertyOf, settings, withChoices } from './property';

const UPDATE = 'PUT /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/fields/{fieldIdOrName}';

export const update = defineProcedure({
	name: 'Update',
	value: 'update',
	action: 'Update a field of an AI table',
	description:
		'Rename a field or add choices to it. Two calls: the present name and choices are read first, so that none is lost. The type cannot be changed.',
	zh: {
		name: '更新',
		action: '更新 AI 表格字段',
		description: '重命名字段或增加选项。两次调用：先读取现有名称与选项以免丢失；类型不能修改',
	},
	docs: 'https://open.dingtalk.com/document/development/api-noatable-updatefield',
	permission: 'Notable.Base.Write.All',
	routes: [UPDATE, FIELDS],
	fields: [
		...place,
		column,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Add Choices',
					zh: { name: '增加选项', description: '用逗号分隔；已有选项会保留' },
					name: 'choices',
					type: 'string',
					list: true,
					default: '',
					description: 'Separated by commas; the present ones are kept',
				},
				{ displayName: 'Name', zh: '新名称', name: 'name', type: 'string', default: '' },
				{
					displayName: 'Property (JSON)',
					zh: { name: '属性（JSON）', description: '该字段类型的其他设置' },
					name: 'property',
					type: 'json',
					default: '{}',
					description: 'Other settings of this type of field',
				},
			],
		},
	],
	// A field may be given by its name or ID, and be renamed by an item: those of one sheet take turns.
	inTurn: ({ base, sheet }) => [base, sheet],
	plan: ({ updateFields: { property, ...rest }, ...values }) => ({ ...values, ...rest, property: settings(property) }),
	run: async (
		{ base: baseId, sheet: sheetIdOrName, operator: operatorId, column: wanted, name, choices = [], property },
		api,
	) => {
		const { value } = await api.call(FIELDS, { path: { baseId, sheetIdOrName }, query: { operatorId } });
		const present = objectsIn(value).find((field) => field.name === wanted || field.id === wanted);
		const known = objectsIn(property.choices ?? at(present, 'property.choices'));
		const all = withChoices(known, choices);
		const body = {
			name: name ?? String(present?.name ?? wanted),
			property: propertyOf(property, { choices: all.length > known.length ? all : undefined }),
		};
		return await api.call(
			UPDATE,
			{ path: { baseId, sheetIdOrName, fieldIdOrName: wanted }, query: { operatorId }, body },
			{ safe: true },
		);
	},
});
