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

type Find = (filter: string, api: LookUps) => Promise<Json>;

const byUserId: Find = async (userid, api) =>
	await api.call('POST /topapi/v2/user/get', { body: { userid } }, { safe: true });

const byMobile: Find = async (mobile, api) => {
	const { userid } = await api.call('POST /topapi/v2/user/getbymobile', { body: { mobile } }, { safe: true });
	return await byUserId(String(userid), api);
};

/** A whole mobile number: DingTalk holds back who asks for many that do not exist, so not after each digit. */
const MOBILE = /^(1\d{10}|\+?\d{1,4}-\d{6,14})$/;
/** What a user ID consists of. https://open.dingtalk.com/document/development/user-information-creation */
const USER_ID = /^[\w.@-]{3,64}$/;

/** The person whose mobile number or user ID is just what was typed; nobody where DingTalk knows none or the app may not ask. */
async function exact(filter: string, api: LookUps): Promise<Json[]> {
	const ways = [...(MOBILE.test(filter) ? [byMobile] : []), ...(USER_ID.test(filter) ? [byUserId] : [])];
	const found = await Promise.allSettled(ways.map(async (find) => await find(filter, api)));
	return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/**
 * People whose name, pinyin or English name matches, as DingTalk searches; first whoever has what was typed as mobile number or
 * user ID, which that search does not look at. https://open.dingtalk.com/document/development/address-book-search-user-id
 */
async function matching(query: ListQuery, api: LookUps): Promise<ListPage> {
	const [first, { ids, next }] = await Promise.all([
		query.token === undefined ? exact(query.filter.trim(), api) : [],
		matchingIds(api, 'POST /v1.0/contact/users/search', query),
	]);
	const named = await Promise.all(ids.map(async (id) => await byUserId(String(id), api)));
	const people = new Map([...first, ...named].map((person) => [String(person.userid), person]));
	return { entries: [...people.values()].map(toEntry), next };
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

/** Finds people by name, mobile number or user ID, or browses the organisation while nothing is typed. */
export const searchUsers = defineListBy([], async (_, query, api) =>
	query.filter === '' ? await browse(query, api) : await matching(query, api),
);
