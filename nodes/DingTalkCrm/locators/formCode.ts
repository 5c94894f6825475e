import { defineField } from '../../runtime/field';

/** A form that the organisation made itself. DingTalk has no list of them. */
export const formCode = defineField({
	displayName: 'Form Code',
	zh: { name: '表单 code', description: '进入自定义表单编辑页面，最下方可查看' },
	name: 'formCode',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. PROC-EF199CCA-8AB6-482A-AE10-85EDE5E391D9',
	description: 'At the bottom of the page where the form is edited',
});
