import type { Paging } from '../../../protocol/paging';
import { gather } from '../../../runtime/each';
import { defineFields } from '../../../runtime/field';
import { defineProcedure } from '../../../runtime/operation';
import { slicesOf } from '../../../runtime/split';
import { fromTime, manyPeople, toTime } from '../../fields/people';

const RECORDS = 'POST /topapi/checkin/record/get';

const paging: Paging = {
	style: 'cursor',
	cursor: 'cursor',
	first: 0,
	size: { at: 'size', max: 100 },
	entries: 'result.page_list',
	next: 'result.next_cursor',
};

const fields = defineFields([manyPeople, fromTime, toTime]);

interface Query {
	people: string[];
	/** Epoch milliseconds. */
	from: number;
	to: number;
}

/** One person may be asked for 10 days at once, ten people for one day. https://open.dingtalk.com/document/development/obtain-the-check-in-records-of-multiple-users */
const span = (days: number) => ({ from: 'from', to: 'to', days, unit: 'millisecond' }) as const;

/** The cut that takes fewer calls. */
export function checkInCalls(query: Query): Query[] {
	const alone = slicesOf<Query>(fields, { lists: { people: 1 }, span: span(10) }, query);
	const together = slicesOf<Query>(fields, { lists: { people: 10 }, span: span(1) }, query);
	return together.length < alone.length ? together : alone;
}

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get check-ins of people',
	description:
		'Get where people checked in, not their punches. One call per person and 10 days or per 10 people and day, whichever is fewer.',
	zh: {
		name: '获取多个',
		action: '获取用户签到记录',
		description: '查询人员的签到记录（不是打卡）。每人 10 天或每 10 人 1 天一次调用，自动取较少的方式',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-check-in-records-of-multiple-users',
	permission: 'qyapi_base',
	routes: [RECORDS],
	list: true,
	fields,
	plan: ({ limit, people, from, to }) => ({ limit, calls: checkInCalls({ people, from, to }) }),
	run: async ({ limit, calls }, api) =>
		(
			await gather(calls, limit, async ({ people, from, to }, most) => {
				const body = { userid_list: people.join(','), start_time: from, end_time: to };
				return await api.list(RECORDS, { body }, paging, most);
			})
		).slice(0, limit === Infinity ? undefined : limit),
});
