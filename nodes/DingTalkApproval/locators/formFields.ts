import { defineMapper } from '../../runtime/mapper';
import { columnsOfForm } from '../flows/formColumns';
import { formValue } from '../flows/formValues';
import { processCode } from './approvalForm';

const words = {
	displayName: 'Form Fields',
	zh: {
		name: '表单内容',
		description:
			'按所选模板的控件填写。联系人可填 userId、unionId 或手机号，部门填 ID，附件填二进制字段名，明细填行的 JSON 列表，图片填网址',
	},
	description:
		'The fields of the chosen form. People: userId, unionId or mobile; departments: IDs; attachments: names of binary fields; tables: a JSON list of rows; pictures: URLs.',
	name: 'formFields',
	words: { singular: 'field', plural: 'fields' },
	needs: [processCode],
	columns: columnsOfForm,
	convert: formValue,
} as const;

/** The fields of a form that is started. */
export const newFormFields = defineMapper({
	...words,
	mode: 'add',
	optional: true,
	displayOptions: { show: { formInput: ['fields'] } },
});

/** The fields of a form whose flow is asked for. */
export const formFields = defineMapper({ ...words, mode: 'add' });

/** Only what is filled in is changed. */
export const changedFormFields = defineMapper({ ...words, mode: 'map' });
