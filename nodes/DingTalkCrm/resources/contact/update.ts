import { InputError, defineBatch } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { inSlices } from '../../flows/results';
import { entriesOf } from '../../flows/write';
import { changedContact, MOST_CONTACTS } from './fields';

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
	fields: [
		{
			displayName: 'Contact ID',
			zh: { name: '联系人 ID', description: '新增时返回的 relationId，或查询时返回的 instanceId' },
			name: 'relationId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			description: 'The relationId that Create returns, which is the instanceId of Get Many',
		},
		changedContact,
		operatorUserId,
	],
	plan: (values) => {
		if (Object.keys(values.contactChanges.columns).length === 0)
			throw new InputError(
				'Columns',
				'are empty: fill in at least one field to change',
				'为空：请至少填写一个要修改的字段',
			);
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
