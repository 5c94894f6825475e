import type { Json } from '../../protocol/json';
import type { LookUps } from '../../runtime/field';
import { objectsIn } from '../../runtime/pick';
import { wireNumber } from '../../shared/wireNumber';

export const META = 'POST /topapi/smartwork/hrm/roster/meta/get';
export const GROUPS = 'POST /topapi/smartwork/hrm/employee/field/grouplist';

/** A field of the roster: its group from the metadata, its type and choices from the list of groups, since neither has all. */
export interface RosterField extends Json {
	field_code: string;
	field_name: string;
	/** `TextField`, `DDDateField`, `DDSelectField` … https://open.dingtalk.com/document/development/get-roster-field-group-details */
	field_type: string;
	option_text: string;
	group_id: string;
	group_name: string;
	/** The group may have several entries (members of the family). */
	detail: boolean;
	/** Computed: age, length of service. */
	derived: boolean;
}

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** All fields of the organization's roster. Two calls. https://open.dingtalk.com/document/development/intelligent-personnel-roster-metadata-query */
export async function rosterFields(api: LookUps, agentId: string): Promise<RosterField[]> {
	const body = { agentid: wireNumber('Agent ID', agentId) };
	const [meta, groups] = await Promise.all(
		[META, GROUPS].map(async (route) =>
			objectsIn((await api.call(route as typeof META, { body }, { safe: true })).result),
		),
	);
	const typed = new Map(
		(groups ?? []).flatMap(({ field_list: list }) =>
			objectsIn(list).map((field): [string, Json] => [String(field.field_code), field]),
		),
	);
	return (meta ?? []).flatMap(({ group_id: group, group_name: groupName, detail, field_meta_info_list: fields }) =>
		objectsIn(fields).map((field) => {
			const code = String(field.field_code);
			const more = typed.get(code);
			return {
				field_code: code,
				field_name: textOf(field.field_name) || code,
				field_type: textOf(more?.field_type ?? field.field_type),
				option_text: textOf(more?.option_text ?? field.option_text),
				group_id: textOf(group),
				group_name: textOf(groupName),
				detail: detail === true,
				derived: field.derived === true,
			};
		}),
	);
}
