import { defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { objectsIn } from '../../runtime/pick';
import type { Paging } from '../../protocol/paging';
import { operatorUserId } from '../../shared/operator';

export const GROUPS = 'POST /topapi/attendance/group/minimalism/list';
export const GROUP_SEARCH = 'POST /topapi/attendance/group/search';

/** https://open.dingtalk.com/document/development/batch-query-of-simple-information-of-the-attendance-group */
export const groupPaging: Paging = {
	style: 'cursor',
	cursor: 'cursor',
	entries: 'result.result',
	next: 'result.cursor',
	more: 'result.has_more',
};

const entry = ({ id, name }: Record<string, unknown>) => ({ name: String(name), value: String(id) });

/** An attendance group. The list finds by name what is typed, else it shows all. */
export const attendanceGroup = defineLocator({
	displayName: 'Attendance Group',
	zh: { name: '考勤组', description: '考勤组 ID（group_id，数字），不是旧的 group_key' },
	name: 'group',
	digits: true,
	required: true,
	description: 'Its ID is the group_id (a number), not the older group_key',
	placeholder: 'e.g. 685935028',
	list: defineListBy([operatorUserId], async ({ operator }, { filter, token }, api) => {
		if (filter !== '') {
			const body = { op_user_id: operator, group_name: filter };
			const { result } = await api.call(GROUP_SEARCH, { body }, { safe: true });
			return { entries: objectsIn(result).map(entry) };
		}
		const { entries, next } = await api.page(GROUPS, { body: { op_user_id: operator } }, groupPaging, token);
		return { entries: entries.map(entry), ...(next !== undefined && { next }) };
	}),
});
