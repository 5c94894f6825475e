import type { Company } from '../company';
import { chinaDay } from '../time';

export interface Component {
	fieldId: string;
	componentName: string;
	label: string;
	choices?: string[];
	alias?: string;
	children?: Component[];
}

export interface YidaForm {
	formUuid: string;
	title: { zhCN: string; enUS: string };
	formType: 'receipt' | 'process';
	components: Component[];
}

export interface Submission {
	formInstanceId: string;
	formUuid: string;
	/** userId */
	originator: string;
	/** Epoch milliseconds. */
	created: number;
	modified: number;
	values: Record<string, unknown>;
}

export interface YidaTask {
	taskId: string;
	processInstanceId: string;
	/** userId of who must act. */
	holder: string;
	activityId: string;
	created: number;
}

export interface YidaProcess {
	processInstanceId: string;
	formUuid: string;
	originator: string;
	status: 'RUNNING' | 'COMPLETED' | 'TERMINATED';
	result?: 'agree' | 'disagree';
	created: number;
	modified: number;
	values: Record<string, unknown>;
	records: Array<{ operator: string; action: string; remark: string; taskId?: string; activityId: string; at: number }>;
}

/** A response to a smart form (智能填表). */
export interface Answered {
	formInstanceId: string;
	formCode: string;
	submitterUserId: string;
	submitterUserName: string;
	title: string;
	/** Epoch milliseconds. */
	created: number;
	forms: Array<{ key: string; label: string; value: string }>;
}

export const YIDA_APP = 'APP_SANDBOX00000000001';
export const VISITS = 'FORM-SANDBOXVISITS0000000000000000000000001';
/** The `systemToken` of the sandbox's app. */
export const YIDA_OPENS = 'SANDBOXYIDASYSTEMTOKEN0000000001';
const PURCHASES = 'FORM-SANDBOXPURCHASES000000000000000000001';
const SURVEY = 'PROC-SANDBOX-SURVEY-0001';
const DAY = 86_400_000;

const VISIT_COMPONENTS: Component[] = [
	{ fieldId: 'textField_name', componentName: 'TextField', label: '客户名称', alias: 'customer' },
	{ fieldId: 'numberField_amount', componentName: 'NumberField', label: '预计金额' },
	{
		fieldId: 'selectField_state',
		componentName: 'SelectField',
		label: '状态',
		choices: ['待跟进', '跟进中', '已成交'],
	},
	{ fieldId: 'checkboxField_topics', componentName: 'CheckboxField', label: '话题', choices: ['价格', '交付', '售后'] },
	{ fieldId: 'dateField_day', componentName: 'DateField', label: '拜访日期' },
	{ fieldId: 'employeeField_who', componentName: 'EmployeeField', label: '拜访人' },
	{ fieldId: 'textareaField_note', componentName: 'TextareaField', label: '备注' },
	{ fieldId: 'attachmentField_files', componentName: 'AttachmentField', label: '附件' },
	{ fieldId: 'serialNumberField_no', componentName: 'SerialNumberField', label: '流水号' },
	{
		fieldId: 'tableField_items',
		componentName: 'TableField',
		label: '明细',
		children: [
			{ fieldId: 'textField_product', componentName: 'TextField', label: '产品' },
			{ fieldId: 'numberField_count', componentName: 'NumberField', label: '数量' },
		],
	},
];

const PURCHASE_COMPONENTS: Component[] = [
	{ fieldId: 'textField_what', componentName: 'TextField', label: '采购物品' },
	{ fieldId: 'numberField_price', componentName: 'NumberField', label: '金额' },
	{ fieldId: 'textareaField_why', componentName: 'TextareaField', label: '事由' },
];

/** A Yida app with a form and a process form, and a smart form. */
export const seedYida = (company: Company, now: number) => {
	const midnight = chinaDay(now);
	const visits = ['东海贸易', '西山科技', '南风物流'].map((name, index): Submission => ({
		formInstanceId: `FINST-SANDBOXVISIT${index + 1}`,
		formUuid: VISITS,
		originator: 'zhangsan',
		created: now - (index + 1) * DAY,
		modified: now - (index + 1) * DAY,
		values: {
			textField_name: name,
			numberField_amount: (index + 1) * 1000,
			selectField_state: ['待跟进', '跟进中', '已成交'][index],
			dateField_day: midnight - index * DAY,
			employeeField_who: ['张三'],
			employeeField_who_id: ['zhangsan'],
			serialNumberField_no: `BF${String(index + 1).padStart(4, '0')}`,
			tableField_items: [{ textField_product: '打印机', numberField_count: index + 1 }],
		},
	}));
	return {
		appType: YIDA_APP,
		systemToken: YIDA_OPENS,
		approver: company.users[0]?.userid ?? '',
		forms: [
			{
				formUuid: VISITS,
				title: { zhCN: '客户拜访', enUS: 'Visits' },
				formType: 'receipt',
				components: VISIT_COMPONENTS,
			},
			{
				formUuid: PURCHASES,
				title: { zhCN: '采购申请', enUS: 'Purchases' },
				formType: 'process',
				components: PURCHASE_COMPONENTS,
			},
		] as YidaForm[],
		submissions: visits,
		processes: [] as YidaProcess[],
		tasks: [] as YidaTask[],
		remarks: [] as Array<{ id: number; formInstanceId: string; content: string; userId: string; created: number }>,
		/** Files of attachments, by their name. */
		files: new Map([['合同.pdf', Buffer.from('a contract')]]),
		surveys: [{ formCode: SURVEY, name: '满意度调查', creator: 'manager7675' }],
		answers: ['很好', '一般', '还可以'].map((value, index): Answered => ({
			formInstanceId: `swform-${index + 1}`,
			formCode: SURVEY,
			submitterUserId: ['zhangsan', 'lisi', 'wangwu'][index] ?? '',
			submitterUserName: ['张三', '李四', '王五'][index] ?? '',
			title: '满意度调查',
			created: now - index * 2 * DAY - 3_600_000,
			forms: [
				{ key: 'TextField_NAME', label: '姓名', value: ['张三', '李四', '王五'][index] ?? '' },
				{ key: 'TextareaField_WORDS', label: '您的评价', value },
			],
		})),
	};
};
