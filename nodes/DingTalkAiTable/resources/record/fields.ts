import { defineField } from '../../../runtime/field';
import { defineMapper } from '../../../runtime/mapper';
import { operator } from '../../../shared/operator';
import { base } from '../../locators/base';
import { sheet } from '../../locators/sheet';
import { columnsOfSheet } from '../../flows/columns';
import { writeValue } from '../../flows/write';

/** Where a record lives, and in whose name it is worked on. */
export const place = [base, sheet, operator] as const;

export const recordId = defineField({
	displayName: 'Record ID',
	zh: { name: '记录 ID', description: '新增、查询记录时返回的 id' },
	name: 'recordId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. SJ0HCWNWFT',
	description: 'The ID that Create, Get Many and Create or Update return',
});

const words = {
	displayName: 'Columns',
	zh: {
		name: '字段值',
		description: '按字段名填写；也可自动匹配数据项中的同名键。人员可填 userId、unionId 或手机号，附件填二进制字段名',
	},
	description:
		"Values by the sheet's fields, filled in here or taken from the item's keys of the same names. People: userId, unionId or mobile; attachments: names of binary fields.",
	name: 'columns',
	words: { singular: 'field', plural: 'fields' },
	needs: [base, sheet, operator],
	columns: columnsOfSheet,
	convert: writeValue,
} as const;

export const newColumns = defineMapper({ ...words, mode: 'add' });
export const changedColumns = defineMapper({ ...words, mode: 'map' });
export const matchedColumns = defineMapper({ ...words, mode: 'upsert' });
