import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { at } from '../../protocol/paging';
import type { Json } from '../../runtime/operation';
import { entriesOf, lookUp, matchingIds } from './lookUp';

const toEntry = (department: Json): INodeListSearchItems => ({
	name: String(department.name ?? department.dept_id),
	value: String(department.dept_id),
});

/** Departments whose name matches; they come as ids, names are looked up. https://open.dingtalk.com/document/development/address-book-search-department-id */
async function matching(
	context: ILoadOptionsFunctions,
	queryWord: string,
	page: number,
): Promise<INodeListSearchResult> {
	const { ids, next } = await matchingIds(context, 'POST /v1.0/contact/departments/search', queryWord, page);
	const details = await Promise.all(
		ids.map(async (id) =>
			entriesOf([at(await lookUp(context, 'POST /topapi/v2/department/get', { dept_id: Number(id) }), 'result')]),
		),
	);
	return { results: details.flat().map(toEntry), paginationToken: next };
}

/** Browses level by level while nothing is typed: the token holds the departments whose children come next. A page has at least one while there is one: n8n asks for more only when the list has grown. */
async function browse(context: ILoadOptionsFunctions, parents: readonly string[]): Promise<INodeListSearchResult> {
	let waiting = [...parents];
	let results: INodeListSearchItems[] = [];
	while (waiting.length > 0 && results.length === 0) {
		const [parent, ...rest] = waiting;
		const answer = await lookUp(context, 'POST /topapi/v2/department/listsub', { dept_id: Number(parent) });
		results = entriesOf(answer.result).map(toEntry);
		waiting = [...rest, ...results.map(({ value }) => String(value))];
	}
	return { results, paginationToken: waiting.length > 0 ? waiting.join(',') : undefined };
}

/** Finds departments by name, or browses the tree while nothing is typed. */
export async function searchDepartments(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	if (filter) return await matching(this, filter, Number(paginationToken ?? 0));
	const page = await browse(this, paginationToken?.split(',') ?? ['1']);
	const root: Json = { name: 'Root department 根部门', dept_id: 1 };
	return paginationToken === undefined ? { ...page, results: [toEntry(root), ...page.results] } : page;
}
