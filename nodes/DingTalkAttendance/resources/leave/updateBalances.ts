import { at } from '../../../protocol/paging';
import { isObject, type Json } from '../../../protocol/json';
import { inBatches } from '../../../runtime/batch';
import { defineBatch, type Refusal } from '../../../runtime/operation';
import { refusalOf, withRefusals } from '../../../runtime/partial';
import { objectsIn } from '../../../runtime/pick';
import { InputError } from '../../../runtime/inputError';
import { operatorUserId } from '../../../shared/operator';
import { dayEnd, dayStart } from '../../flows/days';
import { toHundredths } from '../../flows/hundredths';
import { leaveTypeToFill } from '../../locators/leaveType';
import { manyPeople } from '../../fields/people';

const UPDATE = 'POST /topapi/attendance/vacation/quota/update';
/** People of one call. https://open.dingtalk.com/document/development/bulk-update-holiday-balance */
const MOST = 100;

/** What the answer says of one person; DingTalk lists those that failed, with errcode 0. */
function resultOf(quota: Json, failed: readonly Json[]): Json | Refusal {
	const { userid, leave_code } = quota;
	const mine = failed.find(
		({ quota: other }) =>
			isObject(other) &&
			other.userid === userid &&
			other.leave_code === leave_code &&
			(quota.quota_cycle === undefined || String(other.quota_cycle ?? quota.quota_cycle) === quota.quota_cycle),
	);
	return mine === undefined
		? { userid, leave_code, updated: true }
		: { entry: String(userid), message: String(mine.reason), code: 'quotaNotUpdated' };
}

export const updateBalances = defineBatch({
	name: 'Update Balances',
	value: 'updateBalances',
	action: 'Set leave balances',
	description:
		'Set how much leave people have in all, one item per person. One call per 100 people, of several items too. It sets the total, not a difference. Only leave types that were made by the API.',
	zh: {
		name: '更新假期余额',
		action: '设置假期余额',
		description:
			'设置人员的假期总额，每人一个数据项。每 100 人一次调用（多个数据项合并）。设置的是总额而不是增减量，仅限通过接口创建的假期类型',
	},
	docs: 'https://open.dingtalk.com/document/development/bulk-update-holiday-balance',
	permission: 'qyapi_holiday_manage',
	routes: [UPDATE],
	fields: [
		leaveTypeToFill,
		manyPeople,
		{
			displayName: 'Amount',
			zh: { name: '总额', description: '按下方单位计算的总额，最多两位小数' },
			name: 'amount',
			type: 'number',
			required: true,
			default: 5,
			typeOptions: { minValue: 0, numberPrecision: 2 },
			description: 'The total in the unit below, with at most two decimals',
		},
		{
			displayName: 'Unit',
			zh: { name: '单位', description: '须与假期类型的单位一致' },
			name: 'unit',
			type: 'options',
			default: 'quota_num_per_day',
			options: [
				{ name: 'Days', value: 'quota_num_per_day', zh: '天' },
				{ name: 'Hours', value: 'quota_num_per_hour', zh: '小时' },
			],
			description: 'It must be the unit of the leave type',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Reason',
					zh: '操作原因',
					name: 'reason',
					type: 'string',
					default: '',
				},
				{
					displayName: 'Valid From',
					zh: { name: '生效日期', description: '第一天：按工作流时区计算的日期' },
					name: 'validFrom',
					type: 'dateTime',
					day: true,
					default: '',
					description: 'First day: the calendar day of this time in the workflow’s time zone',
				},
				{
					displayName: 'Valid Until',
					zh: { name: '失效日期', description: '最后一天：按工作流时区计算的日期' },
					name: 'validUntil',
					type: 'dateTime',
					day: true,
					default: '',
					description: 'Last day: the calendar day of this time in the workflow’s time zone',
				},
				{
					displayName: 'Year',
					zh: { name: '周期', description: '额度所属年份' },
					name: 'quotaCycle',
					type: 'string',
					default: '',
					placeholder: 'e.g. 2026',
					pattern: { test: /^\d{4}$/, en: 'must be a year such as 2026', zh: '应为年份，如 2026' },
					description: 'Year that the balance belongs to',
				},
			],
		},
		operatorUserId,
	],
	same: ['operator'],
	plan: ({ leaveTypeToFill: leave_code, people, amount, unit, additionalFields, operator }) => {
		const { reason, validFrom, validUntil, quotaCycle } = additionalFields;
		if (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom)
			throw new InputError('Valid Until', 'is before "Valid From"', '早于“生效日期”');
		const quotas = people.map((userid): Json => ({
			userid,
			leave_code,
			[unit]: toHundredths(amount),
			...(quotaCycle !== undefined && { quota_cycle: quotaCycle }),
			...(validFrom !== undefined && { start_time: dayStart(validFrom) }),
			...(validUntil !== undefined && { end_time: dayEnd(validUntil) }),
			...(reason !== undefined && { reason }),
		}));
		return { operator, quotas };
	},
	together: async (many, api) => {
		const entries = many.flatMap(({ quotas }, item) => quotas.map((quota) => ({ item, quota })));
		const outcomes = await inBatches(entries, MOST, async (part) => {
			const leave_quotas = part.map(({ quota }) => quota);
			const answer = await api.call(UPDATE, { body: { op_userid: many[0]?.operator, leave_quotas } }, { safe: true });
			const failed = objectsIn(at(answer, 'result'));
			return leave_quotas.map((quota) => resultOf(quota, failed));
		});
		const results = outcomes.map((outcome, index) =>
			'error' in outcome ? refusalOf(outcome.error, String(entries[index]?.quota.userid)) : outcome.result,
		);
		return many.map((_, item) =>
			withRefusals(
				results.filter((_, index) => entries[index]?.item === item),
				api.hint,
			),
		);
	},
});
