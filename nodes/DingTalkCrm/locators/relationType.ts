import { defineField } from '../../runtime/field';

/** Which of the two customer forms of an organisation. */
export const relationType = defineField({
	displayName: 'Customer Type',
	zh: '客户类型',
	name: 'relationType',
	type: 'options',
	default: 'crm_customer',
	options: [
		{ name: 'Company', value: 'crm_customer', zh: '企业客户' },
		{ name: 'Person', value: 'crm_customer_personal', zh: '个人客户' },
	],
});
