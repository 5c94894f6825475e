import type { Json } from '../../protocol/json';
import { defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { objectsIn } from '../../runtime/pick';

const entriesOf = (
	answer: Json,
	named: { name: string; id: string },
	filter: string,
): Array<{ name: string; value: string }> =>
	objectsIn(answer.content)
		.map((entry) => ({ name: String(entry[named.name]), value: String(entry[named.id]) }))
		.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));

/** A rule by which the organisation sets goals. https://open.dingtalk.com/document/development/api-agoalorgobjectiverulelist */
export const goalRule = defineLocator({
	displayName: 'Goal Rule',
	zh: { name: '目标规则', description: '从已启用的目标规则中选择，或填写规则 ID' },
	name: 'goalRule',
	required: true,
	description: 'One of the rules in use, or its ID',
	placeholder: 'e.g. 6444f5e9a4261c6e699d0001',
	list: defineListBy([], async (_, { filter }, api) => ({
		entries: entriesOf(
			await api.call('GET /v1.0/agoal/objectiveRules/lists', {}),
			{ name: 'objectiveRuleName', id: 'objectiveRuleId' },
			filter,
		),
	})),
});

/** Periods of that rule, the newest first. https://open.dingtalk.com/document/development/api-agoalobjectiveruleperiodlist */
export const goalPeriods = defineLocator({
	displayName: 'Periods',
	zh: { name: '周期', description: '从规则的周期中选择，或填写一个或多个周期 ID' },
	name: 'goalPeriods',
	required: true,
	many: true,
	description: 'Periods of the rule, or one or several of their IDs',
	placeholder: 'e.g. 6444f5e9a4261c6e699d0002',
	list: defineListBy([goalRule], async ({ goalRule: objectiveRuleId }, { filter }, api) => ({
		entries: entriesOf(
			await api.call('GET /v1.0/agoal/objectiveRules/periodLists', { query: { objectiveRuleId } }),
			{ name: 'name', id: 'periodId' },
			filter,
		),
	})),
});
