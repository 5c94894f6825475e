import type { CrmEntry } from '../../data/crm';
import { legacy } from '../../errors';
import { chinaTime } from '../../time';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { check, describedFields, pageOf } from './entries';
import { queried } from './query';

interface Instance {
	instance: {
		form_code: string;
		instance_id: string;
		creator_userid: string;
		/** The JSON text, read. */
		data: CrmEntry['data'];
		permission?: { participant_userids?: string[] };
	};
}

/** Forms that the organisation made itself, https://open.dingtalk.com/document/development/dingtalk-paas-master-create-custom-crm-object-data and its neighbours. */
export const customObjectRoutes = (world: World): Route[] => {
	const { now, nextId } = world;
	const { equipment, equipmentCode, fields } = world.data.crm;
	const known = (code: string) => {
		if (code !== equipmentCode) throw legacy(40035, `form ${code} not found`);
	};
	const dataOf = ({ form_code: code, data }: Instance['instance'], whole: boolean) => {
		known(code);
		check(fields.equipment, data, whole);
		return data;
	};
	return [
		operation<{ name: string }>(world, 'POST /topapi/crm/objectmeta/describe', ({ body: { name } }) => {
			known(name);
			return {
				result: {
					name,
					customized: true,
					fields: describedFields(fields.equipment),
				},
			};
		}),
		operation<Instance>(world, 'POST /topapi/crm/objectdata/customobject/create', ({ body: { instance } }) => {
			const entry: CrmEntry = {
				instanceId: `90000000-5a5d-4b0c-9d55-${nextId().toString(16).padStart(12, '0')}`,
				objectType: equipmentCode,
				creatorUserId: instance.creator_userid,
				created: now(),
				modified: now(),
				data: dataOf(instance, true),
				owners: [instance.creator_userid],
				participants: instance.permission?.participant_userids ?? [],
			};
			equipment.push(entry);
			return { success: true, result: { instance_id: entry.instanceId } };
		}),
		operation<Instance>(world, 'POST /topapi/crm/objectdata/customobject/update', ({ body: { instance } }) => {
			const found = equipment.find(({ instanceId }) => instanceId === instance.instance_id);
			if (!found) throw legacy(40035, `${instance.instance_id} not found`);
			Object.assign(found.data, dataOf(instance, false));
			found.participants = instance.permission?.participant_userids ?? found.participants;
			found.modified = now();
			return { success: true, result: { instance_id: found.instanceId } };
		}),
		operation<{ name: string; nextToken?: string; maxResults: number; queryDsl?: string }>(
			world,
			'POST /v1.0/crm/customObjects/datas/query',
			({ body: { name, nextToken, maxResults, queryDsl } }) => {
				const all = name === equipmentCode ? queried(equipment, fields.equipment, queryDsl) : [];
				const { page, next, hasMore } = pageOf(all, nextToken, maxResults, 100);
				const values = page.map(({ owners: ownerUserIds, participants: participantUserIds, ...entry }) => ({
					instanceId: entry.instanceId,
					objectType: entry.objectType,
					creatorUserId: entry.creatorUserId,
					data: entry.data,
					extendData: {},
					permission: { ownerUserIds, participantUserIds },
					gmtCreate: chinaTime(entry.created),
					gmtModified: chinaTime(entry.modified),
				}));
				return { result: { values, hasMore, nextToken: next, maxResults } };
			},
		),
	];
};
