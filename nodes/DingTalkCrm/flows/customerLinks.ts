import { isObject } from '../../protocol/json';
import type { Api } from '../../runtime/operation';
import { objectsIn } from '../../runtime/pick';
import type { RelationType } from './fields';
import type { Link } from './write';

const GET = 'POST /v1.0/crm/personalCustomers/batchQuery';
const MOST_CUSTOMERS = 100;

/**
 * Customers as links: DingTalk wants their names beside their IDs. One call per 100 customers.
 * https://open.dingtalk.com/document/development/add-and-update-contact-field-format-description-v2
 */
export async function customerLinks(
	api: Api,
	relationType: RelationType,
	operator: string,
	ids: readonly string[],
): Promise<Map<string, Link>> {
	const links = new Map<string, Link>();
	const wanted = [...new Set(ids)];
	for (let start = 0; start < wanted.length; start += MOST_CUSTOMERS) {
		const body = wanted.slice(start, start + MOST_CUSTOMERS);
		const query = { relationType, currentOperatorUserId: operator };
		for (const { instanceId, data } of objectsIn((await api.call(GET, { query, body }, { safe: true })).result)) {
			const id = String(instanceId);
			const name = isObject(data) ? String(data.customer_name ?? '') : '';
			links.set(id, { name, instanceId: id, bizType: relationType });
		}
	}
	return links;
}

/** What stands for a customer that is not there. */
export const noCustomer = (id: string) => ({ entry: id, message: 'there is no such customer of this type' });
