import { isObject, type Json } from '../../protocol/json';
import type { Column } from '../../runtime/field';
import { flat } from '../../shared/flat';

function parsed(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/** A field's value as a workflow wants it; links keep the IDs of what they lead to. */
function readField(value: unknown): unknown {
	const own = parsed(value);
	if (!isObject(own) || !('value' in own)) return own;
	const extended = parsed(own.extendValue);
	if (isObject(extended) && Array.isArray(extended.list)) {
		const names = parsed(own.value);
		return extended.list.map((link: unknown, index) => ({
			name: Array.isArray(names) ? String(names[index]) : undefined,
			instanceId: isObject(link) ? link.instanceId : link,
		}));
	}
	return parsed(own.value);
}

/** DingTalk gives numbers as text; one with more digits than a number holds stays text. */
function typed(value: unknown, column: Column | undefined): unknown {
	if (column?.native !== 'number' && column?.native !== 'money') return value;
	const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
	return Number.isFinite(read) && String(read) === value ? read : value;
}

/** An entry of the CRM as one flat object: its ID, who owns it, when, then label → value. */
export function flatEntry(entry: Json, columns: readonly Column[]): Json {
	const permission = isObject(entry.permission) ? entry.permission : {};
	const data = parsed(entry.data);
	const byId = new Map(columns.map((column) => [column.id, column]));
	const head = {
		instanceId: entry.instanceId ?? entry.instance_id,
		creatorUserId: entry.creatorUserId ?? entry.creator_userid,
		owners: permission.ownerStaffIds ?? permission.ownerUserIds ?? permission.owner_userid_list,
		createdAt: entry.gmtCreate ?? entry.createTime ?? entry.gmt_create,
		modifiedAt: entry.gmtModified ?? entry.modifyTime ?? entry.gmt_modified,
	};
	return flat(
		head,
		Object.fromEntries(
			Object.entries(isObject(data) ? data : {}).map(([id, value]) => {
				const column = byId.get(id);
				return [column?.name ?? id, typed(readField(value), column)];
			}),
		),
	);
}
