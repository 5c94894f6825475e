import type { Json } from '../../runtime/operation';
import { objectsIn, pick } from '../../runtime/pick';

/** The contents of a report by the titles of its fields; a title for the second time gets its number. */
function byTitle(contents: unknown): Json {
	const columns: Json = {};
	for (const { key, value, sort } of objectsIn(contents)) {
		const title = String(key);
		columns[title in columns ? `${title} (${String(sort)})` : title] = value ?? '';
	}
	return columns;
}

/** A report with its contents as columns. */
export function simplifyReport(entry: Json): Json {
	const kept = pick(entry, [
		'report_id',
		'template_name',
		'creator_id',
		'creator_name',
		'dept_name',
		'create_time',
		'modified_time',
		'remark',
	]);
	return Array.isArray(entry.contents) ? { ...kept, contents: byTitle(entry.contents) } : kept;
}

/** The same of the newer route, which names its members otherwise. */
export function simplifyDetails(entry: Json): Json {
	const kept = pick(entry, [
		'reportId',
		'templateName',
		'creatorId',
		'creatorName',
		'deptName',
		'createTime',
		'modifiedTime',
		'remark',
	]);
	return { ...kept, contents: byTitle(entry.content) };
}
