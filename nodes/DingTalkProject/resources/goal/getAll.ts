import type { Json } from '../../../protocol/json';
import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn, pick } from '../../../runtime/pick';
import { personModes } from '../../../shared/person';
import { goalPeriods, goalRule } from '../../locators/goal';

const LIST = 'POST /v1.0/agoal/users/objectiveLists/query';

const simplifyGoal = (entry: Json): Json => ({
	...pick(entry, ['objectiveId', 'title', 'progress', 'status', 'weight']),
	period: isObject(entry.period) ? entry.period.name : undefined,
	executor: isObject(entry.executor) ? pick(entry.executor, ['dingUserId', 'name']) : undefined,
	keyResults: objectsIn(entry.keyResults).map((result) =>
		pick(result, ['keyResultId', 'title', 'progress', 'status', 'weight']),
	),
});

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the goals of a person',
	description: 'Get the goals of a person in some periods, with key results. One call.',
	zh: {
		name: '获取多条',
		action: '获取员工的目标列表',
		description: '获取负责人在指定周期内的目标及关键结果。一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/api-agoaluserobjectivelist',
	permission: 'Agoal.Objective.Read',
	routes: [LIST],
	list: true,
	simplify: simplifyGoal,
	fields: [
		goalRule,
		goalPeriods,
		{
			displayName: 'Person',
			zh: { name: '负责人', description: '谁的目标' },
			name: 'person',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Whose goals',
		},
	],
	run: async ({ goalRule: objectiveRuleId, goalPeriods: periodIds, person: dingUserId, limit }, api) => {
		const answer = await api.call(LIST, { body: { objectiveRuleId, periodIds, dingUserId } }, { safe: true });
		return objectsIn(answer.content).slice(0, limit);
	},
});
