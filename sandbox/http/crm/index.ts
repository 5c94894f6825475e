import type { CrmEntry, CrmField, CustomerType } from '../../data/crm';
import { ApiError, legacy } from '../../errors';
import { isMembers } from '../../members';
import { chinaTime } from '../../time';
import { parsed } from '../../typed';
import type { Call, Route, World } from '../../world';
import { operation } from '../operation';
import { customObjectRoutes } from './customObjects';
import { check, describedFields, invalid, pageOf } from './entries';
import { queried } from './query';

interface CustomerBody {
	relationType?: CustomerType;
	instanceId: string;
	creatorUserId: string;
	data: Record<string, unknown>;
	permission?: { ownerStaffIds?: string[]; participantStaffIds?: string[] };
	skipDuplicateCheck?: boolean;
}
interface Entry {
	key: string;
	value: string;
	extendValue?: string;
}
interface BatchBody {
	operatorUserId: string;
	relationList: Array<{ relationId?: string; bizDataList: Entry[] }>;
	instanceList: Array<{ dataArray: Entry[] }>;
}

/** The organisation's CRM: https://open.dingtalk.com/document/development/add-crm-personal-customers and its neighbours. */
export const crmRoutes = (world: World): Route[] => {
	const { customers, contacts, followUps, fields } = world.data.crm;
	const { now, nextId } = world;
	const id = (prefix: string) => `${prefix}-5a5d-4b0c-9d55-${nextId().toString(16).padStart(12, '0')}`;
	const customer = (instanceId: string) => {
		const found = customers.find((one) => one.instanceId === instanceId);
		if (!found) throw new ApiError('businessError', `businessError, ${instanceId} not found`);
		return found;
	};
	const shown = ({
		owners: ownerStaffIds,
		participants: participantStaffIds,
		created,
		modified,
		...entry
	}: CrmEntry) => ({
		...entry,
		extendData: {},
		permission: { ownerStaffIds, participantStaffIds },
		gmtCreate: chinaTime(created),
		gmtModified: chinaTime(modified),
	});
	const ofType = (type: unknown) =>
		customers.filter(({ objectType }) => objectType === (type ?? 'crm_customer_personal'));
	const twin = ({ relationType, data, instanceId }: CustomerBody) =>
		ofType(relationType).some((one) => one.data.customer_name === data.customer_name && one.instanceId !== instanceId);
	const described = (name: string, all: CrmField[]) => ({
		result: {
			name,
			code: `PROC-SANDBOX-${name.toUpperCase()}`,
			customized: false,
			status: 'PUBLISHED',
			fields: describedFields(all),
		},
	});
	const dataOf = (entries: Entry[]) =>
		Object.fromEntries(
			entries.map(({ key, value, extendValue }) => [key, extendValue === undefined ? value : { value, extendValue }]),
		);
	const linkedTo = (value: unknown) => {
		const links = isMembers(value) ? parsed(String(value.extendValue)) : undefined;
		const list = isMembers(links) ? (links.list as Array<{ instanceId: string }>) : [];
		return list.every(({ instanceId }) => customers.some((one) => one.instanceId === instanceId)) && list.length > 0;
	};
	/** Each entry by itself: what is wrong with one does not harm the others. */
	const each = <T>(list: T[], most: number, work: (one: T) => object) => {
		if (list.length > most) throw new ApiError('param.error', `at most ${most}`);
		return {
			results: list.map((one) => {
				try {
					return { success: true, ...work(one) };
				} catch (error) {
					if (error instanceof ApiError) return { success: false, errorCode: error.code, errorMsg: error.message };
					throw error;
				}
			}),
		};
	};
	const add = (to: CrmEntry[], all: CrmField[], objectType: string, creatorUserId: string, entries: Entry[]) => {
		const data = dataOf(entries);
		check(all, data, true);
		const link = all.find(({ referenceTo }) => referenceTo === 'crm_customer')?.name ?? '';
		if (data[link] !== undefined && !linkedTo(data[link]))
			throw new ApiError('related.customer.required', 'related customer required');
		const entry: CrmEntry = {
			instanceId: id(objectType === 'crm_contact' ? 'c0000000' : 'f0000000'),
			objectType,
			creatorUserId,
			created: now(),
			modified: now(),
			data,
			owners: [creatorUserId],
			participants: [],
		};
		to.push(entry);
		return entry.instanceId;
	};

	const change = (among: CrmEntry[], form: CrmField[], instanceId: string | undefined, entries: Entry[]) => {
		const found = among.find((one) => one.instanceId === instanceId);
		if (!found) throw invalid(`${instanceId} not found`);
		const data = dataOf(entries);
		check(form, data, false);
		Object.assign(found.data, data);
		found.modified = now();
	};

	return [
		operation(world, 'GET /v1.0/crm/personalCustomers/objectMeta', ({ query }) => {
			const { result } = described(query.relationType ?? 'crm_customer_personal', fields.customer);
			return {
				...result,
				fields: result.fields.map(({ select_options: selectOptions, ...field }) => ({
					...field,
					reference_to: undefined,
					...(selectOptions && { selectOptions }),
				})),
			};
		}),
		operation(world, 'POST /topapi/crm/objectmeta/contact/describe', () => described('crm_contact', fields.contact)),
		operation(world, 'POST /topapi/crm/objectmeta/followrecord/describe', () =>
			described('crm_follow_record', fields.followUp),
		),
		operation<CustomerBody>(world, 'POST /v1.0/crm/personalCustomers', ({ body }) => {
			const { relationType = 'crm_customer_personal', creatorUserId, data, permission = {}, skipDuplicateCheck } = body;
			check(fields.customer, data, true);
			if (skipDuplicateCheck !== true && twin(body)) throw new ApiError('same.data.exists', 'same data exists');
			const instanceId = id('8a0d5031');
			customers.push({
				instanceId,
				objectType: relationType,
				creatorUserId,
				created: now(),
				modified: now(),
				data,
				owners: permission.ownerStaffIds ?? [creatorUserId],
				participants: permission.participantStaffIds ?? [],
			});
			return { instanceId };
		}),
		operation<CustomerBody>(world, 'PUT /v1.0/crm/personalCustomers', ({ body }) => {
			const { instanceId, data, permission, skipDuplicateCheck } = body;
			const found = customer(instanceId);
			check(fields.customer, data, false);
			if (skipDuplicateCheck !== true && twin(body)) throw new ApiError('same.data.exists', 'same data exists');
			Object.assign(found.data, data);
			if (permission?.ownerStaffIds) found.owners = permission.ownerStaffIds;
			if (permission?.participantStaffIds) found.participants = permission.participantStaffIds;
			found.modified = now();
			return { instanceId };
		}),
		operation(world, 'GET /v1.0/crm/personalCustomers', ({ query }) => {
			const size = Number(query.maxResults);
			const all = queried(ofType(query.relationType), fields.customer, query.queryDsl);
			const { page, next, hasMore } = pageOf(all, query.nextToken, size, 100);
			return { values: page.map(shown), hasMore, nextToken: next, maxResults: size, totalCount: all.length };
		}),
		operation<{ objectType?: string; maxResults?: number; nextToken?: string }>(
			world,
			'POST /v1.0/crm/customerInstances',
			({ body: { objectType = 'crm_customer', maxResults = 100, nextToken } }) => {
				const { page, next, hasMore } = pageOf(ofType(objectType), nextToken, maxResults, 100);
				const values = page.map(shown).map(({ gmtCreate: createTime, gmtModified: modifyTime, ...entry }) => ({
					...entry,
					createTime,
					modifyTime,
				}));
				return { result: { values, maxResults, ...(hasMore && { nextToken: next }) } };
			},
		),
		operation<string[]>(world, 'POST /v1.0/crm/personalCustomers/batchQuery', ({ query, body }) => ({
			result: ofType(query.relationType)
				.filter(({ instanceId }) => body.includes(instanceId))
				.map(shown),
		})),
		operation(world, 'DELETE /v1.0/crm/personalCustomers/{dataId}', ({ path }) => {
			customers.splice(customers.indexOf(customer(path.dataId)), 1);
			return { instanceId: path.dataId };
		}),
		operation<BatchBody>(world, 'POST /v1.0/crm/contacts/batch', ({ body }) =>
			each(body.relationList, 10, ({ bizDataList }) => ({
				relationId: add(contacts, fields.contact, 'crm_contact', body.operatorUserId, bizDataList),
			})),
		),
		operation<BatchBody>(world, 'PUT /v1.0/crm/contacts/batch', ({ body }) =>
			each(body.relationList, 10, ({ relationId, bizDataList }) => {
				change(contacts, fields.contact, relationId, bizDataList);
				return { relationId };
			}),
		),
		operation<BatchBody>(world, 'POST /v1.0/crm/followRecords/batch', ({ body }) =>
			each(body.instanceList, 40, ({ dataArray }) => ({
				instanceId: add(followUps, fields.followUp, 'crm_follow_record', body.operatorUserId, dataArray),
			})),
		),
		operation<{ nextToken?: string; maxResults: number; queryDsl?: string }>(
			world,
			'POST /v1.0/crm/customObjects/contacts/datas/query',
			({ body: { nextToken, maxResults, queryDsl } }) => {
				const { page, next, hasMore } = pageOf(queried(contacts, fields.contact, queryDsl), nextToken, maxResults, 100);
				const values = page.map(shown).map(({ permission: { ownerStaffIds, participantStaffIds }, ...entry }) => ({
					...entry,
					permission: { ownerUserIds: ownerStaffIds, participantUserIds: participantStaffIds },
				}));
				return { result: { values, hasMore, nextToken: next, maxResults } };
			},
		),
		operation<BatchBody & { instanceList: Array<{ instanceId: string; dataArray: Entry[] }> }>(
			world,
			'PUT /v1.0/crm/followRecords/batch',
			({ body }) =>
				each(body.instanceList, 40, ({ instanceId, dataArray }) => {
					change(followUps, fields.followUp, instanceId, dataArray);
					return { instanceId };
				}),
		),
		operation<{ instanceIds: string[] }>(world, 'POST /v1.0/crm/followRecords/batchRemove', ({ body }) =>
			each(body.instanceIds, 40, (instanceId) => {
				const at = followUps.findIndex((one) => one.instanceId === instanceId);
				if (at < 0) throw invalid(`${instanceId} not found`);
				followUps.splice(at, 1);
				return { instanceId };
			}),
		),
		operation<{ data_id: string }>(world, 'POST /topapi/crm/objectdata/contact/delete', ({ body }) => {
			const at = contacts.findIndex(({ instanceId }) => instanceId === body.data_id);
			if (at < 0) throw legacy(40035, `${body.data_id} not found`);
			contacts.splice(at, 1);
			return { result: { instance_id: body.data_id } };
		}),
		...customObjectRoutes(world),
		operation(world, 'POST /topapi/crm/objectdata/followrecord/query', ({ body }: Call<Record<string, unknown>>) => {
			const size = Number(body.page_size);
			const { page, next, hasMore } = pageOf(
				queried(followUps, fields.followUp, body.query_dsl),
				body.cursor,
				size,
				200,
			);
			const values = page.map((entry) => ({
				instance_id: entry.instanceId,
				object_type: entry.objectType,
				creator_userid: entry.creatorUserId,
				data: JSON.stringify(entry.data),
				extend_data: '{}',
				permission: { owner_userid_list: entry.owners, participant_userid_list: entry.participants },
				gmt_create: chinaTime(entry.created),
				gmt_modified: chinaTime(entry.modified),
			}));
			return { result: { values, has_more: hasMore, next_cursor: next, page_size: size } };
		}),
	];
};
