import type { Json } from '../../../protocol/json';
import type { Paging } from '../../../protocol/paging';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { slices } from '../../../runtime/slices';
import { operatorUserId } from '../../../shared/operator';

const QUERY = 'POST /v1.0/project/users/{userId}/projects/query';
const JOINED = 'GET /v1.0/project/users/{userId}/joinProjects';
/** IDs of one query; as many as a page has. https://open.dingtalk.com/document/development/query-enterprise-all-projects */
const MOST_IDS = 100;

const pagesOf = (max: number): Paging => ({
	style: 'token',
	in: 'query',
	cursor: 'nextToken',
	size: { at: 'maxResults', max },
	entries: 'result',
	next: 'nextToken',
});

/** With what DingTalk's words mean: suspended is archived, archived is in the recycle bin. */
const simplifyProject = (project: Json): Json => ({
	...pick(project, [
		'projectId',
		'name',
		'description',
		'visibility',
		'creatorId',
		'created',
		'updated',
		'startDate',
		'endDate',
		'isTemplate',
	]),
	archived: project.isSuspended,
	inRecycleBin: project.isArchived,
});

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many projects',
	description:
		'Find projects of the organization or of the operator. One call per 300. Teambition calls an archived project "suspended", and one in the recycle bin "archived".',
	zh: {
		name: '获取多条',
		action: '查询项目',
		description:
			'查询企业的项目或操作人参与的项目。每 300 个一次调用。Teambition 接口中 isSuspended 表示已归档，isArchived 表示在回收站',
	},
	docs: 'https://open.dingtalk.com/document/development/query-enterprise-all-projects',
	permission: 'Project.Project.Read.All',
	routes: [QUERY, JOINED],
	list: true,
	simplify: simplifyProject,
	fields: [
		{
			displayName: 'Filters',
			zh: { name: '筛选', placeholder: '添加筛选' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Joined Only',
					zh: { name: '仅参与的项目', description: '是否只返回操作人参与的项目；每 100 个多一次调用' },
					name: 'joinedOnly',
					type: 'boolean',
					default: true,
					description: 'Whether only projects are returned that the operator takes part in; one more call per 100',
				},
				{
					displayName: 'Name Contains',
					zh: '名称包含',
					name: 'name',
					type: 'string',
					default: '',
				},
				{
					displayName: 'Project IDs',
					zh: { name: '项目 ID', description: '一个或多个，用逗号分隔，或数组' },
					name: 'projectIds',
					type: 'string',
					list: true,
					default: '',
					description: 'One, or several separated by commas, or an array',
				},
			],
		},
		operatorUserId,
	],
	plan: (values) => {
		const { joinedOnly, projectIds = [] } = values.filters;
		if (joinedOnly === true && projectIds.length > 0)
			throw new InputError('Project IDs', 'do not go together with "Joined Only"', '不能与“仅参与的项目”同时使用');
		return values;
	},
	run: async ({ filters: { joinedOnly, name, projectIds = [] }, operator: userId, limit }, api) => {
		const path = { userId };
		if (joinedOnly !== true) {
			const query = { name, projectIds: projectIds.join(',') || undefined };
			return await api.list(QUERY, { path, query }, pagesOf(300), limit);
		}
		// The names are only known after the details: all IDs are read where one is looked for.
		const most = name === undefined ? limit : Infinity;
		const ids = (await api.list(JOINED, { path, query: {} }, pagesOf(100), most)).map(({ value }) => String(value));
		const found: Json[] = [];
		for (const part of slices(ids, MOST_IDS)) {
			if (found.length >= limit) break;
			const query = { name, projectIds: part.join(',') };
			found.push(...(await api.list(QUERY, { path, query }, pagesOf(300), limit - found.length)));
		}
		return found;
	},
});
