import { defineBatch } from '../../../runtime/operation';
import { refuseNoColumns } from '../../../shared/changes';
import { operatorUserId } from '../../../shared/operator';
import { inSlices } from '../../flows/results';
import { entriesOf } from '../../flows/write';
import { changedContact, MOST_CONTACTS, relationId } from './fields';

const UPDATE = 'PUT /v1.0/crm/contacts/batch';

export const update = defineBatch({
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: 'Change fields of contacts. One call per 10 items, one per run to read the form.',
	zh: {
		name: '更新',
		action: '更新联系人',
		description: '修改联系人的字段。每 10 个数据项一次调用，每次运行另有一次读取表单',
	},
	docs: 'https://open.dingtalk.com/document/development/modify-contact-data-in-batches',
	permission: 'qyapi_crm_maindata_write',
	routes: [UPDATE],
	fields: [relationId, changedContact, operatorUserId],
	plan: (values) => {
		refuseNoColumns(values.contactChanges.columns);
		return values;
	},
	same: ['operator'],
	together: async (many, api) =>
		await inSlices(many, MOST_CONTACTS, async (part) => {
			const relationList = part.map(({ relationId, contactChanges: { columns } }) => ({
				relationId,
				bizDataList: entriesOf(columns),
			}));
			return await api.call(UPDATE, { body: { operatorUserId: part[0]?.operator, relationList } }, { safe: true });
		}),
});
