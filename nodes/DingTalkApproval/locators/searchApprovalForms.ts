import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { at } from '../../protocol/paging';
import { entriesOf, lookUp } from '../../shared/lists/lookUp';

/** The organisation's approval forms whose name matches. https://open.dingtalk.com/document/development/obtains-a-list-of-approval-forms-visible-to-the-specified */
export async function searchApprovalForms(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const results: INodeListSearchItems[] = [];
	let next: unknown = paginationToken ?? 0;
	do {
		const answer = await lookUp(this, 'GET /v1.0/workflow/processes/userVisibilities/templates', {
			maxResults: 100,
			nextToken: next,
		});
		const forms = entriesOf(at(answer, 'result.processList')).map(({ name, processCode, url }) => ({
			name: String(name),
			value: String(processCode),
			url: String(url),
		}));
		results.push(...forms.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase())));
		next = at(answer, 'result.nextToken');
	} while (next && results.length === 0);
	return { results, paginationToken: next ? String(next) : undefined };
}
