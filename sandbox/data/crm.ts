import type { Company } from '../company';

export type CustomerType = 'crm_customer' | 'crm_customer_personal';

export interface CrmField {
	name: string;
	label: string;
	type: string;
	nillable: boolean;
	options?: string[];
	referenceTo?: string;
}

export interface CrmEntry {
	instanceId: string;
	objectType: string;
	creatorUserId: string;
	/** Epoch milliseconds. */
	created: number;
	modified: number;
	data: Record<string, unknown>;
	/** userIds */
	owners: string[];
	participants: string[];
}

const CUSTOMER_FIELDS: CrmField[] = [
	{ name: 'customer_name', label: '客户名称', type: 'Text', nillable: false },
	{
		name: 'customer_follow_up_status',
		label: '跟进状态',
		type: 'Select',
		nillable: true,
		options: ['待跟进', '跟进中', '成交'],
	},
	{ name: 'MultiTagField-SANDBOX1', label: '标签', type: 'MultiTag', nillable: true, options: ['高意向', '低意向'] },
	{ name: 'NumberField-SANDBOX1', label: '员工人数', type: 'Number', nillable: true },
	{ name: 'DDDateField-SANDBOX1', label: '成立日期', type: 'Date', nillable: true },
	{ name: 'TextField-SANDBOX1', label: '来源', type: 'Text', nillable: true },
];
const CONTACT_FIELDS: CrmField[] = [
	{ name: 'contact_name', label: '姓名', type: 'Text', nillable: false },
	{ name: 'contact_phone', label: '手机号', type: 'Phone', nillable: true },
	{ name: 'contact_position', label: '职位', type: 'MultiSelect', nillable: true, options: ['销售', '财务'] },
	{ name: 'contact_related_customer', label: '客户', type: 'Lookup', nillable: true, referenceTo: 'crm_customer' },
];
const FOLLOW_UP_FIELDS: CrmField[] = [
	{
		name: 'follow_record_related_customer',
		label: '客户',
		type: 'Lookup',
		nillable: false,
		referenceTo: 'crm_customer',
	},
	{
		name: 'follow_record_related_contact',
		label: '联系人',
		type: 'Lookup',
		nillable: true,
		referenceTo: 'crm_contact',
	},
	{
		name: 'DDSelectField-SANDBOX1',
		label: '拜访方式',
		type: 'Select',
		nillable: false,
		options: ['当面拜访', '电话拜访'],
	},
	{ name: 'TextareaField-SANDBOX1', label: '拜访内容', type: 'Textarea', nillable: false },
];

/** A form that the organisation made itself. */
const EQUIPMENT_FIELDS: CrmField[] = [
	{ name: 'TextField-SANDBOX2', label: '设备名称', type: 'TextField', nillable: false },
	{ name: 'DDSelectField-SANDBOX2', label: '状态', type: 'Select', nillable: true, options: ['使用中', '维修中'] },
];

/** The organisation's own CRM. */
export const seedCrm = (_: Company, now: number) => ({
	fields: {
		customer: CUSTOMER_FIELDS,
		contact: CONTACT_FIELDS,
		followUp: FOLLOW_UP_FIELDS,
		equipment: EQUIPMENT_FIELDS,
	},
	customers: [
		{
			instanceId: '8a0d5031-5a5d-4b0c-9d55-000000000001',
			objectType: 'crm_customer',
			creatorUserId: 'manager7675',
			created: now - 86_400_000,
			modified: now - 86_400_000,
			data: {
				customer_name: '东海贸易有限公司',
				customer_follow_up_status: '跟进中',
				'MultiTagField-SANDBOX1': '["高意向"]',
			},
			owners: ['zhangsan'],
			participants: [],
		},
	] as CrmEntry[],
	contacts: [
		{
			instanceId: 'c0000000-5a5d-4b0c-9d55-000000000001',
			objectType: 'crm_contact',
			creatorUserId: 'manager7675',
			created: now - 86_400_000,
			modified: now - 86_400_000,
			data: { contact_name: '王经理', contact_phone: '13900000000' },
			owners: ['zhangsan'],
			participants: [],
		},
	] as CrmEntry[],
	followUps: [
		{
			instanceId: 'f0000000-5a5d-4b0c-9d55-000000000001',
			objectType: 'crm_follow_record',
			creatorUserId: 'manager7675',
			created: now - 86_400_000,
			modified: now - 86_400_000,
			data: { 'DDSelectField-SANDBOX1': '电话拜访', 'TextareaField-SANDBOX1': '已报价' },
			owners: ['zhangsan'],
			participants: [],
		},
	] as CrmEntry[],
	/** Code of the form, and its records. */
	equipmentCode: 'PROC-SANDBOX-EQUIPMENT',
	equipment: [
		{
			instanceId: '90000000-5a5d-4b0c-9d55-000000000001',
			objectType: 'PROC-SANDBOX-EQUIPMENT',
			creatorUserId: 'manager7675',
			created: now - 86_400_000,
			modified: now - 86_400_000,
			data: { 'TextField-SANDBOX2': '投影仪', 'DDSelectField-SANDBOX2': '使用中' },
			owners: ['manager7675'],
			participants: [],
		},
	] as CrmEntry[],
});
