import { defineMapper } from '../../../runtime/mapper';
import { customColumns, optional } from '../../flows/fields';
import { writeField } from '../../flows/write';
import { formCode } from '../../locators/formCode';

export const customFields = defineMapper({
	displayName: 'Columns',
	zh: { name: '对象数据', description: '自定义表单的字段；也可自动匹配数据项中的同名键' },
	description: "Fields of the form, filled in here or taken from the item's keys of the same names",
	name: 'customFields',
	words: { singular: 'field', plural: 'fields' },
	needs: [formCode],
	convert: writeField,
	mode: 'map',
	columns: optional(customColumns),
});
