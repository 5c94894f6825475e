import { defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { customerColumns } from '../../flows/fields';
import { customersOf, CUSTOMERS } from '../../flows/customers';
import { flatEntry } from '../../flows/read';
import { relationType } from '../../locators/relationType';
import { flatField } from '../../flows/flatField';

const FIELDS = 'GET /v1.0/crm/personalCustomers/objectMeta';

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get customers by ID',
	description: 'Get customers by their IDs. One call per 100, one more per run to read the form.',
	zh: {
		name: '获取',
		action: '按 ID 获取客户',
		description: '按 ID 获取客户。每 100 条一次调用，每次运行另有一次读取表单',
	},
	docs: 'https://open.dingtalk.com/document/development/acquire-crm-individual-customers-in-batches',
	permission: 'qyapi_crm_maindata_read',
	routes: [CUSTOMERS, FIELDS],
	fields: [
		relationType,
		{
			displayName: 'Customer IDs',
			zh: { name: '客户 ID', description: '一个或多个，用逗号分隔，或数组' },
			name: 'instanceIds',
			type: 'string',
			list: true,
			required: true,
			default: '',
			description: 'One, or several separated by commas, or an array',
		},
		flatField,
		operatorUserId,
	],
	run: async ({ relationType: type, instanceIds: ids, simplify, operator }, api) => {
		const entries = await customersOf(api, type, operator, ids);
		const missing = ids.filter((id) => !entries.some(({ instanceId }) => instanceId === id));
		const columns = simplify
			? await api.once(`fields of ${type}`, async () => await customerColumns({ relationType: type }, api))
			: [];
		return {
			ok: simplify ? entries.map((entry) => flatEntry(entry, columns)) : entries,
			failed: missing.map((entry) => ({ entry, message: 'there is no such customer' })),
		};
	},
});
