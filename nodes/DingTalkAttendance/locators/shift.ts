import type { INodeListSearchItems } from 'n8n-workflow';
import type { Paging } from '../../protocol/paging';
import { defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { objectsIn } from '../../runtime/pick';
import { operatorUserId } from '../../shared/operator';

export const SHIFTS = 'POST /topapi/attendance/shift/list';
export const SHIFT_SEARCH = 'POST /topapi/attendance/shift/search';

/** 200 a page, fixed. https://open.dingtalk.com/document/development/enterprise-shift-query-in-batches */
export const shiftPaging: Paging = {
	style: 'cursor',
	cursor: 'cursor',
	first: 0,
	entries: 'result.result',
	next: 'result.cursor',
	more: 'result.has_more',
};

const entry = ({ id, name }: Record<string, unknown>) => ({ name: String(name), value: String(id) });

/** @param first Entries that stand first while nothing is typed. */
const shifts = (first: INodeListSearchItems[] = []) =>
	defineListBy([operatorUserId], async ({ operator }, { filter, token }, api) => {
		if (filter !== '') {
			const body = { op_user_id: operator, shift_name: filter };
			const { result } = await api.call(SHIFT_SEARCH, { body }, { safe: true });
			return { entries: objectsIn(result).map(entry) };
		}
		const { entries, next } = await api.page(SHIFTS, { body: { op_user_id: operator } }, shiftPaging, token);
		return {
			entries: [...(token === undefined ? first : []), ...entries.map(entry)],
			...(next !== undefined && { next }),
		};
	});

/** A shift. */
export const shift = defineLocator({
	displayName: 'Shift',
	zh: '班次',
	name: 'shift',
	digits: true,
	required: true,
	placeholder: 'e.g. 678215070',
	list: shifts(),
});

/** Rest is a shift of its own, and so is no schedule at all. https://open.dingtalk.com/document/development/scheduling-system-attendance-group-scheduling */
export const REST = '1';
export const CLEAR = '-2';

/** A shift that somebody gets: also Rest, and Clear. */
export const shiftToSet = defineLocator({
	displayName: 'Shift',
	zh: { name: '班次', description: '休息的 ID 为 1，清空排班的 ID 为 -2' },
	name: 'shiftToSet',
	required: true,
	pattern: { test: /^(-2|\d+)$/, en: 'is no shift ID', zh: '不是班次 ID' },
	description: 'The ID of Rest is 1, that of Clear is -2',
	placeholder: 'e.g. 678215070',
	list: shifts([
		{ name: 'Rest 休息', value: REST },
		{ name: 'Clear the Schedule 清空排班', value: CLEAR },
	]),
});
