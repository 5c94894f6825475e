import { defineBatch, type Json, type Refusal } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { customerLinks, CUSTOMERS, noCustomer } from '../../flows/customers';
import { inSlices } from '../../flows/results';
import { entriesOf } from '../../flows/write';
import { customer } from '../../locators/customer';
import { relationType } from '../../locators/relationType';
import { MOST_RECORDS, newFollowUp, RELATED_CUSTOMER } from './fields';

const CREATE = 'POST /v1.0/crm/followRecords/batch';

export const create = defineBatch({
	name: 'Create',
	value: 'create',
	action: 'Create a follow-up record',
	description:
		'Write down what happened with a customer. One call per 40 items, one per run to read the form, one per 100 customers for their names.',
	zh: {
		name: '新增',
		action: '新增跟进记录',
		description: '为客户新增跟进记录。每 40 个数据项一次调用，每次运行另有一次读取表单，每 100 个客户一次读取名称',
	},
	docs: 'https://open.dingtalk.com/document/development/batch-add-follow-up-record-data',
	permission: 'qyapi_crm_maindata_write',
	routes: [CREATE, CUSTOMERS],
	fields: [relationType, customer, newFollowUp, operatorUserId],
	same: ['relationType', 'operator'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const { operator: operatorUserId, relationType: type } = first;
		const links = await customerLinks(
			api,
			type,
			operatorUserId,
			many.map(({ customer: id }) => id),
		);
		const ready: Json[] = [];
		const outcomes = many.map(({ customer: id, followUpFields: { columns } }): Refusal | number => {
			const link = links.get(id);
			if (!link) return noCustomer(id);
			return ready.push({ dataArray: entriesOf({ [RELATED_CUSTOMER]: [link], ...columns }) }) - 1;
		});
		const made = await inSlices(
			ready,
			MOST_RECORDS,
			async (instanceList) => await api.call(CREATE, { body: { operatorUserId, instanceList } }),
		);
		return outcomes.map((one) => (typeof one === 'number' ? (made[one] ?? noAnswer) : one));
	},
});

const noAnswer: Refusal = { entry: '', message: 'was not created' };
