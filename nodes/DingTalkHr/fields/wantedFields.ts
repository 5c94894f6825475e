import { defineField } from '../../runtime/field';
import { defineListBy } from '../../runtime/list';
import { objectsIn } from '../../runtime/pick';
import { wireNumber } from '../../shared/wireNumber';
import { META } from '../flows/rosterFields';
import { agentId } from './agentId';

/** The fields of the organization's roster, each after its group. https://open.dingtalk.com/document/development/intelligent-personnel-roster-metadata-query */
const rosterFieldList = defineListBy([agentId], async ({ agentId: agent }, _, api) => {
	const { result } = await api.call(META, { body: { agentid: wireNumber('Agent ID', agent) } }, { safe: true });
	const entries = objectsIn(result).flatMap(({ group_name: group, field_meta_info_list: fields }) =>
		objectsIn(fields).map(({ field_code: code, field_name: name }) => ({
			name: `${String(group)}: ${String(name)}`,
			value: String(code),
		})),
	);
	return { entries };
});

/** Fields of the roster that are wanted. */
export const wantedFields = defineField({
	displayName: 'Roster Field Names or IDs',
	zh: { name: '花名册字段', description: '只返回选中的字段，字段越少越快；留空返回全部' },
	name: 'rosterFields',
	type: 'multiOptions',
	default: [],
	source: rosterFieldList,
	description:
		'Only these fields, which is faster; all of them where none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});
