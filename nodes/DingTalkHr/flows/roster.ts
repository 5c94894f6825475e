import type { Json } from '../../protocol/json';
import { each } from '../../runtime/each';
import type { Api } from '../../runtime/operation';
import { objectsIn } from '../../runtime/pick';

export const ROSTER = 'POST /v1.0/hrm/rosters/lists/query';

/** Most people and most fields of one call. https://open.dingtalk.com/document/development/api-getemployeerosterbyfield */
const MOST = 100;

export interface RosterQuery {
	/** Digits go out as a number. */
	appAgentId: number | bigint;
	/** Codes of the fields; none: all of them. */
	fieldFilterList: readonly string[];
	text2SelectConvert?: boolean;
}

const inHundreds = <T>(all: readonly T[]): T[][] =>
	Array.from({ length: Math.ceil(all.length / MOST) }, (_, index) => all.slice(index * MOST, (index + 1) * MOST));

/** The roster of people, one entry each in their order: one call per 100 people and 100 fields. Who has no entry is left out. */
export async function rosterOf(api: Api, people: readonly string[], query: RosterQuery): Promise<Json[]> {
	const fields: Array<string[] | undefined> =
		query.fieldFilterList.length > 0 ? inHundreds(query.fieldFilterList) : [undefined];
	const calls = inHundreds(people).flatMap((userIdList) =>
		fields.map((fieldFilterList) => ({ ...query, userIdList, fieldFilterList })),
	);
	const answers = await each(calls, async (body) =>
		objectsIn((await api.call(ROSTER, { body }, { safe: true })).result),
	);
	const found = new Map<string, Json>();
	for (const entry of answers.flat()) {
		const known = found.get(String(entry.userId));
		const data = [...objectsIn(known?.fieldDataList), ...objectsIn(entry.fieldDataList)];
		found.set(String(entry.userId), { ...entry, fieldDataList: data });
	}
	return people.map((userId) => found.get(userId)).filter((entry) => entry !== undefined);
}

/** What a field holds: the text of a choice rather than its key; of a detail group one value for each of its entries. */
function valueOf({ fieldValueList }: Json): unknown {
	const values: unknown[] = [];
	for (const { itemIndex, label, value } of objectsIn(fieldValueList))
		values[Number(itemIndex ?? 0)] = label ?? value ?? '';
	return values.length > 1 ? Array.from(values, (value) => value ?? '') : (values[0] ?? '');
}

/** An entry of the roster as one flat object, by the names of its fields; a name that another field has too gets its code. */
export function simplifyRoster(entry: Json): Json {
	if (!Array.isArray(entry.fieldDataList)) return entry;
	const flat: Json = { userId: entry.userId };
	for (const field of objectsIn(entry.fieldDataList)) {
		const name = String(field.fieldName ?? field.fieldCode);
		flat[name in flat ? `${name} (${String(field.fieldCode)})` : name] = valueOf(field);
	}
	return flat;
}
