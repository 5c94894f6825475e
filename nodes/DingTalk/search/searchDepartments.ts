import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { at } from '../../protocol/paging';
import type { Json } from '../../runtime/operation';
import { entriesOf, lookUp } from './client';

const PAGE = 10;

const toEntry = (department: Json): INodeListSearchItems => ({ name: String(department.name ?? department.dept_id), value: String(department.dept_id) });

/** Departments whose name matches; they come as ids, names are looked up. https://open.dingtalk.com/document/development/address-book-search-department-id */
async function matching(context: ILoadOptionsFunctions, queryWord: string, page: number): Promise<INodeListSearchResult> {
	const found = await lookUp(context, 'POST /v1.0/contact/departments/search', { queryWord, offset: page * PAGE, size: PAGE });
	const ids: unknown[] = Array.isArray(found.list) ? found.list : [];
	const details = await Promise.all(ids.map(async (id) => entriesOf([at(await lookUp(context, 'POST /topapi/v2/department/get', { dept_id: Number(id) }), 'result')])));
	return { results: details.flat().map(toEntry), paginationToken: found.hasMore === true ? String(page + 1) : undefined };
}

/** Browses level by level while nothing is typed: the token holds the departments whose children come next. */
async function browse(context: ILoadOptionsFunctions, parents: readonly string[]): Promise<INodeListSearchResult> {
	const [parent = '1', ...rest] = parents;
	const answer = await lookUp(context, 'POST /topapi/v2/department/listsub', { dept_id: Number(parent) });
	const results = entriesOf(answer.result).map(toEntry);
	const next = [...rest, ...results.map(({ value }) => String(value))];
	return { results, paginationToken: next.length > 0 ? next.join(',') : undefined };
}

/** Finds departments by name, or browses the tree while nothing is typed. */
export async function searchDepartments(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string): Promise<INodeListSearchResult> {
	if (filter) return await matching(this, filter, Number(paginationToken ?? 0));
	const page = await browse(this, paginationToken?.split(',') ?? ['1']);
	const root: Json = { name: 'Root department 根部门', dept_id: 1 };
	return paginationToken === undefined ? { ...page, results: [toEntry(root), ...page.results] } : page;
}
