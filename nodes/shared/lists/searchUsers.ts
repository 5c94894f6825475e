import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { at } from '../../protocol/paging';
import type { Json } from '../../runtime/operation';
import { entriesOf, lookUp, matchingIds } from './lookUp';

const toEntry = (user: Json): INodeListSearchItems => ({
	name:
		[user.name, user.title].filter((part) => typeof part === 'string' && part !== '').join(' · ') ||
		String(user.userid),
	value: String(user.userid),
});

/** People whose name matches. https://open.dingtalk.com/document/development/address-book-search-user-id */
async function matching(
	context: ILoadOptionsFunctions,
	queryWord: string,
	page: number,
): Promise<INodeListSearchResult> {
	const { ids, next } = await matchingIds(context, 'POST /v1.0/contact/users/search', queryWord, page);
	const users = await Promise.all(
		ids.map(async (userid) => entriesOf([at(await lookUp(context, 'POST /topapi/v2/user/get', { userid }), 'result')])),
	);
	return { results: users.flat().map(toEntry), paginationToken: next };
}

/** Where browsing the organisation goes on: departments still to read (first one from `cursor`). */
interface Place {
	departments: number[];
	cursor: number;
}

const ROOT: Place = { departments: [1], cursor: 0 };
const isPlace = (value: unknown): value is Place =>
	typeof value === 'object' && value !== null && 'departments' in value && Array.isArray(value.departments);

const placeOf = (token: string | undefined): Place => {
	const parsed: unknown = token === undefined ? ROOT : JSON.parse(token);
	return isPlace(parsed) ? parsed : ROOT;
};

async function childrenOf(context: ILoadOptionsFunctions, department: number): Promise<number[]> {
	const answer = await lookUp(context, 'POST /topapi/v2/department/listsub', { dept_id: department });
	return entriesOf(answer.result).map(({ dept_id }) => Number(dept_id));
}

/** The whole organisation, department by department: at least one person per page while there is one. */
async function browse(context: ILoadOptionsFunctions, start: Place): Promise<INodeListSearchResult> {
	let { departments, cursor } = start;
	const results: INodeListSearchItems[] = [];
	while (departments.length > 0 && results.length === 0) {
		const [current = 1, ...rest] = departments;
		const answer = await lookUp(context, 'POST /topapi/v2/user/list', { dept_id: current, cursor, size: 100 });
		results.push(...entriesOf(at(answer, 'result.list')).map(toEntry));
		const more = String(at(answer, 'result.has_more')) === 'true';
		cursor = more ? Number(at(answer, 'result.next_cursor')) : 0;
		departments = more ? departments : [...rest, ...(await childrenOf(context, current))];
	}
	return { results, paginationToken: departments.length > 0 ? JSON.stringify({ departments, cursor }) : undefined };
}

/** Finds people by name, or browses the organisation while nothing is typed. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return filter
		? await matching(this, filter, Number(paginationToken ?? 0))
		: await browse(this, placeOf(paginationToken));
}
