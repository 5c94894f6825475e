import type { Paging } from '../../protocol/paging';
import { InputError, type Api, type Json } from '../../runtime/operation';
import { wireNumber } from '../../shared/wireNumber';
import { rosterOf } from './roster';

export const ON_JOB = 'POST /topapi/smartwork/hrm/employee/queryonjob';
export const FUTURE = 'POST /topapi/smartwork/hrm/employee/querypreentry';

/** At most 50 a page; a missing cursor ends the list. https://open.dingtalk.com/document/development/intelligent-personnel-query-the-list-of-on-the-job-employees-of-the */
const paging: Paging = {
	style: 'cursor',
	cursor: 'offset',
	first: 0,
	size: { at: 'size', max: 50 },
	entries: 'result.data_list',
	next: 'result.next_cursor',
};

interface PeopleQuery {
	details: boolean;
	rosterFields?: string[];
	agentId?: string;
	limit: number;
}

/** @throws InputError where the roster is wanted and nobody named an Agent ID. */
export function refuseWithoutAgent({ details, agentId }: Pick<PeopleQuery, 'details' | 'agentId'>): void {
	if (!details || agentId !== undefined) return;
	throw new InputError(
		'Agent ID',
		'is missing: the roster needs it. Put it into the credential, or under Options',
		'缺失：获取花名册需要 AgentId，请填入凭证或“选项”',
	);
}

/** People whom HR lists, as `{ userId }` or with their roster; who has no roster is `{ userId }` all the same. */
export async function listedPeople(
	api: Api,
	route: typeof ON_JOB | typeof FUTURE,
	body: object,
	{ details, rosterFields = [], agentId = '', limit }: PeopleQuery,
): Promise<Json[]> {
	const ids = (await api.list(route, { body }, paging, limit)).map(({ value }) => String(value));
	if (!details) return ids.map((userId) => ({ userId }));
	const query = { appAgentId: wireNumber('Agent ID', agentId), fieldFilterList: rosterFields };
	const found = new Map((await rosterOf(api, ids, query)).map((entry) => [String(entry.userId), entry]));
	return ids.map((userId) => found.get(userId) ?? { userId });
}
