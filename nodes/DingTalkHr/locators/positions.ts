import type { Paging } from '../../protocol/paging';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';

const paging = (max: number): Paging => ({
	style: 'token',
	in: 'query',
	cursor: 'nextToken',
	first: 0,
	size: { at: 'maxResults', max },
	entries: 'list',
	next: 'nextToken',
	more: 'hasMore',
});

/** The server compares whole names only, so that names are compared here. https://open.dingtalk.com/document/development/obtain-enterprise-position-information */
export const position = defineLocator({
	displayName: 'Position',
	zh: { name: '职位', description: '从列表选择或填写职位 ID；仅适用于已升级职位管理的企业，否则请填“职位名称”' },
	name: 'positionId',
	description: 'For organizations with upgraded position management; others give Position Name',
	placeholder: 'e.g. ac67286db74c48e28d787173ccc1a111',
	list: defineList({
		route: 'POST /v1.0/hrm/positions/query',
		request: () => ({ body: {} }),
		paging: paging(200),
		entry: ({ positionId, positionName, status }) =>
			status === 1 ? undefined : { name: String(positionName), value: String(positionId) },
	}),
});

/** https://open.dingtalk.com/document/development/obtain-enterprise-title-information */
export const job = defineLocator({
	displayName: 'Job',
	zh: { name: '职务', description: '从列表选择或填写职务 ID；需升级职位管理' },
	name: 'jobId',
	description: 'For organizations with upgraded position management',
	placeholder: 'e.g. ac67286db74c48e28d787173ccc1a111',
	list: defineList({
		route: 'GET /v1.0/hrm/jobs',
		request: () => ({}),
		paging: paging(100),
		entry: ({ jobId, jobName }) => ({ name: String(jobName), value: String(jobId) }),
	}),
});

/** https://open.dingtalk.com/document/development/obtain-enterprise-rank-information */
export const rank = defineLocator({
	displayName: 'Rank',
	zh: { name: '职级', description: '从列表选择或填写职级 ID；仅适用于已升级职位管理的企业，否则请填“职级名称”' },
	name: 'rankId',
	description: 'For organizations with upgraded position management; others give Rank Name',
	placeholder: 'e.g. d27a2ba85c4943b9b4f7be6c21387f1c',
	list: defineList({
		route: 'GET /v1.0/hrm/jobRanks',
		request: () => ({}),
		paging: paging(200),
		entry: ({ rankId, rankName }) => ({ name: String(rankName), value: String(rankId) }),
	}),
});
