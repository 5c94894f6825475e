import { defineFields } from '../runtime/field';
import { personModes } from './person';

/** Searches documents and files by their names. https://open.dingtalk.com/document/development/search-for-files */
export const SEARCH = 'POST /v2.0/storage/dentries/search';

export const searchPaging = {
	style: 'token',
	cursor: 'option.nextToken',
	size: { at: 'option.maxResults', max: 50 },
	entries: 'items',
	next: 'nextToken',
} as const;

/** Filters that documents and files have in common. */
export const searchFilters = defineFields([
	{ displayName: 'Created After', zh: '创建时间晚于', name: 'createdAfter', type: 'dateTime', default: '' },
	{ displayName: 'Created Before', zh: '创建时间早于', name: 'createdBefore', type: 'dateTime', default: '' },
	{
		displayName: 'Creators',
		zh: '创建者',
		name: 'creatorIds',
		type: 'resourceLocator',
		person: 'userId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
	},
	{
		displayName: 'Modifiers',
		zh: '修改者',
		name: 'modifierIds',
		type: 'resourceLocator',
		person: 'userId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
	},
	{ displayName: 'Visited After', zh: '访问时间晚于', name: 'visitedAfter', type: 'dateTime', default: '' },
	{ displayName: 'Visited Before', zh: '访问时间早于', name: 'visitedBefore', type: 'dateTime', default: '' },
]);

/** Moments in epoch ms. */
interface Times {
	createdAfter?: number;
	createdBefore?: number;
	visitedAfter?: number;
	visitedBefore?: number;
}

const range = (startTime: number | undefined, endTime: number | undefined) =>
	startTime === undefined && endTime === undefined ? undefined : { startTime, endTime };

/** The filters as the route takes them: its `option`. */
export const searchOption = <F extends Times>({
	createdAfter,
	createdBefore,
	visitedAfter,
	visitedBefore,
	...others
}: F) => ({
	...others,
	createTimeRange: range(createdAfter, createdBefore),
	visitTimeRange: range(visitedAfter, visitedBefore),
});
