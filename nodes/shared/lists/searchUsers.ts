import type { INodeListSearchItems } from 'n8n-workflow';
import type { ListPage, ListQuery, LookUps } from '../../runtime/field';
import { defineListBy } from '../../runtime/list';
import { isObject, type Json } from '../../protocol/json';
import { objectsIn } from '../../runtime/pick';
import { matchingIds } from './matchingIds';

const toEntry = (user: Json): INodeListSearchItems => ({
	name:
		[user.name, user.title].filter((part) => typeof part === 'string' && part !== '').join(' · ') ||
		String(user.userid),
	value: String(user.userid),
});

/** People whose name matches. https://open.dingtalk.com/document/development/address-book-search-user-id */
async function matching(query: ListQuery, api: LookUps): Promise<ListPage> {
	const { ids, next } = await matchingIds(api, 'POST /v1.0/contact/users/search', query);
	const detailsOf = async (userid: unknown) =>
		await api.call('POST /topapi/v2/user/get', { body: { userid } }, { safe: true });
	return { entries: (await Promise.all(ids.map(detailsOf))).map(toEntry), next };
}

/** Where browsing the organisation goes on: departments still to read (first one from `cursor`). */
interface Place {
	departments: number[];
	cursor: number;
}

const ROOT: Place = { departments: [1], cursor: 0 };
const isPlace = (value: unknown): value is Place => isObject(value) && Array.isArray(value.departments);

const placeOf = (token: string | undefined): Place => {
	const parsed: unknown = token === undefined ? ROOT : JSON.parse(token);
	return isPlace(parsed) ? parsed : ROOT;
};

async function childrenOf(api: LookUps, department: number): Promise<number[]> {
	const body = { dept_id: department };
	const answer = await api.call('POST /topapi/v2/department/listsub', { body }, { safe: true });
	return objectsIn(answer.result).map(({ dept_id }) => Number(dept_id));
}

/** The whole organisation, department by department: at least one person per page while there is one. */
async function browse({ token }: ListQuery, api: LookUps): Promise<ListPage> {
	let { departments, cursor } = placeOf(token);
	const entries: INodeListSearchItems[] = [];
	while (departments.length > 0 && entries.length === 0) {
		const [current = 1, ...rest] = departments;
		const body = { dept_id: current, cursor, size: 100 };
		const page = await api.call('POST /topapi/v2/user/list', { body }, { safe: true });
		entries.push(...objectsIn(page.list).map(toEntry));
		const more = String(page.has_more) === 'true';
		cursor = more ? Number(page.next_cursor) : 0;
		departments = more ? departments : [...rest, ...(await childrenOf(api, current))];
	}
	return { entries, next: departments.length > 0 ? JSON.stringify({ departments, cursor }) : undefined };
}

/** Finds people by name, or browses the organisation while nothing is typed. */
export const searchUsers = defineListBy([], async (_, query, api) =>
	query.filter === '' ? await browse(query, api) : await matching(query, api),
);
