import type { Report, ReportTemplate } from '../../data/report';
import { api, LegacyError } from '../../errors';
import { chinaTime } from '../../time';
import type { Route, World } from '../../world';
import { operation } from '../operation';

interface Create {
	create_report_param: {
		template_id: string;
		userid: string;
		contents: Array<{ key: string; sort: number; type: number; content_type: string; content: string }>;
		to_userids?: string[];
		to_cids?: string[];
	};
}

interface List {
	start_time: number;
	end_time: number;
	userid?: string;
	template_name?: string;
	modified_start_time?: number;
	modified_end_time?: number;
	cursor: number;
	size: number;
}

interface Page {
	offset?: number;
	size?: number;
}

const SPAN = 180 * 86_400_000;
const MOST_CHARACTERS = 1000;
const invalid = () => new LegacyError(400002, '参数错误');

/** A page by offset. */
const turned = <T>(all: T[], { offset = 0, size }: Page, most: number) => {
	const count = size ?? most;
	if (count < 1 || count > most || offset < 0) throw invalid();
	const has_more = offset + count < all.length;
	return { page: all.slice(offset, offset + count), has_more, ...(has_more && { next_cursor: offset + count }) };
};

/** Reports (日志), their templates, readers and comments. https://open.dingtalk.com/document/development/create-a-log and its neighbours */
export const reportsRoutes = (world: World): Route[] => {
	const { company, data, now } = world;
	const { templates, reports } = data.report;
	const nameOf = (userId: string) => company.users.find(({ userid }) => userid === userId)?.name ?? '';
	const departmentOf = (userId: string) => {
		const own = company.users.find(({ userid }) => userid === userId)?.dept_id_list ?? [];
		return company.departments
			.filter(({ dept_id }) => own.includes(dept_id))
			.map(({ name }) => name)
			.join(',');
	};
	const sees = ({ visibleTo }: ReportTemplate, userid: string | undefined) =>
		userid === undefined || visibleTo === undefined || visibleTo.includes(userid);
	const one = (id: string, missing: Error = invalid()): Report => {
		const found = reports.find((report) => report.id === id);
		if (!found) throw missing;
		return found;
	};
	const summary = (report: Report) => ({
		report_id: report.id,
		template_name: report.template,
		creator_id: report.author,
		creator_name: nameOf(report.author),
		dept_name: departmentOf(report.author),
		create_time: report.created,
		remark: '',
	});
	const contents = (report: Report) =>
		report.contents.map(({ key, sort, type, value }) => ({ key, sort: String(sort), type: String(type), value }));
	const within = (value: number, from = 0, to = Infinity) => value >= from && value <= to;
	const listed = (body: List) => {
		const { start_time: from, end_time: to, cursor, size } = body;
		if (!(to - from <= SPAN) || to < from || size < 1 || size > 20) throw invalid();
		const found = reports.filter(
			(report) =>
				within(report.created, from, to) &&
				within(report.modified, body.modified_start_time, body.modified_end_time) &&
				(body.userid === undefined || report.author === body.userid) &&
				(body.template_name === undefined || report.template === body.template_name),
		);
		const has_more = cursor + size < found.length;
		// The cursor is there on the last page too: `has_more` decides.
		return { list: found.slice(cursor, cursor + size), more: { has_more, next_cursor: cursor + size, size } };
	};
	return [
		operation<Create>(world, 'POST /topapi/report/create', ({ body: { create_report_param: sent } }) => {
			const template = templates.find(({ id }) => id === sent.template_id);
			if (!template || !sees(template, sent.userid)) throw invalid();
			for (const { key, sort, type } of sent.contents)
				if (
					type !== 1 ||
					!template.fields.some((field) => field.name === key && field.sort === sort && field.type === 1)
				)
					throw invalid();
			if ((sent.to_cids ?? []).some((id) => !template.groups.some((group) => group.id === id))) throw invalid();
			const groupMembers = (sent.to_cids ?? []).flatMap((id) =>
				id === company.group.openConversationId ? company.group.members : [],
			);
			const id = `sandboxReport${world.nextId()}`;
			reports.push({
				id,
				template: template.name,
				author: sent.userid,
				contents: sent.contents.map(({ key, sort, type, content }) => ({
					key,
					sort,
					type,
					value: content.slice(0, MOST_CHARACTERS),
				})),
				created: now(),
				modified: now(),
				receivers: [...new Set([...(sent.to_userids ?? []), ...groupMembers])],
				readers: [],
				likes: [],
				comments: [],
			});
			return { result: id };
		}),
		operation<{ userid: string; template_name: string }>(
			world,
			'POST /topapi/report/template/getbyname',
			({ body: { userid, template_name } }) => {
				const found = templates.find((template) => template.name === template_name && sees(template, userid));
				if (!found) throw invalid();
				return {
					result: {
						id: found.id,
						name: found.name,
						userid,
						user_name: nameOf(userid),
						fields: found.fields.map(({ name, sort, type }) => ({ field_name: name, sort, type })),
						default_receivers: found.receivers.map((id) => ({ userid: id, user_name: nameOf(id) })),
						...(found.groups.length > 0 && {
							default_received_convs: found.groups.map(({ id, title }) => ({ conversation_id: id, title })),
						}),
					},
				};
			},
		),
		operation<Page & { userid?: string }>(
			world,
			'POST /topapi/report/template/listbyuserid',
			({ body: { userid, ...rest } }) => {
				const { page, next_cursor } = turned(
					templates.filter((template) => sees(template, userid)),
					rest,
					100,
				);
				return {
					result: {
						template_list: page.map(({ id, name }) => ({
							name,
							report_code: id,
							icon_url: 'https://example.com/icon.png',
							url: `https://example.com/createReport?id=${id}`,
						})),
						...(next_cursor !== undefined && { next_cursor }),
					},
				};
			},
		),
		operation<List>(world, 'POST /topapi/report/list', ({ body }) => {
			const { list, more } = listed(body);
			return {
				result: {
					...more,
					data_list: list.map((report) => ({
						...summary(report),
						modified_time: report.modified,
						contents: contents(report),
					})),
				},
			};
		}),
		operation<List>(world, 'POST /topapi/report/simplelist', ({ body }) => {
			const { list, more } = listed(body);
			return { result: { ...more, data_list: list.map(summary) } };
		}),
		operation(world, 'GET /v1.0/report/details', ({ query: { reportId = '' } }) => {
			const report = one(reportId, api.invalid('reportId'));
			return {
				reportId: report.id,
				templateName: report.template,
				creatorId: report.author,
				creatorName: nameOf(report.author),
				deptName: departmentOf(report.author),
				createTime: report.created,
				modifiedTime: report.modified,
				remark: '',
				content: contents(report),
			};
		}),
		operation<Page & { report_id: string }>(
			world,
			'POST /topapi/report/comment/list',
			({ body: { report_id, ...rest } }) => {
				const { page, ...more } = turned(one(report_id).comments, rest, 20);
				return {
					result: {
						...more,
						comments: page.map(({ userid, content, at }) => ({ userid, content, create_time: chinaTime(at) })),
					},
				};
			},
		),
		operation<Page & { report_id: string; type: 0 | 1 | 2 }>(
			world,
			'POST /topapi/report/statistics/listbytype',
			({ body: { report_id, type, ...rest } }) => {
				const { readers, comments, likes } = one(report_id);
				const { page, ...more } = turned([readers, comments.map(({ userid }) => userid), likes][type] ?? [], rest, 100);
				return { result: { ...more, userid_list: page } };
			},
		),
		operation<Page & { report_id: string }>(
			world,
			'POST /topapi/report/receiver/list',
			({ body: { report_id, ...rest } }) => {
				const { page, ...more } = turned(one(report_id).receivers, rest, 100);
				return { result: { ...more, userid_list: page } };
			},
		),
	];
};
