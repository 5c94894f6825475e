import { ApiError, LegacyError } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { fileOf } from './roster';

interface Page {
	offset: number;
	size: number;
}

const MOST = 50;

/** A page of user IDs; a missing cursor ends the list. */
const page = (ids: string[], { offset, size }: Page) => {
	if (size < 1 || size > MOST || offset < 0) throw new LegacyError(400002, '参数错误');
	const next = offset + size;
	return {
		result: { data_list: ids.slice(offset, next), ...(next < ids.length && { next_cursor: next }) },
		success: true,
	};
};

interface Transfer {
	userId: string;
	deptIdsAfterTransfer?: number[];
	mainDeptIdAfterTransfer?: number;
	positionIdAfterTransfer?: string;
	positionNameAfterTransfer?: string;
	rankIdAfterTransfer?: string;
	positionLevelAfterTransfer?: string;
}

interface PreEntry {
	name: string;
	mobile: string;
	preEntryTime?: number;
	groups?: Array<{ sections: Array<{ empFieldVOList: Array<{ fieldCode: string; value: string }> }> }>;
}

/** Who works here, who will, and what becomes of them. https://open.dingtalk.com/document/development/intelligent-personnel-query-the-list-of-on-the-job-employees-of-the and its neighbours */
export const hrPeopleRoutes = (world: World): Route[] => {
	const { company, data } = world;
	const listed = (names: string[]) => names.map((name, index) => [`sandbox${index + 1}`, name] as const);
	const catalogue = (kind: 'positions' | 'jobs' | 'ranks', id: string, label: string) => () => ({
		hasMore: false,
		list: listed(data.hr[kind]).map(([key, name]) => ({ [id]: key, [label]: name })),
	});
	const known = (kind: 'positions' | 'ranks', id: string | undefined) =>
		id === undefined ? undefined : listed(data.hr[kind]).find(([key]) => key === id)?.[1];
	return [
		operation<Page & { status_list: string }>(
			world,
			'POST /topapi/smartwork/hrm/employee/queryonjob',
			({ body: { status_list, ...turn } }) => {
				const wanted = status_list.split(',').map(Number);
				const ids = company.users.map(({ userid }) => userid);
				return page(
					ids.filter((id) => wanted.includes(fileOf(world, id).status)),
					turn,
				);
			},
		),
		operation<Page>(world, 'POST /topapi/smartwork/hrm/employee/querypreentry', ({ body }) =>
			page(
				data.hr.future.map(({ userId }) => userId),
				body,
			),
		),
		operation<PreEntry>(world, 'POST /v1.0/hrm/preentries', ({ body: { name, mobile, preEntryTime, groups = [] } }) => {
			if (company.users.some((one) => one.mobile === mobile)) throw new ApiError('systemError', '系统异常', 500);
			if (data.hr.future.some((one) => one.mobile === mobile)) throw new ApiError('invalidParameter', '参数错误');
			const fields = groups.flatMap(({ sections }) => sections.flatMap(({ empFieldVOList }) => empFieldVOList));
			const codes = data.hr.groups.flatMap((group) => group.fields.map(({ code }) => code));
			if (fields.some(({ fieldCode }) => !codes.includes(fieldCode)))
				throw new ApiError('invalidParameter', '参数错误');
			const values = Object.fromEntries(fields.map(({ fieldCode, value }) => [fieldCode, [value]]));
			const userId = `sandboxFuture${world.nextId()}`;
			data.hr.future.push({ userId, name, mobile, preEntryTime, values });
			return { tmpUserId: userId };
		}),
		operation<{ userId: string }>(world, 'POST /v1.0/hrm/processes/regulars/become', ({ body: { userId } }) => {
			const file = fileOf(world, userId);
			if (file.status === 3) throw new ApiError('invalidParameter', '参数错误');
			file.status = 3;
			world.push('hrm_user_record_change', { staffId: userId });
			return { result: true };
		}),
		operation<Transfer>(world, 'POST /v1.0/hrm/processes/transfer', ({ body }) => {
			const person = company.users.find(({ userid }) => userid === body.userId);
			if (!person) throw new ApiError('invalidParameter', '参数错误');
			const departments = body.deptIdsAfterTransfer ?? person.dept_id_list;
			const main = body.mainDeptIdAfterTransfer;
			if (departments.some((id) => !company.departments.some(({ dept_id }) => dept_id === id)))
				throw new ApiError('invalidParameter', '参数错误');
			if (main !== undefined && !departments.includes(main))
				throw new ApiError('mainDeptIdInvalid', '传入主部门id有误');
			const position = known('positions', body.positionIdAfterTransfer);
			if (body.positionIdAfterTransfer !== undefined && position === undefined)
				throw new ApiError('positionIdInvalid', '职位id不合法');
			const rank = known('ranks', body.rankIdAfterTransfer);
			if (body.rankIdAfterTransfer !== undefined && rank === undefined)
				throw new ApiError('ranIdInvalid', '职级id不合法');
			person.dept_id_list = main === undefined ? departments : [main, ...departments.filter((id) => id !== main)];
			person.title = position ?? body.positionNameAfterTransfer ?? person.title;
			const level = rank ?? body.positionLevelAfterTransfer;
			if (level !== undefined) fileOf(world, body.userId).values['sys01-positionLevel'] = [level];
			world.push('user_modify_org', { userId: [body.userId] });
			return { result: true };
		}),
		operation(world, 'POST /v1.0/hrm/positions/query', catalogue('positions', 'positionId', 'positionName')),
		operation(world, 'GET /v1.0/hrm/jobs', catalogue('jobs', 'jobId', 'jobName')),
		operation(world, 'GET /v1.0/hrm/jobRanks', catalogue('ranks', 'rankId', 'rankName')),
	];
};
