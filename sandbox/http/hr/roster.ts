import type { EmployeeFile, RosterField } from '../../data/hr';
import { ApiError, LegacyError } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';

interface Asked {
	userIdList: string[];
	fieldFilterList?: string[];
	appAgentId: number;
}

interface Update {
	agentid: number;
	param: {
		userid: string;
		groups?: Array<{
			group_id: string;
			sections: Array<{ old_index?: number; section: Array<{ field_code: string; value: string }> }>;
		}>;
	};
}

const MOST = 100;

/** HR's file of a person, made at the first question: who is new in the address book has no status. */
export const fileOf = ({ data, company }: World, userId: string): EmployeeFile => {
	const known = data.hr.files.find((file) => file.userId === userId);
	if (known) return known;
	const name = company.users.find(({ userid }) => userid === userId)?.name ?? '';
	const made: EmployeeFile = { userId, status: -1, values: { 'sys00-name': [name] } };
	data.hr.files.push(made);
	return made;
};

const valuesOf = ({ status, values }: EmployeeFile, { code }: RosterField): string[] =>
	code === 'sys01-employeeStatus' ? (status === -1 ? [] : [String(status)]) : (values[code] ?? []);

/** The roster, its fields, and its changes. https://open.dingtalk.com/document/development/api-getemployeerosterbyfield and its neighbours */
export const rosterRoutes = (world: World): Route[] => {
	const { company, data } = world;
	const app = (agentId: number) => {
		if (agentId !== company.agentId) throw new LegacyError(40056, '不合法的agentid');
	};
	const checked = ({ type, choices, derived }: RosterField, value: string): string => {
		const wrong =
			derived === true ||
			(type === 'DDDateField' && value !== '' && !/^\d{4}-\d\d-\d\d$/.test(value)) ||
			(choices !== undefined && value !== '' && !(value in choices));
		if (wrong) throw new LegacyError(400002, '参数错误');
		return value;
	};
	return [
		operation<Asked>(
			world,
			'POST /v1.0/hrm/rosters/lists/query',
			({ body: { userIdList, fieldFilterList, appAgentId } }) => {
				if (appAgentId !== company.agentId || userIdList.length > MOST || (fieldFilterList?.length ?? 0) > MOST)
					throw new ApiError('invalidParameter', '系统参数无效或者传入的微应用Id和员工userId有误');
				return {
					result: userIdList.map((userId) => ({
						corpId: company.corpId,
						userId,
						unionId: '无',
						fieldDataList: data.hr.groups.flatMap((group) =>
							group.fields
								.filter(({ code }) => !fieldFilterList || fieldFilterList.includes(code))
								.map((field) => ({
									fieldCode: field.code,
									fieldName: field.name,
									groupId: group.id,
									fieldValueList: valuesOf(fileOf(world, userId), field).map((value, itemIndex) => ({
										itemIndex,
										value,
										label: field.choices?.[value] ?? value,
									})),
								})),
						),
					})),
				};
			},
			{ stranger: () => new ApiError('invalidParameter', '系统参数无效或者传入的微应用Id和员工userId有误') },
		),
		operation<{ agentid: number }>(world, 'POST /topapi/smartwork/hrm/roster/meta/get', ({ body: { agentid } }) => {
			app(agentid);
			return {
				result: data.hr.groups.map(({ id, name, detail, fields }) => ({
					group_id: id,
					group_name: name,
					detail,
					field_meta_info_list: fields.map(({ code, name: field_name, derived = false }) => ({
						field_code: code,
						field_name,
						derived,
					})),
				})),
				success: true,
			};
		}),
		operation<{ agentid: number }>(
			world,
			'POST /topapi/smartwork/hrm/employee/field/grouplist',
			({ body: { agentid } }) => {
				app(agentid);
				return {
					result: data.hr.groups.map(({ id, detail, fields }) => ({
						group_id: id,
						has_detail: detail,
						field_list: fields.map(({ code, name, type, choices }) => ({
							field_code: code,
							field_name: name,
							field_type: type,
							...(choices && {
								option_text: JSON.stringify(Object.entries(choices).map(([value, label]) => ({ value, label }))),
							}),
						})),
					})),
					success: true,
				};
			},
		),
		operation<Update>(
			world,
			'POST /topapi/smartwork/hrm/employee/v2/update',
			({ body: { agentid, param } }) => {
				app(agentid);
				const { values } = fileOf(world, param.userid);
				for (const { group_id, sections } of param.groups ?? []) {
					const group = data.hr.groups.find(({ id }) => id === group_id);
					if (!group) throw new LegacyError(400002, '参数错误');
					for (const { old_index: index, section } of sections) {
						const entries = Math.max(0, ...group.fields.map(({ code }) => values[code]?.length ?? 0));
						// A section without an index is a new entry; a group that has only one loses what is not given.
						const at = index ?? (group.detail ? entries : 0);
						if (at > entries) throw new LegacyError(400002, '参数错误');
						if (index === undefined && !group.detail) for (const { code } of group.fields) delete values[code];
						for (const { field_code, value } of section) {
							const field = group.fields.find(({ code }) => code === field_code);
							if (!field) throw new LegacyError(400002, '参数错误');
							const list = (values[field_code] ??= []);
							while (list.length < at) list.push('');
							list[at] = checked(field, value);
						}
					}
				}
				return { result: true, success: true };
			},
			{ stranger: () => new LegacyError(-1, '系统错误') },
		),
	];
};
