import { defineBatch } from '../../../runtime/operation';
import { refuseNoColumns } from '../../../shared/changes';
import { operatorUserId } from '../../../shared/operator';
import { inSlices } from '../../flows/results';
import { entriesOf } from '../../flows/write';
import { changedFollowUp, MOST_RECORDS } from './fields';

const UPDATE = 'PUT /v1.0/crm/followRecords/batch';

export const update = defineBatch({
	name: 'Update',
	value: 'update',
	action: 'Update a follow-up record',
	description: 'Change fields of follow-up records. One call per 40 items, one per run to read the form.',
	zh: {
		name: '更新',
		action: '更新跟进记录',
		description: '修改跟进记录的字段。每 40 个数据项一次调用，每次运行另有一次读取表单',
	},
	docs: 'https://open.dingtalk.com/document/development/batch-update-follow-up-record-data',
	permission: 'qyapi_crm_maindata_write',
	routes: [UPDATE],
	fields: [
		{
			displayName: 'Follow-Up ID',
			zh: { name: '跟进记录 ID', description: '新增或查询时返回的 instanceId' },
			name: 'followUpId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			description: 'The instanceId that Create and Get Many return',
		},
		changedFollowUp,
		operatorUserId,
	],
	plan: (values) => {
		refuseNoColumns(values.followUpChanges.columns);
		return values;
	},
	same: ['operator'],
	together: async (many, api) =>
		await inSlices(many, MOST_RECORDS, async (part) => {
			const instanceList = part.map(({ followUpId: instanceId, followUpChanges: { columns } }) => ({
				instanceId,
				dataArray: entriesOf(columns),
			}));
			return await api.call(UPDATE, { body: { operatorUserId: part[0]?.operator, instanceList } }, { safe: true });
		}),
});
