import { defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { objectsIn } from '../../runtime/pick';
import { operator } from '../../shared/operator';
import { pathOf } from '../flows/roomGroups';

/** A group of meeting rooms, by the path of its names. https://open.dingtalk.com/document/development/query-meeting-rooms-groups */
export const roomGroup = defineLocator({
	displayName: 'Room Group',
	zh: { name: '会议室分组', description: '从列表选择，或填写分组 ID' },
	name: 'roomGroup',
	digits: true,
	description: 'Chosen from the list, or by its ID',
	placeholder: 'e.g. 172',
	list: defineListBy([operator], async ({ operator: unionId }, { filter }, api) => {
		const groups = objectsIn((await api.call('GET /v1.0/rooms/groupLists', { query: { unionId } })).result);
		const entries = groups.map((group) => ({ name: pathOf(group, groups), value: String(group.groupId) }));
		const wanted = filter.toLowerCase();
		return {
			entries: entries
				.filter(({ name }) => name.toLowerCase().includes(wanted))
				.sort((a, b) => a.name.localeCompare(b.name)),
		};
	}),
});
