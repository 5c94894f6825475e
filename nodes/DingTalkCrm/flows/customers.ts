import { isObject } from '../../protocol/json';
import type { Api, Json } from '../../runtime/operation';
import { objectsIn } from '../../runtime/pick';
import { slices } from '../../runtime/slices';
import type { RelationType } from './fields';
import type { Link } from './write';

export const CUSTOMERS = 'POST /v1.0/crm/personalCustomers/batchQuery';
/** Customers of one call. The page names no limit, a list has 100. https://open.dingtalk.com/document/development/acquire-crm-individual-customers-in-batches */
const MOST_CUSTOMERS = 100;

/** Customers by their IDs; DingTalk leaves out those that do not exist. */
export async function customersOf(
	api: Api,
	relationType: RelationType,
	currentOperatorUserId: string,
	ids: readonly string[],
): Promise<Json[]> {
	const query = { relationType, currentOperatorUserId };
	const found: Json[] = [];
	for (const body of slices(ids, MOST_CUSTOMERS))
		found.push(...objectsIn((await api.call(CUSTOMERS, { query, body }, { safe: true })).result));
	return found;
}

/**
 * Customers as links, by ID: DingTalk wants their names beside their IDs.
 * https://open.dingtalk.com/document/development/add-and-update-contact-field-format-description-v2
 */
export async function customerLinks(
	api: Api,
	relationType: RelationType,
	operator: string,
	ids: readonly string[],
): Promise<Map<string, Link>> {
	const customers = await customersOf(api, relationType, operator, [...new Set(ids)]);
	return new Map(
		customers.map(({ instanceId, data }) => {
			const id = String(instanceId);
			const name = isObject(data) ? String(data.customer_name ?? '') : '';
			return [id, { name, instanceId: id, bizType: relationType }];
		}),
	);
}

/** The refusal of a customer that does not exist. */
export const noCustomer = (id: string) => ({ entry: id, message: 'there is no such customer of this type' });
