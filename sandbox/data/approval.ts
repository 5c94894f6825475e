import type { Company } from '../company';

/** A component of a form, as its schema has it. */
export interface FormComponent {
	id: string;
	componentName: string;
	/** Of a range: JSON text of both. */
	label: string;
	required?: boolean;
	/** Plain texts, or JSON texts with key and value: DingTalk has both. */
	options?: string[];
	format?: string;
	unit?: string;
	/** People: 1 several, 0 one. */
	choice?: number;
	children?: FormComponent[];
}

export interface ApprovalForm {
	processCode: string;
	name: string;
	/** userId of who decides. */
	approver: string;
	components: FormComponent[];
	/** Set: values must fit their component. */
	strict?: true;
}

/** An approval of another system. */
export interface CenterInstance {
	processInstanceId: string;
	processCode: string;
	title: string;
	url: string;
	originatorUserId: string;
	form: Array<{ name: string; value: string }>;
	status: 'RUNNING' | 'COMPLETED' | 'TERMINATED';
	result?: 'agree' | 'refuse';
	tasks: Array<{
		taskId: number;
		userId: string;
		url: string;
		activityId?: string;
		status: 'RUNNING' | 'COMPLETED' | 'CANCELED';
		result?: 'AGREE' | 'REFUSE';
	}>;
}

/** The space in which approvals keep their files. */
export const APPROVAL_SPACE = '490400001';
export const PURCHASE_FORM = 'PROC-SANDBOX-PURCHASE-0002';
/** A template made for approvals of other systems. */
export const CENTER_TEMPLATE = 'PROC-SANDBOX-CENTER-0003';

const component = (componentName: string, id: string, label: string, more: Partial<FormComponent> = {}) => ({
	id: `${componentName}-${id}`,
	componentName,
	label,
	...more,
});
const choice = (value: string) => JSON.stringify({ value, key: `option_${value}` });

/** A form with a component of every kind. */
const purchase: ApprovalForm = {
	processCode: PURCHASE_FORM,
	name: '采购申请',
	approver: 'zhangsan',
	strict: true,
	components: [
		component('TextNote', 'NOTE', '请如实填写'),
		component('TextField', 'TITLE', '采购事由', { required: true }),
		component('TextareaField', 'WHY', '说明'),
		component('MoneyField', 'SUM', '金额（元）', { required: true }),
		component('NumberField', 'COUNT', '数量', { unit: '件' }),
		component('DDSelectField', 'KIND', '采购类型', { options: ['办公用品', '设备', '服务'] }),
		component('DDMultiSelectField', 'FOR', '用途', { options: [choice('研发'), choice('市场'), choice('行政')] }),
		component('DDDateField', 'BY', '期望到货日期', { format: 'yyyy-MM-dd' }),
		component('DDDateField', 'MEET', '验收时间', { format: 'yyyy-MM-dd HH:mm' }),
		component('DDDateRangeField', 'USE', '["租用开始","租用结束"]', { format: 'yyyy-MM-dd' }),
		component('InnerContactField', 'WHO', '使用人', { choice: 1 }),
		component('InnerContactField', 'KEEPER', '保管人', { choice: 0 }),
		component('DepartmentField', 'DEPT', '使用部门'),
		component('PhoneField', 'TEL', '联系电话'),
		component('TableField', 'LIST', '采购明细', {
			children: [
				component('TextField', 'ITEM', '品名'),
				component('NumberField', 'PIECES', '件数'),
				component('MoneyField', 'PRICE', '单价'),
			],
		}),
		component('DDPhotoField', 'PIC', '图片'),
		component('DDAttachment', 'FILE', '附件'),
		component('StarRatingField', 'STARS', '紧急程度'),
	],
};

export const seedApproval = ({ template }: Company) => ({
	forms: [
		{
			processCode: template.processCode,
			name: template.name,
			approver: template.approver,
			components: template.fields.map(({ id, name, componentType }): FormComponent => ({
				id,
				componentName: componentType,
				label: name,
				...(componentType === 'DDSelectField' && { options: ['年假', '事假', '病假'] }),
			})),
		},
		purchase,
	] as ApprovalForm[],
	/** Approvals of other systems. */
	center: [] as CenterInstance[],
});
