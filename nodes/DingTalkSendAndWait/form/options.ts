import { defineFields } from '../../runtime/field';

const interval = { show: { limitType: ['afterTimeInterval'] } };

/** How long it waits. Names and values are those of n8n's own nodes of this kind. */
const limitValues = defineFields([
	{
		displayName: 'Limit Type',
		zh: '限制方式',
		name: 'limitType',
		type: 'options',
		default: 'afterTimeInterval',
		options: [
			{ name: 'After Time Interval', value: 'afterTimeInterval', zh: '一段时间之后' },
			{ name: 'At Specified Time', value: 'atSpecifiedTime', zh: '指定时间' },
		],
	},
	{
		displayName: 'Amount',
		zh: '时长',
		name: 'resumeAmount',
		type: 'number',
		default: 1,
		typeOptions: { minValue: 0, numberPrecision: 2 },
		displayOptions: interval,
	},
	{
		displayName: 'Unit',
		zh: '单位',
		name: 'resumeUnit',
		type: 'options',
		default: 'hours',
		displayOptions: interval,
		options: [
			{ name: 'Days', value: 'days', zh: '天' },
			{ name: 'Hours', value: 'hours', zh: '小时' },
			{ name: 'Minutes', value: 'minutes', zh: '分钟' },
		],
	},
	{
		displayName: 'Max Date and Time',
		zh: '截止时间',
		name: 'maxDateAndTime',
		type: 'dateTime',
		required: true,
		default: '',
		displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
	},
]);

/** What is under Options. */
export const optionFields = defineFields([
	{
		displayName: 'Ask for Name',
		zh: {
			name: '要求填写姓名',
			description: '回复页面是否要求填写姓名。群中的链接无法得知是谁打开的，发给个人的链接每人不同',
		},
		name: 'askName',
		type: 'boolean',
		under: 'options',
		default: true,
		description:
			'Whether the page asks for the name of whoever answers. A link in a group does not tell who opened it; people get a link each.',
	},
	{
		displayName: 'Language',
		zh: { name: '语言', description: '按钮和页面的语言。自动：页面按浏览器的语言，按钮为中文' },
		name: 'language',
		type: 'options',
		under: 'options',
		default: 'auto',
		options: [
			{ name: 'Automatic', value: 'auto', zh: '自动' },
			{ name: 'Chinese', value: 'zh', zh: '中文' },
			{ name: 'English', value: 'en', zh: '英文' },
		],
		description: "Language of buttons and pages. Automatic: pages in the browser's language, buttons in Chinese.",
	},
	{
		displayName: 'Limit Wait Time',
		zh: { name: '限制等待时间', description: '到时后工作流带着原来的数据继续，没有 data 字段', placeholder: '添加' },
		name: 'limitWaitTime',
		type: 'fixedCollection',
		under: 'options',
		placeholder: 'Add',
		default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
		options: [{ displayName: 'Values', zh: '限制', name: 'values', values: limitValues }],
		description: 'When it is over, the workflow goes on with what came into this node, without the field data',
	},
	{
		displayName: 'Robot Code',
		zh: { name: '机器人编码', description: '应用机器人的 robotCode；留空使用凭证中的机器人编码' },
		name: 'robotCode',
		type: 'string',
		fallback: 'robotCode',
		required: true,
		under: 'options',
		default: '',
		description: 'Code of the app robot, from its page in the console. Empty: the robot code of the credential.',
	},
]);
