import { defineField } from '../../runtime/field';
import { personModes } from '../../shared/person';

/** Who writes a report, and with whose eyes a template is seen. */
export const author = defineField({
	displayName: 'Author',
	zh: { name: '日志创建人', description: '以谁的身份写日志，需能看到该模板；留空使用凭证中的默认操作人' },
	name: 'author',
	type: 'resourceLocator',
	person: 'userId',
	fallback: 'defaultOperator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Who writes it, and must see the template. Empty: the default operator of the credential.',
});
