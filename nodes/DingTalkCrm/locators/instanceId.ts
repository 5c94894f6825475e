import { defineField } from '../../runtime/field';

/** A customer by its ID. */
export const instanceId = defineField({
	displayName: 'Customer ID',
	zh: { name: '客户 ID', description: '新增、查询客户时返回的 instanceId' },
	name: 'instanceId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. 8a0d5031-0000-4b0c-9d55-000000000001',
	description: 'The instanceId that Create and Get Many return',
});
