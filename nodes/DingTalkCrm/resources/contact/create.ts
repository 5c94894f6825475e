import { defineBatch, type Json, type Refusal } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { customerLinks, CUSTOMERS, noCustomer } from '../../flows/customers';
import { inSlices } from '../../flows/results';
import { entriesOf } from '../../flows/write';
import { customer } from '../../locators/customer';
import { relationType } from '../../locators/relationType';
import { MOST_CONTACTS, newContact, RELATED_CUSTOMER } from './fields';

const CREATE = 'POST /v1.0/crm/contacts/batch';

export const create = defineBatch({
	name: 'Create',
	value: 'create',
	action: 'Create contacts of a customer',
	description:
		'Create contacts, linked to a customer if wanted. One call per 10 items, one per run to read the form, one per 100 customers for their names.',
	zh: {
		name: '新增',
		action: '新增联系人',
		description:
			'新增联系人，可关联客户。每 10 个数据项一次调用，每次运行另有一次读取表单；关联客户时每 100 个客户一次读取名称',
	},
	docs: 'https://open.dingtalk.com/document/development/add-contact-data-in-batches',
	permission: 'qyapi_crm_maindata_write',
	routes: [CREATE, CUSTOMERS],
	fields: [
		newContact,
		relationType,
		{
			...customer,
			required: false,
			description: 'Whom the contact belongs to; may be empty. Found by name in the list, or by its instanceId.',
			zh: { name: '客户', description: '联系人所属的客户，可留空；从列表按名称搜索，或填写客户的 instanceId' },
		},
		operatorUserId,
	],
	same: ['relationType', 'operator'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const { operator: operatorUserId, relationType: type } = first;
		const links = await customerLinks(
			api,
			type,
			operatorUserId,
			many.flatMap(({ customer: id }) => id ?? []),
		);
		const ready: Json[] = [];
		const outcomes = many.map(({ customer: id, contactFields: { columns } }): Refusal | number => {
			const link = id === undefined ? undefined : links.get(id);
			if (id !== undefined && !link) return noCustomer(id);
			const bizDataList = entriesOf({ ...columns, ...(link && { [RELATED_CUSTOMER]: [link] }) });
			return ready.push({ bizDataList }) - 1;
		});
		const made = await inSlices(
			ready,
			MOST_CONTACTS,
			async (relationList) => await api.call(CREATE, { body: { operatorUserId, relationList } }),
		);
		return outcomes.map((one) => (typeof one === 'number' ? (made[one] ?? noAnswer) : one));
	},
});

const noAnswer: Refusal = { entry: '', message: 'was not created' };
