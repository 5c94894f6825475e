import { defineField } from '../../../runtime/field';
import { defineMapper } from '../../../runtime/mapper';
import { operatorUserId } from '../../../shared/operator';
import { componentsOf } from '../../flows/components';
import { writeComponent } from '../../flows/write';
import { app, systemToken } from '../../locators/app';
import { form } from '../../locators/form';

/** Which form of which app, and in whose name it is worked on. */
export const place = [app, systemToken, form, operatorUserId] as const;

/** What every route takes of a place. */
export const placeBody = (values: { app: string; systemToken: string; form: string; operator: string }) => ({
	appType: values.app,
	systemToken: values.systemToken,
	formUuid: values.form,
	userId: values.operator,
});

export const formInstanceId = defineField({
	displayName: 'Submission ID',
	zh: { name: '表单实例 ID', description: '新增、查询时返回的 formInstanceId（FINST- 开头），也可粘贴数据详情页链接' },
	name: 'formInstanceId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. FINST-J8766S91O2UYN87ZX3XOF1MY8MBA2912BSV0L24',
	description: 'The formInstanceId that Create and Get Many return (FINST-…), or the link of its page',
});

/** The ID in a pasted link; anything else as it is. */
export const instanceIn = (given: string): string => /[?&](?:formInstId|procInsId)=([\w-]+)/.exec(given)?.[1] ?? given;

export const formInstanceIds = defineField({
	displayName: 'Submission IDs',
	zh: { name: '表单实例 ID', description: '一个或多个，用逗号分隔，或数组' },
	name: 'formInstanceIds',
	type: 'string',
	list: true,
	required: true,
	default: '',
	description: 'One, or several separated by commas, or an array',
});

/** Submissions of one call of the batch routes. Their pages name no limit. https://open.dingtalk.com/document/development/create-multiple-form-instances */
export const MOST_SUBMISSIONS = 50;

export const words = {
	displayName: 'Columns',
	zh: {
		name: '组件值',
		description: '按组件名称填写；也可自动匹配数据项中的同名键。成员填 userId 或手机号，附件填链接，子表单填对象数组',
	},
	description:
		"Values by the form's components, filled in here or taken from the item's keys of the same names. People: userId or mobile; files: links; sub-tables: lists of objects.",
	name: 'columns',
	words: { singular: 'component', plural: 'components' },
	needs: place,
	columns: componentsOf,
	convert: writeComponent,
} as const;

export const newColumns = defineMapper({ ...words, mode: 'add' });
export const changedColumns = defineMapper({ ...words, mode: 'map' });
export const matchedColumns = defineMapper({ ...words, mode: 'upsert' });

export const language = defineField({
	displayName: 'Language',
	zh: { name: '语言', description: '钉钉返回的提示与名称所用的语言' },
	name: 'language',
	type: 'options',
	default: 'zh_CN',
	options: [
		{ name: 'Chinese', value: 'zh_CN', zh: '中文' },
		{ name: 'English', value: 'en_US', zh: '英文' },
	],
	description: 'Of names and messages in the answer',
});

export const noExecuteExpression = defineField({
	displayName: 'Skip Rules and Callbacks',
	zh: {
		name: '不触发规则与回调',
		description: '是否不触发表单的校验规则、业务关联规则和第三方服务回调；更快，单次上限更高',
	},
	name: 'noExecuteExpression',
	type: 'boolean',
	default: true,
	description: "Whether the form's checks, rules and callbacks are skipped; faster, and more fits into one call",
});

export const asynchronousExecution = defineField({
	displayName: 'Do Not Wait',
	zh: { name: '异步执行', description: '是否由宜搭稍后执行而不等待结果；此时可能不返回 ID' },
	name: 'asynchronousExecution',
	type: 'boolean',
	default: true,
	description: 'Whether Yida does it later; then the answer may have no IDs',
});

export const useLatestVersion = defineField({
	displayName: 'Use Latest Form Version',
	zh: { name: '使用最新表单版本', description: '表单改版后，是否按最新版本保存' },
	name: 'useLatestVersion',
	type: 'boolean',
	default: true,
	description: 'Whether it is saved by the latest version of the form, where the form has changed since',
});

export const keys = defineField({
	displayName: 'Keys of the Output',
	zh: { name: '输出的键', description: '组件值以组件名称、组件 ID 还是组件别名为键' },
	name: 'keys',
	type: 'options',
	default: 'label',
	options: [
		{
			name: 'Alias',
			value: 'alias',
			description: 'As the form designer names them',
			zh: '组件别名：表单设计中设置的别名',
		},
		{ name: 'Component ID', value: 'id', description: 'As textField_laq7xxx', zh: '组件 ID：例如 textField_laq7xxx' },
		{
			name: 'Label',
			value: 'label',
			description: 'Flat values, dates in the workflow’s time zone',
			zh: '组件名称：平铺的值，日期为工作流时区',
		},
	],
	description: 'How the values of the components are named',
});
