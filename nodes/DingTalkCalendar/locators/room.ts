import type { Paging } from '../../protocol/paging';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { at } from '../../protocol/paging';
import { operator } from '../../shared/operator';

/** https://open.dingtalk.com/document/development/check-the-meeting-room-list */
export const ROOMS = 'GET /v1.0/rooms/meetingRoomLists';
export const roomPages: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 100 },
	entries: 'result',
	next: 'nextToken',
	more: 'hasMore',
};

const list = defineList({
	needs: [operator],
	route: ROOMS,
	request: ({ operator: unionId }) => ({ query: { unionId } }),
	paging: roomPages,
	entry: ({ roomId, roomName, roomCapacity, roomLocation }) => {
		const more = [roomCapacity, at(roomLocation, 'title')].filter((part) => part !== undefined && part !== '');
		return {
			name: [String(roomName), ...(more.length > 0 ? [`(${more.join(', ')})`] : [])].join(' '),
			value: String(roomId),
		};
	},
});

/** One meeting room. */
export const room = defineLocator({
	displayName: 'Meeting Room',
	zh: { name: '会议室', description: '从列表选择，或填写会议室 ID' },
	name: 'room',
	required: true,
	description: 'Chosen from the list, or by its ID',
	placeholder: 'e.g. 4002f89a7cd1e2b3',
	list,
});

/** Several meeting rooms. */
export const rooms = defineLocator({
	displayName: 'Meeting Rooms',
	zh: { name: '会议室', description: '一间，或用逗号分隔的多个会议室 ID' },
	name: 'rooms',
	many: true,
	description: 'One room, or several IDs separated by commas',
	placeholder: 'e.g. 4002f89a7cd1e2b3',
	list,
});
