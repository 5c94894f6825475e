import type { INodeListSearchItems } from 'n8n-workflow';
import type { ListPage, ListQuery, LookUps } from '../../runtime/field';
import { defineListBy } from '../../runtime/list';
import type { Json } from '../../runtime/operation';
import { objectsIn } from '../../runtime/pick';
import { matchingIds } from './matchingIds';

const toEntry = (department: Json): INodeListSearchItems => ({
	name: String(department.name ?? department.dept_id),
	value: String(department.dept_id),
});

/** Departments whose name matches; they come as ids, names are looked up. https://open.dingtalk.com/document/development/address-book-search-department-id */
async function matching(query: ListQuery, api: LookUps): Promise<ListPage> {
	const { ids, next } = await matchingIds(api, 'POST /v1.0/contact/departments/search', query);
	const detailsOf = async (id: unknown) =>
		await api.call('POST /topapi/v2/department/get', { body: { dept_id: Number(id) } }, { safe: true });
	return { entries: (await Promise.all(ids.map(detailsOf))).map(toEntry), next };
}

/** Browses level by level while nothing is typed: the token holds the departments whose children come next. A page has at least one while there is one: n8n asks for more only when the list has grown. */
async function browse({ token }: ListQuery, api: LookUps): Promise<ListPage> {
	let waiting = token?.split(',') ?? ['1'];
	let entries: INodeListSearchItems[] = [];
	while (waiting.length > 0 && entries.length === 0) {
		const [parent, ...rest] = waiting;
		const body = { dept_id: Number(parent) };
		const answer = await api.call('POST /topapi/v2/department/listsub', { body }, { safe: true });
		entries = objectsIn(answer.result).map(toEntry);
		waiting = [...rest, ...entries.map(({ value }) => String(value))];
	}
	return { entries, next: waiting.length > 0 ? waiting.join(',') : undefined };
}

/** Finds departments by name, or browses the tree while nothing is typed. */
export const searchDepartments = defineListBy([], async (_, query, api) => {
	if (query.filter !== '') return await matching(query, api);
	const page = await browse(query, api);
	const root = toEntry({ name: 'Root department 根部门', dept_id: 1 });
	return query.token === undefined ? { ...page, entries: [root, ...page.entries] } : page;
});
