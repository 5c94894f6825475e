import { defineField } from '../../../runtime/field';
import { personModes } from '../../../shared/person';

export const taskId = defineField({
	displayName: 'Task ID',
	zh: { name: '待办 ID', description: '创建或查询待办时返回的 ID' },
	name: 'taskId',
	type: 'string',
	required: true,
	default: '',
	description: 'ID of the to-do, as Create and Get Many return it',
});

export const owner = defineField({
	displayName: 'Person',
	zh: { name: '所属人', description: '待办的创建者；留空使用凭证中的默认操作人' },
	name: 'person',
	type: 'resourceLocator',
	person: 'unionId',
	fallback: 'defaultOperator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Whose to-do it is (its creator). Empty: the default operator of the credential.',
});
