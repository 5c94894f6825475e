import { isObject } from '../../protocol/json';
import { jsonText } from '../../protocol/request';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';
import { relationType } from './relationType';

/** A customer. https://open.dingtalk.com/document/development/obtains-crm-individual-customers-in-batches-based-on-specified-query */
export const customer = defineLocator({
	displayName: 'Customer',
	zh: { name: '客户', description: '从列表按名称搜索，或填写客户的 instanceId' },
	name: 'customer',
	required: true,
	description: 'Found by name in the list, or by its instanceId',
	placeholder: 'e.g. 8a0d5031-0000-4b0c-9d55-000000000001',
	list: defineList({
		needs: [relationType, operatorUserId],
		route: 'GET /v1.0/crm/personalCustomers',
		request: ({ relationType: type, operator }, { filter }) => ({
			query: {
				relationType: type,
				currentOperatorUserId: operator,
				queryDsl:
					filter === ''
						? undefined
						: jsonText({
								queryGroupList: [
									{
										logicType: 'AND',
										queryObjectList: [{ fieldId: 'customer_name', filterType: 'SEARCH', value: filter }],
									},
								],
							}),
			},
		}),
		paging: {
			style: 'token',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 100 },
			entries: 'values',
			next: 'nextToken',
			more: 'hasMore',
		},
		searchedBy: 'DingTalk',
		entry: ({ instanceId, data }) => ({
			name: String((isObject(data) ? data.customer_name : undefined) ?? instanceId),
			value: String(instanceId),
		}),
	}),
});
