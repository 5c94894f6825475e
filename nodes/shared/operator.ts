import { defineField } from '../runtime/field';
import { personModes } from './person';

const words = {
	displayName: 'On Behalf Of',
	zh: { name: '操作人', description: '以谁的身份操作，看到的内容以其权限为准；留空使用凭证中的默认操作人' },
	name: 'operator',
	type: 'resourceLocator',
	fallback: 'defaultOperator',
	required: true,
	under: 'options',
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'In whose name it is done, and with whose rights. Empty: the default operator of the credential.',
} as const;

/** The person in whose name a route works, where it wants a unionId. Stands under Options; the credential's default operator stands in. */
export const operator = defineField({ ...words, person: 'unionId' });

/** The same where the route wants a userId. */
export const operatorUserId = defineField({ ...words, person: 'userId' });
